import { parseLocalDate, weekdayOf } from "../../../src/core/kernel/local-date.ts";
import { noHolidays } from "../../../src/core/kernel/workdays.ts";
import { meetingBeforeJha, meetingsPerYear } from "../../../src/core/rules/planning.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { weekdayName } from "../../../src/texts/dates.ts";
import { factsOf } from "../facts.ts";

/** Sitzungsplanung. */
export function planningCase(rules: Rules, input: unknown): unknown {
  const facts = factsOf(input);
  if (facts.has("jha")) {
    const { target } = meetingBeforeJha(rules, facts.date("jha"), noHolidays);
    return { is: target, target, weekday: weekdayName(weekdayOf(target)) };
  }
  const days = facts
    .texts("meetings")
    .map(parseLocalDate)
    .filter((day) => day !== undefined);
  const ruling = meetingsPerYear(rules, facts.number("year"), days);
  return { ok: ruling.isEnough, count: ruling.count, needed: ruling.needed, missing: ruling.missing };
}
