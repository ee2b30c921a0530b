import {
  addDays,
  addMonths,
  type LocalDate,
  makeLocalDate,
  mondayOf,
  partsOf,
  type Quarter,
  quarterOf,
  type Weekday,
  weekdayOf,
} from "../kernel/local-date.ts";
import { meetingBeforeJha, type TargetRuling } from "../rules/planning.ts";
import type { Given } from "./commands.ts";
import type { Slices } from "./state.ts";

/** The body whose sittings the regular dates are planned for. */
export const JHA = "Jugendhilfeausschuss";

/** Wofür ein Regeltermin da ist: to come before a sitting of the JHA, or once in the quarter. */
export type GoalReason =
  | { readonly kind: "beforeJha"; readonly ruling: TargetRuling }
  | { readonly kind: "quarter"; readonly quarter: Quarter };

/** `candidates`: days that would do, the best first. */
export type Goal = { readonly reason: GoalReason; readonly candidates: readonly LocalDate[] };

type Around = Pick<Given, "today" | "holidays"> & {
  readonly year: number;
  readonly weekday: Weekday;
  /** Days with a meeting already. */
  readonly kept: readonly LocalDate[];
};

/** Before the JHA at most so long before its target day. */
const FARTHEST_BEFORE = 56;
/**
 * Ziele eines Jahres: one in each quarter that has no meeting yet, before the first sitting of the JHA whose target day lies there, or else in
 * the middle of the quarter; and as long as the GO asks for more, one before each further sitting. Quarters that are over are left out.
 */
export function goalsOf(state: Slices, around: Around): readonly Goal[] {
  const { year, kept, today } = around;
  const all = targetsOf(state, around);
  const rulings = all.filter((ruling) => !kept.some((date) => comesBefore(date, ruling)));
  const covered = coveredQuarters(kept, all);
  const quarters = ([1, 2, 3, 4] as const).filter(
    (quarter) => lastDayOfQuarter(year, quarter) >= today && !covered.has(quarter),
  );
  const regular = quarters.map((quarter): GoalReason => {
    const ruling = rulings.find(({ target }) => quarterOf(target) === quarter);
    return ruling === undefined ? { kind: "quarter", quarter } : { kind: "beforeJha", ruling };
  });
  const missing = state.rules.planning.minPerYear.value - new Set(kept).size - regular.length;
  const further = rulings
    .filter((ruling) => !regular.some((one) => one.kind === "beforeJha" && one.ruling === ruling))
    .slice(0, Math.max(0, missing))
    .map((ruling): GoalReason => ({ kind: "beforeJha", ruling }));
  return [...regular, ...further].map((reason) => ({ reason, candidates: candidatesOf(reason, around) }));
}

/** Zieltage of the sittings known, in order. */
function targetsOf(state: Slices, { year, holidays }: Around): readonly TargetRuling[] {
  return [...(state.calendar.bodySittings.get(JHA)?.values() ?? [])]
    .flat()
    .toSorted()
    .map((jha) => meetingBeforeJha(state.rules, jha, holidays))
    .filter(({ target }) => partsOf(target).year === year);
}

/** Near enough to be the meeting before this sitting: where one would be looked for. */
const comesBefore = (date: LocalDate, { target, jha }: TargetRuling): boolean =>
  date < jha && date >= addDays(mondayOf(target), -FARTHEST_BEFORE);

/** A meeting stands for its own quarter; a second one in it for that of the sitting it comes before. */
function coveredQuarters(kept: readonly LocalDate[], rulings: readonly TargetRuling[]): ReadonlySet<Quarter> {
  const covered = new Set<Quarter>();
  for (const date of kept.toSorted()) {
    const next = rulings.find((ruling) => comesBefore(date, ruling) && !covered.has(quarterOf(ruling.target)));
    const quarter = covered.has(quarterOf(date)) && next !== undefined ? quarterOf(next.target) : quarterOf(date);
    covered.add(quarter);
  }
  return covered;
}

function candidatesOf(reason: GoalReason, { year, weekday }: Around): readonly LocalDate[] {
  const days =
    reason.kind === "beforeJha" ? daysBeforeJha(reason.ruling, weekday) : daysOfQuarter(year, reason.quarter, weekday);
  return days.filter((date) => partsOf(date).year === year);
}

/** The weekday in the week of the target, then a week earlier each time. */
function daysBeforeJha({ target, jha }: TargetRuling, weekday: Weekday): readonly LocalDate[] {
  const inWeek = addDays(mondayOf(target), weekday - 1);
  const first = inWeek < jha ? inWeek : addDays(inWeek, -7);
  return Array.from({ length: FARTHEST_BEFORE / 7 + 1 }, (_, weeks) => addDays(first, -7 * weeks));
}

/** From the second such weekday of the second month on, then backwards from there. */
function daysOfQuarter(year: number, quarter: Quarter, weekday: Weekday): readonly LocalDate[] {
  const first = firstDayOfQuarter(year, quarter);
  const last = lastDayOfQuarter(year, quarter);
  const middle = addMonths(first, 1);
  const second = addDays(middle, 7 + ((weekday - weekdayOf(middle) + 7) % 7));
  const weeks = Array.from({ length: 14 }, (_, index) => index);
  return [
    ...weeks.map((week) => addDays(second, 7 * week)),
    ...weeks.map((week) => addDays(second, -7 * (week + 1))),
  ].filter((date) => first <= date && date <= last);
}

function firstDayOfQuarter(year: number, quarter: Quarter): LocalDate {
  const day = makeLocalDate(year, quarter * 3 - 2, 1);
  if (day === undefined) throw new RangeError(`no quarter ${quarter} in ${year}`);
  return day;
}

const lastDayOfQuarter = (year: number, quarter: Quarter): LocalDate =>
  addDays(addMonths(firstDayOfQuarter(year, quarter), 3), -1);
