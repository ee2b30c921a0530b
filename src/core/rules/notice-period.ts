import { daysBetween, type LocalDate, type LocalTime } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import { type BackPeriod, clearDaysBetween, dayThatCounts, type LatestDay, latestDayBefore } from "./back-period.ts";
import { quotientUp } from "./integers.ts";
import type { PeriodLength } from "./period.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type NoticeInput = {
  readonly meeting: LocalDate;
  /** Absendung and Zugang of the call, as far as known. */
  readonly sent?: LocalDate;
  readonly received?: LocalDate;
  /** Time of the day that counts, for a limit such as 18:00. */
  readonly time?: LocalTime;
  /** By letter or not; as the rules want it if not said. */
  readonly byLetter?: boolean;
  readonly holidays: Holidays;
};

/** What was done, measured against the period. */
export type NoticeGiven = {
  /** The day that counts: receipt or dispatch as the rules say, the day after if it came past the time limit. */
  readonly day: LocalDate;
  /** Volle Tage between it and the meeting. */
  readonly clearDays: number;
  readonly isTimely: boolean;
  /** Days too late; 0 if in time. */
  readonly daysLate: number;
  readonly isAfterCutoff: boolean;
};

export type NoticeRuling = Derivation<"invite.period"> & {
  readonly meeting: LocalDate;
  /** Last day for what counts: receipt or dispatch. What came later would have had to come by then. */
  readonly latest: LocalDate;
  /** Last day to send: earlier than `latest` only if a letter takes days. */
  readonly latestDispatch: LocalDate;
  readonly counts: "receipt" | "dispatch";
  readonly shiftedFrom?: LocalDate;
  readonly n: number;
  readonly unit: Rules["invite"]["unit"]["value"];
  readonly count: Rules["invite"]["count"]["value"];
  readonly binding: Rules["invite"]["binding"]["value"];
  readonly cutoff: string | null;
  readonly given?: NoticeGiven;
};

/** Ladungsfrist (GO; §§ 121 Abs. 7, 123 Abs. 1 AktG as model): last day of the call, and whether a call was in time. */
export function noticePeriod(rules: Rules, input: NoticeInput): NoticeRuling {
  const { n, unit, count, start, shift, binding, cutoff, form } = rules.invite;
  const isLetter = input.byLetter ?? form.value === "letter";
  const plain = backPeriodOf(rules);
  const posted = isLetter ? { ...plain, moreDays: rules.invite.postDays.value } : plain;
  const counts = start.value === "zugang" ? "receipt" : "dispatch";
  const dispatch = latestDayBefore(posted, input.meeting, input.holidays);
  const decisive = counts === "receipt" ? latestDayBefore(plain, input.meeting, input.holidays) : dispatch;
  const given = givenNotice(rules, input, decisive, dispatch);
  const isMoved = decisive.shiftedFrom !== undefined || dispatch.shiftedFrom !== undefined;
  const sources: readonly Citation[] = [
    cite("invite.count", count),
    cite("invite.start", start),
    ...(isLetter && rules.invite.postDays.value > 0 ? [cite("invite.postDays", rules.invite.postDays)] : []),
    ...(isMoved ? [cite("invite.shift", shift)] : []),
    ...(given?.isAfterCutoff === true ? [cite("invite.cutoff", cutoff)] : []),
  ];
  return {
    rule: "invite.period",
    citation: cite("invite.n", n),
    alsoFrom: sources,
    meeting: input.meeting,
    latest: decisive.latest,
    latestDispatch: dispatch.latest,
    counts,
    ...(decisive.shiftedFrom === undefined ? {} : { shiftedFrom: decisive.shiftedFrom }),
    n: n.value,
    unit: unit.value,
    count: count.value,
    binding: binding.value,
    cutoff: cutoff.value,
    ...(given === undefined ? {} : { given }),
  };
}

/** Whole days of a period in hours: without times of day only full days are on the safe side. */
function backPeriodOf(rules: Rules): BackPeriod {
  const { n, unit, count, shift } = rules.invite;
  if (unit.value === "hour") {
    const length: PeriodLength = { n: quotientUp(n.value, 24), unit: "calendarDay" };
    return { length, count: "clear", shift: shift.value };
  }
  return { length: { n: n.value, unit: unit.value }, count: count.value, shift: shift.value };
}

function givenNotice(
  rules: Rules,
  input: NoticeInput,
  decisive: LatestDay,
  dispatch: LatestDay,
): NoticeGiven | undefined {
  const isReceiptKnown = rules.invite.start.value === "zugang" && input.received !== undefined;
  const told = isReceiptKnown ? input.received : (input.sent ?? input.received);
  if (told === undefined) return undefined;
  const day = dayThatCounts(told, input.time, rules.invite.cutoff.value);
  const { latest } = isReceiptKnown ? decisive : dispatch;
  return {
    day,
    clearDays: clearDaysBetween(day, input.meeting),
    isTimely: day <= latest,
    daysLate: Math.max(0, daysBetween(latest, day)),
    isAfterCutoff: day !== told,
  };
}
