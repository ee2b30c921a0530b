import { type LocalDate, partsOf } from "../kernel/local-date.ts";
import { type Holidays, isWorkday, workdayUpTo } from "../kernel/workdays.ts";
import { dayBefore, parsePeriod } from "./period.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type TargetRuling = Derivation<"planning.beforeJHA"> & {
  readonly jha: LocalDate;
  /** Zieltag: so long before the sitting of the Jugendhilfeausschuss. */
  readonly target: LocalDate;
  readonly isWorkday: boolean;
  /** The target itself, or the workday before it. */
  readonly workday: LocalDate;
};

/** Zieltermin vor dem Jugendhilfeausschuss (GO): a plan, not a period; a day off is named, not moved. */
export function meetingBeforeJha(rules: Rules, jha: LocalDate, holidays: Holidays): TargetRuling {
  const setting = rules.planning.beforeJHA;
  const target = dayBefore(parsePeriod(setting.value), jha);
  return {
    rule: "planning.beforeJHA",
    citation: cite("planning.beforeJHA", setting),
    alsoFrom: [],
    jha,
    target,
    isWorkday: isWorkday(target, holidays),
    workday: workdayUpTo(target, holidays),
  };
}

export type MeetingsPerYearRuling = Derivation<"planning.minPerYear"> & {
  readonly year: number;
  readonly isEnough: boolean;
  readonly count: number;
  readonly needed: number;
  readonly missing: number;
};

/** Mindestzahl der Sitzungen im Jahr (GO). Each day counts once; days of other years do not count. */
export function meetingsPerYear(rules: Rules, year: number, meetings: readonly LocalDate[]): MeetingsPerYearRuling {
  const setting = rules.planning.minPerYear;
  const count = new Set(meetings.filter((date) => partsOf(date).year === year)).size;
  return {
    rule: "planning.minPerYear",
    citation: cite("planning.minPerYear", setting),
    alsoFrom: [],
    year,
    isEnough: count >= setting.value,
    count,
    needed: setting.value,
    missing: Math.max(0, setting.value - count),
  };
}
