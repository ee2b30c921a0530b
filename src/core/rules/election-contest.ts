import type { LocalDate } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import { forwardDeadline } from "./forward-deadline.ts";
import { parsePeriod } from "./period.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type ContestInput = {
  /** Day on which the result was announced. */
  readonly announced: LocalDate;
  /** Day of the objection. */
  readonly on: LocalDate;
  readonly holidays: Holidays;
};

export type ContestRuling = Derivation<"election.contest"> & {
  /** Last day on which the election may be contested. */
  readonly lastDay: LocalDate;
  readonly isInTime: boolean;
};

/** Wahlanfechtung (GO; Wahlordnungen BayStuRa, SGH, Klima as models): a declaration within the period after the announcement. */
export function electionContest(rules: Rules, { announced, on, holidays }: ContestInput): ContestRuling {
  const setting = rules.election.contestWithin;
  const citation = cite("election.contestWithin", setting);
  const length = parsePeriod(setting.value);
  const { lastDay } = forwardDeadline({ citation }, { end: { event: announced, length }, shift: "bgb193", holidays });
  return { rule: "election.contest", citation, alsoFrom: [], lastDay, isInTime: on <= lastDay };
}
