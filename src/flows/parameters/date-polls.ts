import { pendingDatePolls } from "../../core/committee/date-poll-now.ts";
import type { Appointment } from "../../core/kernel/appointment.ts";
import type { DateCandidate, DateReading } from "../../core/kernel/date-reading.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { addDays, daysBetween, type LocalDate } from "../../core/kernel/local-date.ts";
import {
  datePollName,
  differentPlaces,
  noDatePollNumber,
  noOptionNumber,
  optionName,
  separateOptions,
} from "../../texts/announcements-date-poll.ts";
import { onePlaceOnly, separateDays } from "../../texts/announcements-workshop.ts";
import { excerpt } from "../../texts/prompts.ts";
import {
  type Acceptor,
  absent,
  type Problem,
  problem,
  type ReadingContext,
  type Rest,
  type Taken,
  taken,
  withHead,
  without,
} from "./acceptor.ts";
import { appointmentWithPlace, dateSuggestion, readDate } from "./dates.ts";
import { people } from "./people.ts";
import { blankQuotations } from "./quotes.ts";
import { lastDay } from "./written-procedures.ts";

/** Nummer einer Terminumfrage, only if one is said. */
export const namedDatePoll: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    if (rest.head === "") return absent;
    const match = /^(\d{1,6})\.?(?=\s|$)/u.exec(rest.head);
    if (match === null) return problem(noDatePollNumber(excerpt(rest.head)));
    return taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Nummer einer Terminumfrage in front of another number. */
export const datePollAhead: Acceptor<number> = {
  sign: "UMFRAGE",
  take(rest) {
    const match = /^(\d{1,6})\s+(?=(?:termin\s+)?\d)/iu.exec(rest.head);
    return match === null ? absent : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Vorschlag nach seiner Nummer. */
export const optionNumber: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    if (rest.head === "") return absent;
    const match = /^(?:(?:termin|vorschlag|nr\.?|nummer)\s+)?(\d{1,3})\.?$/iu.exec(rest.head);
    return match === null ? problem(noOptionNumber(excerpt(rest.head))) : taken(Number(match[1]), withHead(rest, ""));
  },
  offer({ state }) {
    const [only, another] = pendingDatePolls(state);
    if (only === undefined || another !== undefined) return [];
    return only.options.map((one, index) => ({ label: optionName(index + 1, one), instead: `${index + 1}` }));
  },
};

/** Nummer einer offenen Terminumfrage; without one, the only one. */
export const pendingDatePoll: Acceptor<number> = {
  ...namedDatePoll,
  offer: ({ state }) =>
    pendingDatePolls(state).map(({ poll, title }) => ({ label: datePollName(poll, title), instead: `${poll}` })),
};

export type PollDates = { readonly options: readonly Appointment[]; readonly place?: string };

/** A longer period is a time of the year. */
const MOST_DAYS = 7;

type Sentences = { separate(): string; onePlace(one: string, other: string): string };

/** Vorschläge: days with their times, separated by semicolons or "oder"; the place may stand behind one of them. */
export const pollDates: Acceptor<PollDates> = {
  sign: "DATUM; DATUM … [im ORT]",
  take: (rest, context) => takeDays(rest, context, { separate: separateOptions, onePlace: differentPlaces }),
};

/** Tage eines Workshops, written in the same way. */
export const workshopDays: Acceptor<PollDates> = {
  sign: "DATUM[; DATUM …] [im ORT]",
  take: (rest, context) => takeDays(rest, context, { separate: separateDays, onePlace: onePlaceOnly }),
};

function takeDays(rest: Rest, context: ReadingContext, sentences: Sentences): Taken<PollDates> {
  const parts = rest.head
    .split(/;|(?<=\s)oder(?=\s)/iu)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) return absent;
  const options: Appointment[] = [];
  let place: string | undefined;
  for (const part of parts) {
    const several = severalDays(part, context, sentences);
    if (several !== undefined) return several;
    const reading = appointmentWithPlace.take({ head: part, body: undefined }, context);
    if (reading.kind === "absent") continue;
    if (reading.kind === "problem") return reading;
    const { value } = reading;
    if (place !== undefined && value.place !== undefined && place !== value.place)
      return problem(sentences.onePlace(excerpt(place), excerpt(value.place)));
    place ??= value.place;
    options.push(value.appointment);
  }
  return taken({ options, ...(place === undefined ? {} : { place }) }, withHead(rest, ""));
}

/** "12.05., 14.05.", "20.–21.03.": most likely a day each; offered so, never taken for them. */
function severalDays(part: string, context: ReadingContext, { separate }: Sentences): Problem | undefined {
  const reading = readDate(part, context);
  const days = reading.kind === "period" ? daysOfPeriod(reading.from, reading.to) : candidatesOf(reading);
  if (days.length === 0) return undefined;
  const instead = days.map((candidate) => dateSuggestion(candidate).instead).join("; ");
  return problem(separate(), part, [{ label: instead, instead }]);
}

const candidatesOf = (reading: DateReading): readonly DateCandidate[] =>
  reading.kind === "question" && reading.reason === "severalDates" ? reading.candidates : [];

/** None, if it is too long to be meant day by day. */
function daysOfPeriod(from: LocalDate, to: LocalDate): readonly DateCandidate[] {
  const count = daysBetween(from, to) + 1;
  return count > MOST_DAYS ? [] : Array.from({ length: count }, (_, index) => ({ date: addDays(from, index) }));
}

const DAY_IN_NUMBERS = "\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{4}|\\d{2}(?!\\d))?(?![\\d:])";
const UNTIL = new RegExp(
  `(?<![\\p{L}\\p{N}])bis\\s+(?:(?:zum|einschließlich|spätestens)\\s+)?(${DAY_IN_NUMBERS}|.+?(?=\\s+(?:mit|im|in|bis|oder)\\s|\\s*;|\\s*$))`,
  "giu",
);
/** "9 bis 12 Uhr", "9 bis 12", "9 bis 12.30"; "bis 20.04" is asked about. */
const CLOCK_TIME = /^(?:\d{1,2}(?:[.:]\d{2})?\s*(?:uhr|h)|\d{1,2}(?::\d{2}|\.(?:00|15|30|45))?|mittags?|abends?)$/iu;

/** Antwortfrist: the last "bis" that is no end of a time. */
export const answersUntil: Acceptor<LocalDate> = {
  sign: "bis DATUM",
  take(rest, context) {
    const matches = [...blankQuotations(rest.head).matchAll(UNTIL)];
    const match = matches.findLast(([, typed = ""]) => !CLOCK_TIME.test(typed));
    if (match === undefined) return absent;
    const [whole, typed = ""] = match;
    const value = lastDay.take({ head: typed, body: undefined }, context);
    return value.kind === "taken" ? taken(value.value, without(rest, match.index, match.index + whole.length)) : value;
  },
};

const WITH = /(?<![\p{L}\p{N}])mit\s+(.+?)(?=\s+(?:im|in|bis|am)\s|\s+\d|\s*;|\s*$)/iu;

/** Wer dabei sein muss: the names behind "mit", up to a day, a place or a last day. */
export const peopleNeeded: Acceptor<readonly PersonId[]> = {
  sign: `mit ${people.sign}`,
  take(rest, context) {
    const match = WITH.exec(blankQuotations(rest.head));
    if (match === null) return absent;
    const [whole, typed = ""] = match;
    const value = people.take({ head: typed, body: undefined }, context);
    return value.kind === "taken" ? taken(value.value, without(rest, match.index, match.index + whole.length)) : value;
  },
};
