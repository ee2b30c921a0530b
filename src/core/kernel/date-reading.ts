import type { LocalDate, LocalTime, Quarter, Weekday } from "./local-date.ts";

/** Uhrzeit einer Datumsangabe. `about`: only a part of the day was named ("nachmittags"), `from` is its usual hour. */
export type TimeSpan = {
  readonly from: LocalTime;
  readonly to?: LocalTime;
  readonly precision: "exact" | "about";
};

/** Eine mögliche Deutung, offered as a choice. */
export type DateCandidate = { readonly date: LocalDate; readonly time?: TimeSpan };

/** Warum nachgefragt wird. */
export type QuestionReason =
  /** "nächsten Freitag" said on a Wednesday: this week's or next week's. */
  | "whichWeek"
  /** "Mittwoch 14 Uhr" said on a Wednesday morning. */
  | "todayOrNextWeek"
  /** "in acht Tagen": idiom for a week, or eight days. */
  | "eightDays"
  /** More than one day was named ("Freitag oder Montag"). */
  | "severalDates"
  /** More than one time was named. */
  | "severalTimes"
  /** "um 3": at night or in the afternoon. */
  | "hourOfDay"
  /** "um 15 Uhr" said at 16:00. */
  | "timeHasPassed"
  /** "Mitternacht", "24 Uhr": where the day begins or where it ends. */
  | "midnight"
  /** "12.5.85": 1985 or 2085. */
  | "whichCentury"
  /** "29.2." without a year, and the coming year has none. */
  | "leapDay"
  /** "9.12": a day or a time. */
  | "dayOrTime"
  /** "bis Mai": until it begins or until it ends. */
  | "deadlineOfPeriod"
  /** Something in the text was not understood (`rest`). */
  | "unreadText";

/** Welche Angabe dem Datum widerspricht. */
export type ContradictedBy =
  | { readonly kind: "weekday"; readonly weekday: Weekday }
  | { readonly kind: "quarter"; readonly quarter: Quarter }
  | { readonly kind: "calendarWeek"; readonly week: number };

/** Warum eine Angabe nicht stimmen kann. */
export type DateErrorCode =
  | "empty"
  | "tooLong"
  | "notADate"
  | "noSuchDay"
  | "noSuchWeek"
  | "noSuchQuarter"
  | "noSuchTime"
  | "noSuchWeekdayInMonth"
  | "endBeforeStart"
  | "endsAfterMidnight"
  | "tooFarAway";

/**
 * Gelesene Datumsangabe: what a typed German date means, seen from a reference day.
 * Only `date` and `period` may be used as they are, and even they are read back to the person.
 */
export type DateReading =
  | {
      readonly kind: "date";
      readonly date: LocalDate;
      readonly time?: TimeSpan;
      /** "bis", "spätestens": the day is the last one. */
      readonly isDeadline: boolean;
    }
  | { readonly kind: "period"; readonly from: LocalDate; readonly to: LocalDate; readonly time?: TimeSpan }
  /** Regeltermin ("jeden ersten Mittwoch im Quartal"), kept as typed. */
  | { readonly kind: "series"; readonly text: string; readonly time?: TimeSpan }
  /** Ungefähre Angabe ("ab Mitte 2025", "4. Sitzungslauf 2024"), kept as typed. */
  | { readonly kind: "vague"; readonly text: string }
  | {
      readonly kind: "question";
      readonly reason: QuestionReason;
      readonly candidates: readonly DateCandidate[];
      readonly isDeadline: boolean;
      /** The words that were not understood. */
      readonly rest?: string;
    }
  | {
      readonly kind: "contradiction";
      /** The day as its numbers say. */
      readonly date: LocalDate;
      readonly contradictedBy: ContradictedBy;
      readonly candidates: readonly DateCandidate[];
      readonly isDeadline: boolean;
    }
  | {
      readonly kind: "error";
      readonly code: DateErrorCode;
      /** The offending part as understood, e.g. "31.04.". */
      readonly part?: string;
      readonly candidates: readonly DateCandidate[];
    };

/** Wovon aus gelesen wird. */
export type DateContext = {
  /** The day of the chat message or of the document. */
  readonly reference: LocalDate;
  readonly referenceTime?: LocalTime;
  /** Where a missing year or week lies: ahead (default), or wherever it is closest (reports about the past). */
  readonly direction?: "forward" | "nearest";
};

/** Port: reads dates the way people in German offices type them. */
export type ReadingDates = {
  readDate(text: string, context: DateContext): DateReading;
  /** The same for a last day: a period means its last day ("Ende November"), `isDeadline` is always set. */
  readDeadline(text: string, context: DateContext): DateReading;
};
