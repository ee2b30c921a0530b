import type {
  ContradictedBy,
  DateCandidate,
  DateErrorCode,
  DateReading,
  QuestionReason,
} from "../core/kernel/date-reading.ts";
import { type Quarter, quarterOf, weekdayOf } from "../core/kernel/local-date.ts";
import { dateAndTime, dateWithWeekday, numericDate, weekdayName } from "./dates.ts";
import { excerpt } from "./prompts.ts";

/** "Montag, 20.03.2023, 9–16 Uhr" */
export function candidateLabel({ date, time }: DateCandidate): string {
  return time === undefined || time.precision === "about"
    ? dateWithWeekday(date)
    : dateAndTime(date, time.from, time.to);
}

/** Warum eine Datumsangabe so nicht übernommen wird. */
export function dateProblem(typed: string, reading: Exclude<DateReading, { kind: "date" }>): string {
  switch (reading.kind) {
    case "contradiction":
      return `${contradiction(reading.date, reading.contradictedBy)} Was ist gemeint?`;
    case "question":
      return questions[reading.reason](reading.rest);
    case "error":
      return errors[reading.code](reading.part ?? excerpt(typed));
    case "period":
      return `„${excerpt(typed)}“ sind mehrere Tage (${numericDate(reading.from)} bis ${numericDate(reading.to)}). Gebraucht wird ein Tag.`;
    case "series":
      return `„${excerpt(typed)}“ ist eine Regel für viele Termine. Gebraucht wird ein Tag.`;
    case "vague":
      return `„${excerpt(typed)}“ ist zu ungenau. Gebraucht wird ein Tag, zum Beispiel 12.05.2027, 9–12 Uhr.`;
  }
}

function contradiction(date: Parameters<typeof weekdayOf>[0], by: ContradictedBy): string {
  switch (by.kind) {
    case "weekday":
      return `Der ${numericDate(date)} ist ein ${weekdayName(weekdayOf(date))}, kein ${weekdayName(by.weekday)}.`;
    case "quarter":
      return wrongQuarter(date, by.quarter);
    case "calendarWeek":
      return `Der ${numericDate(date)} liegt nicht in der Kalenderwoche ${by.week}.`;
  }
}

export function wrongQuarter(date: Parameters<typeof weekdayOf>[0], quarter: Quarter | number): string {
  return `Der ${numericDate(date)} liegt im ${quarterOf(date)}. Quartal, nicht im ${quarter}.`;
}

const questions: Readonly<Record<QuestionReason, (rest: string | undefined) => string>> = {
  whichWeek: () => "Diese oder nächste Woche?",
  todayOrNextWeek: () => "Heute oder nächste Woche?",
  eightDays: () => "In einer Woche oder in acht Tagen?",
  severalDates: () => "Das sind mehrere Tage. Welcher ist gemeint?",
  severalTimes: () => "Das sind mehrere Uhrzeiten. Welche ist gemeint?",
  hourOfDay: () => "Nachts oder nachmittags?",
  timeHasPassed: () => "Diese Uhrzeit ist heute schon vorbei. Welcher Tag ist gemeint?",
  midnight: () => "Mitternacht am Anfang oder am Ende des Tages?",
  whichCentury: () => "Welches Jahr ist gemeint?",
  leapDay: () => "Den 29. Februar gibt es in diesem Jahr nicht. Welches Jahr ist gemeint?",
  dayOrTime: () => "Ein Tag oder eine Uhrzeit?",
  deadlineOfPeriod: () => "Bis zum Anfang oder bis zum Ende?",
  unreadText: (rest) =>
    rest === undefined
      ? "Einen Teil davon habe ich nicht verstanden."
      : `„${excerpt(rest)}“ habe ich nicht verstanden.`,
};

const errors: Readonly<Record<DateErrorCode, (part: string) => string>> = {
  empty: () => "Es fehlt der Tag.",
  tooLong: () => "Die Datumsangabe ist zu lang.",
  notADate: (part) => `„${excerpt(part)}“ ist kein Datum. Zum Beispiel: 12.05.2027, 9–12 Uhr.`,
  noSuchDay: (part) => `Den ${excerpt(part)} gibt es nicht.`,
  noSuchWeek: (part) => `Diese Kalenderwoche gibt es nicht: ${excerpt(part)}.`,
  noSuchQuarter: (part) => `Dieses Quartal gibt es nicht: ${excerpt(part)}.`,
  noSuchTime: (part) => `Diese Uhrzeit gibt es nicht: ${excerpt(part)}.`,
  noSuchWeekdayInMonth: (part) => `Diesen Wochentag gibt es in dem Monat nicht so oft: ${excerpt(part)}.`,
  endBeforeStart: (part) => `Das Ende liegt vor dem Anfang: ${excerpt(part)}.`,
  endsAfterMidnight: (part) => `Das ginge über Mitternacht hinaus: ${excerpt(part)}.`,
  tooFarAway: (part) => `Dieser Tag liegt zu weit weg: ${excerpt(part)}.`,
};
