import type { LocalDate } from "../kernel/local-date.ts";
import { lastDayOf, parsePeriod } from "./period.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type OfficePeriodInput = {
  readonly elected: LocalDate;
  /** Day of the election of a successor, if there was one. */
  readonly succeeded?: LocalDate;
  readonly on: LocalDate;
};

export type OfficePeriodRuling = Derivation<"office.chair.period"> & {
  /** Last day of the regular period. */
  readonly lastDay: LocalDate;
  /** In office, acting until the new election, out of office, or followed by somebody else. */
  readonly holder: "regular" | "acting" | "vacant" | "succeeded";
  /** The new election is due. */
  readonly isElectionDue: boolean;
};

/** Amtszeit (GO): ends with the day that bears the same number; where the rules say so, the holder goes on acting until the new election. */
export function officePeriod(rules: Rules, { elected, succeeded, on }: OfficePeriodInput): OfficePeriodRuling {
  const { term, holdOver } = rules.office.chair;
  const lastDay = lastDayOf(parsePeriod(term.value), elected);
  const isOver = on > lastDay;
  const isSucceeded = succeeded !== undefined && succeeded <= on;
  return {
    rule: "office.chair.period",
    citation: cite("office.chair.term", term),
    alsoFrom: isOver && !isSucceeded ? [cite("office.chair.holdOver", holdOver)] : [],
    lastDay,
    holder: holderOf(isSucceeded, isOver, holdOver.value),
    isElectionDue: isOver && !isSucceeded,
  };
}

function holderOf(isSucceeded: boolean, isOver: boolean, holdsOver: boolean): OfficePeriodRuling["holder"] {
  if (isSucceeded) return "succeeded";
  if (!isOver) return "regular";
  return holdsOver ? "acting" : "vacant";
}
