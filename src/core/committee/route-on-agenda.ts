import type { AgendaItemContent } from "../agenda/events.ts";
import { foldGerman } from "../kernel/fold-german.ts";
import { entries, entry } from "../kernel/table.ts";
import type { CommitteeDescription } from "../membership/events.ts";
import type { RouteRole } from "../route/events.ts";
import type { RouteStep, WorkshopResult } from "../route/state.ts";
import { nextStep } from "../route/steps.ts";
import type { Given } from "./commands.ts";
import { arrivalNow } from "./decide-agenda.ts";
import type { CommitteeEvent } from "./events.ts";
import { freeItem } from "./free-item.ts";
import { plannedMeeting } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

/** Ein Schritt, der auf eine Tagesordnung gehört, with the item it becomes there. */
export type StepForAgenda = {
  readonly result: number;
  readonly step: number;
  readonly content: AgendaItemContent;
};

/** Auf die Tagesordnung der nächsten Sitzung, if one is planned; else it waits for the next plan. `before`: of the same decision. */
export function routeOntoAgenda(
  state: Slices,
  result: WorkshopResult,
  given: Pick<Given, "today" | "time">,
  before: readonly CommitteeEvent[],
): readonly CommitteeEvent[] {
  const wanted = stepForAgenda(state, result);
  const meeting = plannedMeeting(state, given.today);
  if (wanted === undefined || meeting === undefined) return [];
  const item = freeItem(state, before);
  const { content, step } = wanted;
  return [
    {
      type: "AgendaItemAdded",
      item,
      meeting: meeting.number,
      content,
      ...arrivalNow(state, meeting, given),
    },
    { type: "RouteStepPlaced", result: result.result, step, meeting: meeting.number, item },
  ];
}

/** Ergebnisse, deren nächster Schritt die AG selbst ist, and that are on no agenda yet. */
export function stepsForAgenda(state: Slices): readonly StepForAgenda[] {
  return entries(state.routes.results).flatMap((result) => stepForAgenda(state, result) ?? []);
}

/** Schritte, die unter diesem Punkt stehen. */
export function stepsUnder(state: Slices, item: number): readonly Omit<StepForAgenda, "content">[] {
  return entries(state.routes.results).flatMap(({ result, steps }) =>
    steps.filter(({ placed }) => placed?.item === item).map(({ step }) => ({ result, step })),
  );
}

function stepForAgenda(state: Slices, result: WorkshopResult): StepForAgenda | undefined {
  const next = result.isHalted ? undefined : nextStep(result);
  if (next === undefined || !isOwnBody(state, next.body) || isPlaced(state, next)) return undefined;
  return { result: result.result, step: next.step, content: itemOf(result, next.role) };
}

/** Taken off the agenda it may come again; put off, it comes again once its item is over. */
function isPlaced({ agenda }: Slices, { placed, answer }: RouteStep): boolean {
  const status = placed === undefined ? "removed" : entry(agenda.items, placed.item)?.status;
  return status !== "removed" && !(status === "finished" && answer?.outcome === "deferred");
}

const LONGEST_WORDS = 120;
const deciding: ReadonlySet<RouteRole> = new Set(["vote", "decision"]);

function itemOf({ result, text }: WorkshopResult, role: RouteRole): AgendaItemContent {
  const words = text.replace(/\s+/gu, " ").replace(/\.+$/u, "");
  // By code points, so that no character is cut in half.
  const letters = [...words];
  const isLong = letters.length > LONGEST_WORDS;
  const cut = isLong
    ? `${letters
        .slice(0, LONGEST_WORDS - 1)
        .join("")
        .trimEnd()}…`
    : words;
  return { title: `Ergebnis ${result}: ${cut}`, public: true, deciding: deciding.has(role) };
}

/** Das Gremium selbst: by its name, or as it is called among its own. */
export function isOwnBody({ membership }: Slices, body: string): boolean {
  return ownNames(membership.description).includes(plainName(body));
}

const ownNames = (description: CommitteeDescription | undefined): readonly string[] => [
  "ag",
  "ag 78",
  ...(description === undefined ? [] : [plainName(description.name)]),
];

/** "die AG78" and "AG 78" are the same. */
const plainName = (name: string): string =>
  foldGerman(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bag(?=\d)/u, "ag ")
    .replace(/^(?:die|unsere) /u, "")
    .trim();
