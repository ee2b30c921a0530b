import { daysBetween, type LocalDate } from "../kernel/local-date.ts";
import { daysLater, type Holidays } from "../kernel/workdays.ts";
import { forwardDeadline } from "./forward-deadline.ts";
import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** `warn`: outside of what the rules only wish for (Soll). */
export type WrittenPeriodOutcome = "ok" | "warn" | "refused";

export type WrittenDaysRuling = Derivation<"umlauf.period"> & {
  readonly outcome: WrittenPeriodOutcome;
  readonly reason?: "tooShort" | "tooLong";
  readonly days: number;
  readonly minDays: number;
  readonly maxDays: number | null;
};

/**
 * Dauer des Umlaufs (GO): whole days from the day after the announcement to the last day, that one counted. As a Muss a period outside of
 * the limits is refused, as a Soll there is a warning.
 */
export function writtenDays(rules: Rules, days: number): WrittenDaysRuling {
  requireCounts({ days });
  const { minDays, maxDays, binding } = rules.umlauf;
  const reason = faultOf(days, minDays.value, maxDays.value);
  return {
    rule: "umlauf.period",
    citation: reason === "tooLong" ? cite("umlauf.maxDays", maxDays) : cite("umlauf.minDays", minDays),
    alsoFrom: reason === undefined ? [] : [cite("umlauf.binding", binding)],
    outcome: reason === undefined ? "ok" : outcomeOf(binding.value, days),
    ...(reason === undefined ? {} : { reason }),
    days,
    minDays: minDays.value,
    maxDays: maxDays.value,
  };
}

function faultOf(days: number, least: number, most: number | null): "tooShort" | "tooLong" | undefined {
  // A period of no day at all is none, whatever the rules wish for.
  if (days < Math.max(1, least)) return "tooShort";
  return most !== null && days > most ? "tooLong" : undefined;
}

function outcomeOf(binding: "must" | "should", days: number): WrittenPeriodOutcome {
  return binding === "must" || days === 0 ? "refused" : "warn";
}

export type WrittenPeriodInput = {
  /** The day of the announcement; it does not count. */
  readonly start: LocalDate;
  /** Last day as named. */
  readonly lastDay: LocalDate;
  /** Holidays of the Land. */
  readonly holidays: Holidays;
};

export type WrittenPeriodRuling = WrittenDaysRuling & {
  /** Votes count until the end of this day. */
  readonly lastDay: LocalDate;
  readonly isShifted: boolean;
  /** First day that may be named as the last one; before the days wished for, where they are a Soll. */
  readonly earliest: LocalDate;
};

/**
 * Frist des Umlaufs (GO; §§ 187 Abs. 1, 188, 193 BGB as model): ends with the last local day. A last day on a weekend or holiday moves on
 * to the next working day, unless the rules keep the day that was named.
 */
export function writtenPeriod(rules: Rules, { start, lastDay, holidays }: WrittenPeriodInput): WrittenPeriodRuling {
  const { shift, minDays, binding } = rules.umlauf;
  const ruling = writtenDays(rules, Math.max(0, daysBetween(start, lastDay)));
  const source = { citation: cite("umlauf.shift", shift) };
  const end = forwardDeadline(source, { end: { named: lastDay }, shift: shift.value, holidays });
  const isShifted = end.shiftedFrom !== undefined;
  return {
    ...ruling,
    alsoFrom: isShifted ? [...ruling.alsoFrom, source.citation] : ruling.alsoFrom,
    lastDay: end.lastDay,
    isShifted,
    earliest: daysLater(start, binding.value === "must" ? Math.max(1, minDays.value) : 1),
  };
}
