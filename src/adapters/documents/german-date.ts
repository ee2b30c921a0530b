import { parseLocalDate, parseLocalTime } from "../../core/kernel/local-date.ts";
import { clockSpan, clockTime, dateWithWeekday, numericDate, writtenDate } from "../../texts/dates.ts";

export const DATE_STYLES = ["kurz", "lang", "wochentag"] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

const WRITERS = { kurz: numericDate, lang: writtenDate, wochentag: dateWithWeekday } satisfies Record<
  DateStyle,
  unknown
>;

/** "27.01.2023", lang: "27. Januar 2023", wochentag: "Freitag, 27.01.2023". Throws for a text that is no local date. */
export function germanDate(iso: string, style: DateStyle = "kurz"): string {
  return WRITERS[style](found(parseLocalDate(iso), iso));
}

/** "09:30 Uhr". Throws for a text that is no local time. */
export function germanTime(time: string): string {
  return clockTime(found(parseLocalTime(time), time));
}

/** "9–12 Uhr", "09:30–12:00 Uhr", without an end "ab 09:00 Uhr". */
export function germanPeriod(begin: string, end: string | undefined): string {
  if (end === undefined) return `ab ${germanTime(begin)}`;
  return clockSpan(found(parseLocalTime(begin), begin), found(parseLocalTime(end), end));
}

function found<T>(parsed: T | undefined, text: string): T {
  if (parsed === undefined) throw new Error(`no local date or time: ${text}`);
  return parsed;
}
