import type { Weekday } from "../../core/kernel/local-date.ts";

/** What the grammar finds in a text, before it is seen from a reference day. */
export type Piece =
  | DayPiece
  | { readonly kind: "dayOrTime"; readonly day: number; readonly month: number; readonly isDay: boolean }
  | { readonly kind: "weekday"; readonly weekday: Weekday; readonly which?: Which }
  | NthPiece
  | { readonly kind: "feast"; readonly feast: Feast; readonly year?: YearRef }
  /** "heute", "gestrigen" */
  | { readonly kind: "relativeDay"; readonly days: number }
  /** "in zwei Wochen"; negative for "vor zwei Wochen". */
  | { readonly kind: "offset"; readonly amount: number; readonly unit: Unit }
  /** "zwei Wochen vor" a day that follows. */
  | { readonly kind: "step"; readonly amount: number; readonly unit: Unit }
  | SpanPiece
  | { readonly kind: "part"; readonly part: PartOfSpan }
  | TimePiece
  | { readonly kind: "partOfDay"; readonly part: PartOfDay }
  /** c. t.: a quarter of an hour later. */
  | { readonly kind: "academicQuarter" }
  | { readonly kind: "join"; readonly how: Join }
  /** "bis"; `isInclusive` for "spätestens", "bis einschließlich". */
  | { readonly kind: "until"; readonly isInclusive: boolean }
  /** "vor dem …": until the day before. */
  | { readonly kind: "before" }
  /** "ab", "nach", "frühestens" */
  | { readonly kind: "openStart" }
  | { readonly kind: "series" }
  | { readonly kind: "vague" }
  | { readonly kind: "unread"; readonly text: string };

/** `month` missing: only "am 20."; a number for `month` may not exist (13). */
export type DayPiece = {
  readonly kind: "day";
  readonly day: number;
  readonly month?: number | { readonly shift: number };
  readonly year?: YearRef;
};

/** "am ersten Mittwoch im Februar" */
export type NthPiece = {
  readonly kind: "nth";
  readonly nth: number | "last";
  readonly weekday: Weekday;
  readonly month: number | { readonly shift: number };
  readonly year?: YearRef;
};

/** A stretch of days. `shift` counts from the reference's own ("nächste Woche" is 1). */
export type SpanPiece =
  | { readonly kind: "week"; readonly shift: number }
  | { readonly kind: "calendarWeek"; readonly week: number; readonly lastWeek: number; readonly year?: YearRef }
  | { readonly kind: "month"; readonly month: number; readonly year?: YearRef }
  | { readonly kind: "monthShift"; readonly shift: number }
  | { readonly kind: "quarter"; readonly quarter: number; readonly year?: YearRef }
  | { readonly kind: "quarterShift"; readonly shift: number }
  | { readonly kind: "season"; readonly firstMonth: number; readonly year?: YearRef; readonly overNewYear: boolean }
  | { readonly kind: "year"; readonly year: YearRef };

export type TimePiece = {
  readonly kind: "time";
  readonly from: ClockText;
  readonly to?: ClockText;
  readonly isAbout: boolean;
};

/** A time as typed. `hour` and `minute` may not exist (25:75). */
export type ClockText = {
  readonly hour: number;
  readonly minute: number;
  /** `spoken`: "halb zehn"; `plain`: "3 Uhr"; `exact`: "03:00", where nobody means the afternoon. */
  readonly style: "spoken" | "plain" | "exact";
};

/** `short`: two digits. `shift`: seen from the reference's year ("d. J." is 0). */
export type YearRef =
  | { readonly kind: "absolute"; readonly year: number }
  | { readonly kind: "short"; readonly digits: number }
  | { readonly kind: "shift"; readonly shift: number };

export type Feast =
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  /** Days from Easter Sunday. */
  | { readonly kind: "easter"; readonly days: number }
  /** Days from the first Sunday of Advent. */
  | { readonly kind: "advent"; readonly days: number };

export type Which = "this" | "next" | "coming" | "afterNext" | "last" | "past";
export type Unit = "day" | "week" | "month" | "year";
export type PartOfSpan = "start" | "middle" | "end";
export type PartOfDay = "morning" | "forenoon" | "noon" | "afternoon" | "evening" | "night";
export type Join = "to" | "and" | "slash" | "or";

/** A piece of grammar: what it found and how many tokens it took; undefined if it does not fit here. */
export type Match = { readonly pieces: readonly Piece[]; readonly length: number };
