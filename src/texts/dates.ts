import {
  compareDates,
  type LocalDate,
  type LocalTime,
  partsOf,
  quarterOf,
  type Weekday,
  weekdayOf,
} from "../core/kernel/local-date.ts";

const WEEKDAYS = {
  1: "Montag",
  2: "Dienstag",
  3: "Mittwoch",
  4: "Donnerstag",
  5: "Freitag",
  6: "Samstag",
  7: "Sonntag",
} satisfies Record<Weekday, string>;

const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

export function weekdayName(weekday: Weekday): string {
  return WEEKDAYS[weekday];
}

/** "Januar" for 1; empty for a number that is no month. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? "";
}

/** "27.01.2023" */
export function numericDate(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** "Freitag, 27.01.2023" */
export function dateWithWeekday(date: LocalDate): string {
  return `${weekdayName(weekdayOf(date))}, ${numericDate(date)}`;
}

/** "27. Januar 2023" */
export function writtenDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day}. ${monthName(month)} ${year}`;
}

/** "Freitag, 27. Januar 2023" */
export function writtenDateWithWeekday(date: LocalDate): string {
  return `${weekdayName(weekdayOf(date))}, ${writtenDate(date)}`;
}

/** "1. Quartal 2023" */
export function quarterName(date: LocalDate): string {
  return `${quarterOf(date)}. Quartal ${partsOf(date).year}`;
}

/** "Januar 2023" */
export function monthAndYear(date: LocalDate): string {
  const { year, month } = partsOf(date);
  return `${monthName(month)} ${year}`;
}

/** "09:05 Uhr" */
export function clockTime(time: LocalTime): string {
  return `${time} Uhr`;
}

/** "9–12 Uhr", "09:30–12:00 Uhr"; without an end "09:00 Uhr". */
export function clockSpan(from: LocalTime, to?: LocalTime): string {
  if (to === undefined) return clockTime(from);
  if (isFullHour(from) && isFullHour(to)) return `${Number(from.slice(0, 2))}–${Number(to.slice(0, 2))} Uhr`;
  return `${from}–${to} Uhr`;
}

/** "Freitag, 27.01.2023, 9–12 Uhr" */
export function dateAndTime(date: LocalDate, from: LocalTime, to?: LocalTime): string {
  return `${dateWithWeekday(date)}, ${clockSpan(from, to)}`;
}

/** "10.–12.09.2027", "28.05.–02.06.2027", "28.12.2026–03.01.2027"; one day stays one day. */
export function dateSpan(from: LocalDate, to: LocalDate): string {
  if (compareDates(from, to) === 0) return numericDate(from);
  const [start, end] = [numericDate(from), numericDate(to)];
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${start}–${end}`;
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${start.slice(0, 6)}–${end}`;
  return `${start.slice(0, 3)}–${end}`;
}

function isFullHour(time: LocalTime): boolean {
  return time.endsWith(":00");
}
