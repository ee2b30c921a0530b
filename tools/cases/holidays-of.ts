import { createHolidayCalendar } from "../../src/adapters/calendar/holidays.ts";
import { parseLocalDate } from "../../src/core/kernel/local-date.ts";
import { type Holidays, noHolidays } from "../../src/core/kernel/workdays.ts";
import type { Rules } from "../../src/core/rules/rules.ts";
import type { Facts } from "./facts.ts";

const calendar = createHolidayCalendar();

/** Holidays as the case lists them, else those of the Land it names; none where it names neither. */
export function holidaysOf(rules: Rules | undefined, facts: Facts): Holidays {
  if (facts.has("holidays")) {
    const days = facts.texts("holidays").map(parseLocalDate);
    return new Set(days.filter((day) => day !== undefined));
  }
  const land = facts.has("land") ? facts.text("land") : rules?.land.value;
  return land === undefined || land === null ? noHolidays : calendar.holidaysOf(land);
}
