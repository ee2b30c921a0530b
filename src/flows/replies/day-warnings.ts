import type { Slices } from "../../core/committee/state.ts";
import { isWeekend, type LocalDate } from "../../core/kernel/local-date.ts";
import type { Holidays } from "../../core/kernel/workdays.ts";
import { inSchoolHolidays, onHoliday, onWeekend } from "../../texts/announcements-planning.ts";

/** Worauf bei einem Tag zu achten ist: public holiday, weekend, school holidays; a sentence each. */
export function dayWarnings(
  { calendar }: Pick<Slices, "calendar">,
  date: LocalDate,
  holidays: Holidays,
): readonly string[] {
  const school = calendar.schoolHolidays.filter(({ from, to }) => from <= date && date <= to);
  return [
    ...(holidays.has(date) ? [onHoliday(date)] : []),
    ...(isWeekend(date) ? [onWeekend(date)] : []),
    ...school.map((one) => inSchoolHolidays(date, one)),
  ];
}
