import type {
  ContradictedBy,
  DateCandidate,
  DateErrorCode,
  DateReading,
  QuestionReason,
  TimeSpan,
} from "../core/kernel/date-reading.ts";
import { type LocalDate, type LocalTime, weekdayOf } from "../core/kernel/local-date.ts";
import { clockSpan, clockTime, dateSpan, dateWithWeekday, numericDate, weekdayName } from "./dates.ts";

const QUESTIONS = {
  whichWeek: "Das kann zwei Wochen meinen.",
  todayOrNextWeek: "Das kann heute oder in einer Woche sein.",
  eightDays: "„In acht Tagen“ heißt für viele „in einer Woche“.",
  severalDates: "Das sind mehrere Tage.",
  severalTimes: "Das sind mehrere Uhrzeiten.",
  hourOfDay: "Die Uhrzeit ist nicht eindeutig.",
  timeHasPassed: "Diese Uhrzeit ist heute schon vorbei.",
  midnight: "Mitternacht gehört zu zwei Tagen.",
  whichCentury: "Das Jahr ist nicht eindeutig.",
  leapDay: "Den 29. Februar gibt es nicht in jedem Jahr.",
  dayOrTime: "Das kann ein Tag oder eine Uhrzeit sein.",
  deadlineOfPeriod: "„Bis“ kann den Beginn oder das Ende meinen.",
  unreadText: "Nicht alles wurde verstanden.",
} satisfies Record<QuestionReason, string>;

const EXAMPLE = "Zum Beispiel: „12.05.2027, 9–12 Uhr“.";

const ERRORS = {
  empty: `Bitte geben Sie ein Datum an. ${EXAMPLE}`,
  tooLong: `Das ist zu lang für ein Datum. ${EXAMPLE}`,
  notADate: `Darin steckt kein Datum. ${EXAMPLE}`,
  noSuchDay: "Diesen Tag gibt es nicht",
  noSuchWeek: "Diese Kalenderwoche gibt es in dem Jahr nicht",
  noSuchQuarter: "Dieses Quartal gibt es nicht",
  noSuchTime: "Diese Uhrzeit gibt es nicht",
  noSuchWeekdayInMonth: "So viele dieser Wochentage hat der Monat nicht.",
  endBeforeStart: "Das Ende liegt nicht nach dem Beginn.",
  endsAfterMidnight: "Das Ende liegt auf Mitternacht. Bitte geben Sie als Ende höchstens 23:59 Uhr an.",
  tooFarAway: "Das liegt zu weit weg. Bitte geben Sie das Datum mit Jahr an.",
} satisfies Record<DateErrorCode, string>;

/** Gelesenes Datum in one or two sentences: read back, asked about or refused. */
export function dateReadingText(reading: DateReading): string {
  switch (reading.kind) {
    case "date":
      return `${reading.isDeadline ? "bis " : ""}${candidateText(reading)}`;
    case "period":
      return `${dateSpan(reading.from, reading.to)}${timeText(reading.time)}`;
    case "series":
    case "vague":
      return reading.text;
    case "question":
      return joined(reasonText(reading.reason, reading.rest), choiceText(reading.candidates));
    case "contradiction":
      return joined(contradictionText(reading.date, reading.contradictedBy), choiceText(reading.candidates));
    case "error":
      return joined(errorText(reading.code, reading.part), choiceText(reading.candidates));
  }
}

/** "Freitag, 20.11.2026, 14:00 Uhr"; a part of the day without an hour says so. */
export function candidateText({ date, time }: DateCandidate): string {
  return `${dateWithWeekday(date)}${timeText(time)}`;
}

/** "Meinen Sie A oder B?"; empty without candidates. */
export function choiceText(candidates: readonly DateCandidate[]): string {
  const texts = candidates.map(candidateText);
  const last = texts.at(-1);
  if (last === undefined) return "";
  if (texts.length === 1) return `Meinen Sie ${last}?`;
  return `Meinen Sie ${texts.slice(0, -1).join("; ")} oder ${last}?`;
}

export function errorText(code: DateErrorCode, part?: string): string {
  const text = ERRORS[code];
  if (text.endsWith(".")) return text;
  return part === undefined ? `${text}.` : `${text}: ${part}.`;
}

/** Zeitumstellung im Frühjahr. */
export function skippedTimeText(date: LocalDate, time: LocalTime): string {
  return `${clockTime(time)} gibt es am ${numericDate(date)} nicht: Die Uhr wird vorgestellt.`;
}

/** Zeitumstellung im Herbst. */
export function doubledTimeText(date: LocalDate, time: LocalTime): string {
  return `${clockTime(time)} gibt es am ${numericDate(date)} zweimal: Die Uhr wird zurückgestellt. Meinen Sie die Sommerzeit oder die Winterzeit?`;
}

function reasonText(reason: QuestionReason, rest: string | undefined): string {
  return reason === "unreadText" && rest !== undefined ? `Nicht verstanden: „${rest}“.` : QUESTIONS[reason];
}

function contradictionText(date: LocalDate, contradictedBy: ContradictedBy): string {
  const day = numericDate(date);
  switch (contradictedBy.kind) {
    case "weekday": {
      const [actual, typed] = [weekdayName(weekdayOf(date)), weekdayName(contradictedBy.weekday)];
      return `Der ${day} ist ein ${actual}, kein ${typed}.`;
    }
    case "quarter":
      return `Der ${day} liegt nicht im ${contradictedBy.quarter}. Quartal.`;
    case "calendarWeek":
      return `Der ${day} liegt nicht in der KW ${contradictedBy.week}.`;
  }
}

function timeText(time: TimeSpan | undefined): string {
  if (time === undefined) return "";
  const span = clockSpan(time.from, time.to);
  return time.precision === "about" ? `, etwa ${span}` : `, ${span}`;
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
