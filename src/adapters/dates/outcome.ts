import type { DateErrorCode, QuestionReason, TimeSpan } from "../../core/kernel/date-reading.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import type { PartOfSpan } from "./piece.ts";

/** From where a date is seen; `DateContext` with its default filled in. */
export type Seen = {
  readonly reference: LocalDate;
  readonly referenceTime: string | undefined;
  readonly direction: "forward" | "nearest";
};

export type Failure = {
  readonly kind: "failure";
  readonly code: DateErrorCode;
  readonly part?: string;
  readonly candidates: readonly LocalDate[];
};

/** One or more possible days; more than one, or a `reason`, means that somebody has to be asked. */
export type Days = {
  readonly kind: "days";
  readonly dates: readonly [LocalDate, ...LocalDate[]];
  readonly reason?: QuestionReason;
};

export type Span = {
  readonly kind: "span";
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly part?: PartOfSpan;
  /** Where the named whole begins and ends; equals `from` and `to` without a `part`. */
  readonly whole: { readonly from: LocalDate; readonly to: LocalDate };
};

/** "Ende 2027", "im Winter": stays as typed. A deadline may still have a last day ("bis Ende 2026"). */
export type Vague = { readonly kind: "vague"; readonly lastDays: readonly LocalDate[] };

export type TermOutcome = Days | Span | Vague | Failure;

export type TimeOutcome =
  | { readonly kind: "none" }
  | { readonly kind: "times"; readonly spans: readonly [TimeSpan, ...TimeSpan[]]; readonly reason?: QuestionReason }
  | { readonly kind: "midnight" }
  | Failure;

export function failure(code: DateErrorCode, part?: string, candidates: readonly LocalDate[] = []): Failure {
  return part === undefined ? { kind: "failure", code, candidates } : { kind: "failure", code, part, candidates };
}

export function oneDay(date: LocalDate): Days {
  return { kind: "days", dates: [date] };
}

/** The days in order; a single one is no question. */
export function eitherDay(reason: QuestionReason, one: LocalDate, other: LocalDate): Days {
  if (one === other) return oneDay(one);
  return { kind: "days", dates: one < other ? [one, other] : [other, one], reason };
}
