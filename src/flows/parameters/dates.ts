import type { Appointment } from "../../core/kernel/appointment.ts";
import type { DateCandidate, DateReading, TimeSpan } from "../../core/kernel/date-reading.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { sameData } from "../../core/kernel/same-data.ts";
import { candidateText } from "../../texts/date-readings.ts";
import { numericDate } from "../../texts/dates.ts";
import { dateProblem } from "../../texts/prompts-dates.ts";
import {
  type Acceptor,
  absent,
  type Problem,
  problem,
  type ReadingContext,
  type Rest,
  type Suggestion,
  taken,
  withHead,
} from "./acceptor.ts";

/** Termin: a day with its times. A weekday that does not fit, or anything that can mean two days, is asked back with candidates. */
export const appointment: Acceptor<Appointment> = {
  sign: "DATUM",
  take(rest, context) {
    const typed = withoutPreposition(rest.head);
    if (typed === "") return absent;
    const reading = readDate(typed, context);
    if (reading.kind === "date") return taken(appointmentOf(reading.date, reading.time), withHead(rest, ""));
    return asProblem(rest.head, reading);
  },
};

/** Kalendertag; a time beside it is refused. */
export const day: Acceptor<LocalDate> = {
  sign: "DATUM",
  take(rest, context) {
    const value = appointment.take(rest, context);
    return value.kind === "taken" ? taken(value.value.date, value.rest) : value;
  },
};

export type Scheduled = { readonly appointment: Appointment; readonly place?: string };

/** Termin mit Ort: "27.01.2023, 9–12 Uhr im Kreishaus, Raum 3". The place begins behind "Ort", "im", "in" or a comma. */
export const appointmentWithPlace: Acceptor<Scheduled> = {
  sign: "DATUM [in ORT]",
  take(rest, context) {
    const typed = withoutPreposition(rest.head);
    if (typed === "") return absent;
    const whole = readDate(typed, context);
    if (whole.kind === "date") return taken({ appointment: appointmentOf(whole.date, whole.time) }, withHead(rest, ""));
    const splits = splitsAtPlace(rest);
    if (isAboutTheDay(whole)) {
      // The shortest words with the same meaning: what stands behind them is the place, and stays.
      const means = ({ date }: { readonly date: string }) =>
        sameData(readDate(withoutPreposition(date), context), whole);
      const day = splits.findLast((split) => !/^uhr\b/i.test(split.place) && means(split));
      return asProblem(day?.date ?? rest.head, whole);
    }
    for (const { date, place } of splits) {
      const reading = readDate(withoutPreposition(date), context);
      if (reading.kind === "date") return placed(appointmentOf(reading.date, reading.time), place, rest);
      // A contradiction must never be mended by taking half of the date for a place.
      if (isAboutTheDay(reading)) return asProblem(date, reading);
    }
    return asProblem(rest.head, whole);
  },
};

const withoutPreposition = (typed: string): string =>
  typed.replace(/^(?:am|auf den|auf)\s+/i, "").replace(/^[,:]\s*/, "");

/** True if all of it was understood and the day itself is in question; false if there were words that are no date. */
function isAboutTheDay(reading: Exclude<DateReading, { kind: "date" }>): boolean {
  if (reading.kind === "question") return reading.reason !== "unreadText";
  return reading.kind !== "error" || (reading.code !== "notADate" && reading.code !== "empty");
}

function placed(value: Appointment, place: string, rest: Rest) {
  return taken({ appointment: value, place }, withHead(rest, ""));
}

/** Every way to cut off a place, longest date first, so that "in 14 Tagen" stays a date. */
function splitsAtPlace(rest: Rest): readonly { readonly date: string; readonly place: string }[] {
  const cuts = [
    ...rest.head.matchAll(/(?:,\s*|\s+)(?:(?:ort:?|im|in der|in den|in|bei)\s+)?(?=[\p{L}"„])/giu),
  ].reverse();
  return cuts.slice(0, 12).map((cut) => {
    const behind = rest.head.slice(cut.index + cut[0].length);
    const keepsArticle = /^(?:,\s*|\s+)(?:in der|in den)\s/i.exec(cut[0]) !== null;
    const place = keepsArticle ? cut[0].replace(/^[,\s]+/, "") + behind : behind;
    return { date: rest.head.slice(0, cut.index), place: place.replace(/^["„»«“]|["“”»«]$/gu, "").trim() };
  });
}

export function readDate(typed: string, context: ReadingContext): DateReading {
  return context.ports.dates.readDate(typed, { reference: context.today(), referenceTime: context.time() });
}

export function appointmentOf(date: LocalDate, time: TimeSpan | undefined): Appointment {
  if (time === undefined || time.precision === "about") return { date };
  return { date, from: time.from, ...(time.to === undefined ? {} : { to: time.to }) };
}

/** Everything but a plain day, as a question or a refusal. */
export function asProblem(typed: string, reading: Exclude<DateReading, { kind: "date" }>): Problem {
  const candidates = "candidates" in reading ? reading.candidates : [];
  return problem(dateProblem(typed, reading), typed, candidates.map(dateSuggestion));
}

/** Written so that it can be read in one way only. */
export function dateSuggestion(candidate: DateCandidate): Suggestion {
  const { date, time } = candidate;
  const day = numericDate(date);
  const label = candidateText(candidate);
  if (time === undefined || time.precision === "about") return { label, instead: day };
  const until = time.to === undefined ? "" : ` bis ${time.to}`;
  return { label, instead: `${day}, ${time.from}${until} Uhr` };
}
