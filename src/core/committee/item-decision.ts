import { entries, entry } from "../kernel/table.ts";
import type { NoteGrade } from "../minutes/events.ts";
import type { Motion } from "../motion/state.ts";
import type { AnswerBasis, RouteOutcome, RouteRole } from "../route/events.ts";
import type { Slices } from "./state.ts";

/** Was die AG unter einem TOP entschieden hat, as the answer to a step that stands there. */
export type ItemDecision = {
  readonly outcome: RouteOutcome;
  readonly unanimous?: true;
  readonly text?: string;
  readonly basis: AnswerBasis;
};

const outcomes = { carried: "agreed", rejected: "declined" } as const;

/**
 * By its motions, once none of them is open; "mixed": some carried, some rejected. `text`: of the result; another one is the answer's own,
 * unless the public was excluded.
 */
export function decisionUnder(
  state: Slices,
  item: number,
  { text }: { readonly text: string },
): ItemDecision | "mixed" | undefined {
  const motions = entries(state.motions.motions).filter((one) => isPut(one) && itemOfMotion(state, one) === item);
  const [first] = motions;
  const last = motions.at(-1);
  const outcome = first?.outcome?.outcome;
  if (last === undefined || outcome === undefined || motions.some(isOpen)) return undefined;
  if (outcome === "undecided" || motions.some((one) => one.outcome?.outcome !== outcome)) return "mixed";
  const wording = motions.map((one) => one.text).join("\n");
  return {
    outcome: outcomes[outcome],
    ...(motions.every((one) => one.outcome?.unanimous === true) ? { unanimous: true } : {}),
    ...(outcome === "rejected" || wording === text || !isPublic(state, item) ? {} : { text: wording }),
    basis: { kind: "motion", number: last.motion },
  };
}

/** Unter welchem TOP ein Antrag jetzt steht: what was adjourned has come back as an item of its own. */
export function itemOfMotion({ agenda }: Slices, { item: number }: Pick<Motion, "item">): number | undefined {
  const item = entry(agenda.items, number ?? 0);
  if (item?.status !== "adjourned") return number;
  return entries(agenda.items).findLast((one) => one.carriedOver && one.title === item.title)?.item ?? number;
}

const isPublic = ({ agenda }: Slices, item: number): boolean => entry(agenda.items, item)?.public === true;

/** Neither withdrawn, nor divided, nor settled by another one. */
const isPut = ({ status }: Motion): boolean => status === "open" || status === "decided";
const isOpen = ({ outcome }: Motion): boolean => outcome === undefined || outcome.outcome === "undecided";

const considered: Readonly<Partial<Record<RouteRole, RouteOutcome>>> = {
  preparation: "prepared",
  consultation: "considered",
  notice: "noted",
};
const results: ReadonlySet<NoteGrade> = new Set(["agreed", "consensus", "found"]);

/** By what was found or agreed under it, where the body has nothing to decide; what is internal stays so. */
export function notedUnder(state: Slices, item: number, role: RouteRole): ItemDecision | undefined {
  const outcome = considered[role];
  const isDeciding = entry(state.agenda.items, item)?.deciding === true;
  const notes = entries(state.minutes.entries).flatMap((one) =>
    one.kind === "note" && one.item === item && !one.internal && results.has(one.grade)
      ? [[one.text, one.points.join("; ")].filter((part) => part !== "").join(" ")]
      : [],
  );
  if (outcome === undefined || isDeciding || notes.length === 0) return undefined;
  const text = isPublic(state, item) ? { text: notes.join("\n") } : {};
  return { outcome, ...text, basis: { kind: "item", number: item } };
}
