import type { LocalDate } from "../kernel/local-date.ts";
import { daysLater, type Holidays } from "../kernel/workdays.ts";
import { type ForwardDeadline, forwardDeadline } from "./forward-deadline.ts";
import { parsePeriod } from "./period.ts";
import type { Rules } from "./rules.ts";
import { cite } from "./setting.ts";

export type AcceptancePeriod = ForwardDeadline & {
  /** At the beginning of this day, local time, silence takes effect. */
  readonly lapsesOn: LocalDate;
  /** What silence then means. */
  readonly silence: Rules["election"]["acceptance"]["value"]["silence"];
};

/** Annahme der Wahl (GO): how long somebody who was told of the election has to answer, and what silence means after it. */
export function acceptancePeriod(rules: Rules, notified: LocalDate, holidays: Holidays): AcceptancePeriod {
  const setting = rules.election.acceptance;
  const { within, silence } = setting.value;
  const deadline = forwardDeadline(
    { citation: cite("election.acceptance", setting) },
    { end: { event: notified, length: parsePeriod(within) }, shift: "bgb193", holidays },
  );
  return { ...deadline, lapsesOn: daysLater(deadline.lastDay, 1), silence };
}
