import type { AgendaItemContent } from "../agenda/events.ts";
import type { AgendaItem } from "../agenda/state.ts";
import { entry } from "../kernel/table.ts";
import type { StandingItem } from "../membership/events.ts";
import { carriedOver } from "./carry-over.ts";
import type { CommitteeEvent } from "./events.ts";
import { minutesItemsOfPlan } from "./minutes-on-agenda.ts";
import { stepsForAgenda, stepsUnder } from "./route-on-agenda.ts";
import type { Slices } from "./state.ts";
import { reportedUnder, reportItem, unreported } from "./written-report.ts";

type FirstItem = {
  readonly content: AgendaItemContent;
  readonly standing?: "opening" | "closing";
  readonly carriedOver?: boolean;
  readonly deferred?: boolean;
  readonly reports?: readonly number[];
  /** Schritte von Ergebnissen, die unter diesem Punkt beraten werden. */
  readonly routes?: readonly { readonly result: number; readonly step: number }[];
};

/** Which agenda: of the meeting, its first item numbered `first`. */
export type NewAgenda = {
  readonly meeting: number;
  readonly first: number;
  readonly isRepeat: boolean;
  /** Another meeting comes before it: what waits for the next agenda is not for this one. */
  readonly isLater: boolean;
};

/** Womit eine Tagesordnung beginnt: the standing items, and between them what waits for the next meeting. */
export function firstItems(state: Slices, agenda: NewAgenda): readonly CommitteeEvent[] {
  const { opening, closing } = state.membership;
  const contents: readonly FirstItem[] = [
    ...opening.map((item) => ({ content: contentOf(item), standing: "opening" as const })),
    ...(agenda.isLater ? [] : waitingItems(state, agenda)),
    ...closing.map((item) => ({ content: contentOf(item), standing: "closing" as const })),
  ];
  return contents.flatMap(({ reports = [], routes = [], ...one }, index): readonly CommitteeEvent[] => {
    const { meeting, first } = agenda;
    const item = first + index;
    return [
      { type: "AgendaItemAdded", item, meeting, ...one },
      ...(reports.length === 0 ? [] : [{ type: "WrittenReportPlaced" as const, procedures: reports, meeting, item }]),
      ...routes.map((route) => ({ type: "RouteStepPlaced" as const, ...route, meeting, item })),
    ];
  });
}

/**
 * The minutes that are open (a repeated meeting has no new items), the report on written procedures, what was adjourned, and results
 * whose next step is the committee itself.
 */
function waitingItems(state: Slices, { isRepeat }: NewAgenda): readonly FirstItem[] {
  const { opening, closing } = state.membership;
  const adjourned = state.agenda.adjourned.flatMap((item) => entry(state.agenda.items, item) ?? []);
  const isReport = ({ item }: AgendaItem): boolean => reportedUnder(state, item).length > 0;
  const untold = unreported(state).map(({ procedure }) => procedure);
  const needsReport = untold.length > 0 && !adjourned.some(isReport);
  const titles = [...opening, ...adjourned, ...closing].map(({ title }) => title);
  return [
    ...(isRepeat ? [] : minutesItemsOfPlan(state, titles).map((content) => ({ content }))),
    ...(needsReport ? [{ content: reportItem, reports: untold }] : []),
    ...adjourned.map((item) => ({
      ...carriedOver(item),
      reports: isReport(item) ? [...reportedUnder(state, item.item), ...untold] : [],
      routes: stepsUnder(state, item.item),
    })),
    ...(isRepeat ? [] : stepsForAgenda(state).map(({ content, ...route }) => ({ content, routes: [route] }))),
  ];
}

function contentOf(item: StandingItem): AgendaItemContent {
  const { title, minutes: budget, deciding } = item;
  return { title, public: true, deciding, ...(budget === undefined ? {} : { minutes: budget }) };
}
