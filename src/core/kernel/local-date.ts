/**
 * Kalendertage and Uhrzeiten as people on the spot read them: no zone, no instant, integer arithmetic only.
 * Method: days counted from the civil calendar in 400-year cycles (proleptic Gregorian).
 */

declare const brand: unique symbol;

/** Kalendertag (local date): ISO 8601 `YYYY-MM-DD`, a day that exists, years 0001–9999. Sorts as text. */
export type LocalDate = string & { readonly [brand]: "LocalDate" };

/** Uhrzeit (local time): `HH:MM`, 00:00–23:59. Sorts as text. */
export type LocalTime = string & { readonly [brand]: "LocalTime" };

/** Wochentag: 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Quartal. */
export type Quarter = 1 | 2 | 3 | 4;

/** Ein Tag in Zahlen: `month` 1–12, `day` 1–31. */
export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_CYCLE = 146_097;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function parseLocalDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return makeLocalDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function parseLocalTime(text: string): LocalTime | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return makeLocalTime(Number(match[1]), Number(match[2]));
}

/** Undefined if the calendar has no such day (31.04., 29.02.2027, month 13). */
export function makeLocalDate(year: number, month: number, day: number): LocalDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  // The checks above are what the brand promises.
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as LocalDate;
}

/** Undefined unless 0 ≤ hour ≤ 23 and 0 ≤ minute ≤ 59; "24:00" is not a time of this day. */
export function makeLocalTime(hour: number, minute: number): LocalTime | undefined {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) return undefined;
  if (!Number.isInteger(minute) || minute < 0 || minute > 59) return undefined;
  // The checks above are what the brand promises.
  return `${padded(hour, 2)}:${padded(minute, 2)}` as LocalTime;
}

export function partsOf(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function minutesOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** Throws RangeError beyond the years 0001–9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumberOf(date) + days);
}

/** The same-named day; where the month is too short its last day (§ 188 Abs. 3 BGB). Throws RangeError beyond 0001–9999. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthIndex / 12);
  const targetMonth = monthIndex - targetYear * 12 + 1;
  return existing(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

export function weekdayOf(date: LocalDate): Weekday {
  // Day 0 (1970-01-01) was a Thursday; the remainder is 0–6, so the sum is a Weekday.
  return (modulo(dayNumberOf(date) + 3, 7) + 1) as Weekday;
}

/** Samstag or Sonntag. */
export function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) >= 6;
}

export function quarterOf(date: LocalDate): Quarter {
  // Months 1–12 give 1–4.
  return Math.ceil(partsOf(date).month / 3) as Quarter;
}

export function firstDayOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return existing(year, month, 1);
}

export function lastDayOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return existing(year, month, daysInMonth(year, month));
}

/** The Monday of the day's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Monday of a Kalenderwoche (ISO 8601: week 1 holds 4 January); undefined if the year has no such week. */
export function mondayOfCalendarWeek(year: number, week: number): LocalDate | undefined {
  const fourthOfJanuary = makeLocalDate(year, 1, 4);
  if (fourthOfJanuary === undefined || !Number.isInteger(week) || week < 1 || week > 53) return undefined;
  const monday = addDays(mondayOf(fourthOfJanuary), (week - 1) * 7);
  // A week belongs to the year of its Thursday.
  return partsOf(addDays(monday, 3)).year === year ? monday : undefined;
}

/** Negative if `a` is earlier, 0 if equal, positive if later; fits `Array.sort`. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Days since 1970-01-01. */
function dayNumberOf(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  // Years counted from March, so that the leap day comes last.
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_IN_CYCLE + dayOfCycle - DAYS_BEFORE_1970;
}

function fromDayNumber(dayNumber: number): LocalDate {
  const shifted = dayNumber + DAYS_BEFORE_1970;
  const cycle = Math.floor(shifted / DAYS_IN_CYCLE);
  const dayOfCycle = shifted - cycle * DAYS_IN_CYCLE;
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const yearStart = 365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  const dayOfYear = dayOfCycle - yearStart;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  return existing(year, month, day);
}

function existing(year: number, month: number, day: number): LocalDate {
  const date = makeLocalDate(year, month, day);
  if (date === undefined) throw new RangeError(`no local date for ${year}-${month}-${day}`);
  return date;
}

function modulo(value: number, base: number): number {
  return ((value % base) + base) % base;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
