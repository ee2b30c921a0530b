import type { SchoolHoliday } from "../../core/calendar/events.ts";
import type { LocalDate, LocalTime, Weekday } from "../../core/kernel/local-date.ts";
import { numericDate } from "../../texts/dates.ts";
import { tooManyPoints } from "../../texts/prompts.ts";
import { dateProblem, noTimesOfDay, noYear, schoolHolidayUnclear } from "../../texts/prompts-dates.ts";
import {
  type Acceptor,
  absent,
  problem,
  type ReadingContext,
  type Rest,
  type Taken,
  taken,
  without,
} from "./acceptor.ts";
import { asProblem, readDate } from "./dates.ts";
import { blankQuotations } from "./quotes.ts";
import { flag } from "./text.ts";

const YEAR = /(?<![\d.])(\d{4})(?![\d.]*\d)\s*,?/;

/** Jahreszahl, not one that belongs to a day. */
export const year: Acceptor<number> = {
  sign: "JAHR",
  take(rest) {
    const match = YEAR.exec(blankQuotations(rest.head));
    if (match === null) return absent;
    const value = Number(match[1]);
    if (value < 2000 || value > 2099) return problem(noYear(`${value}`));
    return taken(value, without(rest, match.index, match.index + match[0].length));
  },
};

/** Regelmäßiger Wochentag: "mittwochs". */
export const weekly: Acceptor<Weekday> = flag<Weekday>("mittwochs", {
  montags: 1,
  dienstags: 2,
  mittwochs: 3,
  donnerstags: 4,
  freitags: 5,
  samstags: 6,
  sonnabends: 6,
  sonntags: 7,
});

export type TimesOfDay = { readonly from: LocalTime; readonly to?: LocalTime };

const CLOCK = String.raw`\d{1,2}(?:[:.]\d{2})?`;
const TIMES = new RegExp(
  String.raw`(?<![\d.])((?:von\s+|um\s+|ab\s+)?${CLOCK}(?:\s*uhr)?(?:\s*(?:–|-|bis)\s*${CLOCK})?\s*uhr)(?!\p{L})\s*,?`,
  "iu",
);

/** Uhrzeiten ohne Tag: "9–12 Uhr". */
export const timesOfDay: Acceptor<TimesOfDay> = {
  sign: "9–12 Uhr",
  take(rest, context) {
    const match = TIMES.exec(blankQuotations(rest.head));
    if (match === null) return absent;
    // Read as on any one day, so that it means the same as everywhere.
    const [all, typed = all] = match;
    const reading = readDate(`${numericDate(context.today())}, ${typed}`, context);
    const time = reading.kind === "date" ? reading.time : undefined;
    if (time?.precision !== "exact") return problem(noTimesOfDay(typed));
    const value = { from: time.from, ...(time.to === undefined ? {} : { to: time.to }) };
    return taken(value, without(rest, match.index, match.index + match[0].length));
  },
};

const MOST = 60;

/** What stands on the line and behind the colon, in parts; each part is one thing. */
function partsOf({ head, body = "" }: Rest): readonly string[] {
  return `${head}\n${body}`
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function eachOf<T>(
  rest: Rest,
  context: ReadingContext,
  read: (part: string, context: ReadingContext) => Taken<T>,
): Taken<readonly T[]> {
  const parts = partsOf(rest);
  if (parts.length === 0) return absent;
  if (parts.length > MOST) return problem(tooManyPoints(parts.length, MOST));
  const values: T[] = [];
  for (const part of parts) {
    const one = read(part, context);
    if (one.kind === "problem") return one;
    if (one.kind === "taken") values.push(one.value);
  }
  return taken(values, { head: "", body: undefined });
}

const NAMED = /^(?<name>\p{L}[^\d;]*?)[\s:,]*(?:\b(?:vom|von|am|ab)\s+)?(?<days>\d.*)$/u;

/** Schulferien: "Sommerferien 03.07.2028 bis 12.08.2028; Herbstferien …", also one in a line. */
export const schoolHolidays: Acceptor<readonly SchoolHoliday[]> = {
  sign: "NAME ERSTER TAG bis LETZTER TAG; …",
  take: (rest, context) => eachOf(rest, context, schoolHoliday),
};

function schoolHoliday(part: string, context: ReadingContext): Taken<SchoolHoliday> {
  const { name, days } = NAMED.exec(part)?.groups ?? {};
  if (name === undefined || days === undefined || name.length > 60) return problem(schoolHolidayUnclear(part), part);
  const reading = readDate(days, context);
  const done = { head: "", body: undefined };
  if (reading.kind === "period") return taken({ name, from: reading.from, to: reading.to }, done);
  if (reading.kind === "date") return taken({ name, from: reading.date, to: reading.date }, done);
  // What is offered in place of one day would take the other one away.
  return problem(dateProblem(days, reading), part);
}

/** Kalendertage: "16.02.2028; 17.05.2028"; "keine" for none. */
export const days: Acceptor<readonly LocalDate[]> = {
  sign: "DATUM; DATUM …",
  fromBody: true,
  take(rest, context) {
    if (/^keine[.!]?$/i.test(partsOf(rest).join(" "))) return taken([], { head: "", body: undefined });
    return eachOf(rest, context, oneDay);
  },
};

function oneDay(part: string, context: ReadingContext): Taken<LocalDate> {
  const reading = readDate(part.replace(/^am\s+/i, ""), context);
  return reading.kind === "date" ? taken(reading.date, { head: "", body: undefined }) : asProblem(part, reading);
}
