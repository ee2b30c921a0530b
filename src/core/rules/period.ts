import type { LocalDate } from "../kernel/local-date.ts";
import { daysLater, monthsLater } from "../kernel/workdays.ts";
import { quotientDown, requireCounts } from "./integers.ts";
import type { Period } from "./rule-values.ts";

/** Einheit einer Frist in calendar units (§ 189 BGB: half a month is 15 days, a quarter three months, half a year six). */
export type PeriodUnit = "calendarDay" | "week" | "halfMonth" | "month" | "quarterYear" | "halfYear" | "year";

/** Länge einer Frist: `n` units, 0 or more. */
export type PeriodLength = { readonly n: number; readonly unit: PeriodUnit };

const unitsOfPeriod: Readonly<Record<string, PeriodUnit>> = { D: "calendarDay", W: "week", M: "month", Y: "year" };

/** "P14D", "P3W", "P2M", "P2Y". Throws on anything else: the rules file has been checked. */
export function parsePeriod(period: Period): PeriodLength {
  const match = /^P(\d{1,6})([DWMY])$/.exec(period);
  const unit = unitsOfPeriod[match?.[2] ?? ""];
  if (match === null || unit === undefined) throw new RangeError(`not a period: ${period}`);
  return { n: Number(match[1]), unit };
}

/** Last day of a period that begins after `event` (§§ 187 Abs. 1, 188 BGB): the day of the event does not count. */
export function lastDayOf({ n, unit }: PeriodLength, event: LocalDate): LocalDate {
  requireCounts({ n });
  return moved(event, n, unit, 1);
}

/** The day that lies a whole period before `day`. */
export function dayBefore({ n, unit }: PeriodLength, day: LocalDate): LocalDate {
  requireCounts({ n });
  return moved(day, n, unit, -1);
}

const monthsOf = { month: 1, quarterYear: 3, halfYear: 6, year: 12 };

function moved(day: LocalDate, n: number, unit: PeriodUnit, direction: 1 | -1): LocalDate {
  switch (unit) {
    case "calendarDay":
      return daysLater(day, direction * n);
    case "week":
      return daysLater(day, direction * n * 7);
    case "halfMonth": {
      // § 189 Abs. 2 BGB: whole months first, the 15 days last.
      const whole = monthsLater(day, direction * quotientDown(n, 2));
      return daysLater(whole, direction * 15 * (n % 2));
    }
    case "month":
    case "quarterYear":
    case "halfYear":
    case "year":
      return monthsLater(day, direction * n * monthsOf[unit]);
  }
}
