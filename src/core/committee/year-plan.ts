import { type LocalDate, partsOf, type Weekday } from "../kernel/local-date.ts";
import { entries } from "../kernel/table.ts";
import { type MeetingsPerYearRuling, meetingsPerYear } from "../rules/planning.ts";
import type { Given } from "./commands.ts";
import type { PlanningCommand } from "./commands-scheduling.ts";
import { type DayObstacle, obstacleOn } from "./day-obstacles.ts";
import type { Slices } from "./state.ts";
import { type UsualTimes, usualTimes } from "./usual-times.ts";
import { type Goal, type GoalReason, goalsOf } from "./year-goals.ts";

export type YearWish = Omit<Extract<PlanningCommand, { type: "PlanYear" }>, "type">;

/** Ein Tag, an dem es nicht ging, and why. */
export type PassedDay = { readonly date: LocalDate; readonly why: DayObstacle };

export type PlannedDay = {
  readonly date: LocalDate;
  readonly reason: GoalReason;
  readonly passed: readonly PassedDay[];
};

/** Regeltermine eines Jahres: the days with their reasons, and what they are measured against. */
export type YearPlan = YearWish & {
  readonly weekday: Weekday;
  readonly weekdayFrom: "wish" | "usual" | "standard";
  readonly days: readonly PlannedDay[];
  /** What no free day was found for. */
  readonly without: readonly GoalReason[];
  /** Days that count already. */
  readonly kept: readonly LocalDate[];
  /** The minimum of the GO, with the planned days counted. */
  readonly ruling: MeetingsPerYearRuling;
};

const WEDNESDAY: Weekday = 3;

/** Jahresplan. The same committee on the same day gives the same plan. */
export function yearPlan(state: Slices, wish: YearWish, given: Pick<Given, "today" | "holidays">): YearPlan {
  const kept = datesThatCount(state).filter((date) => partsOf(date).year === wish.year);
  const usual = usualTimes(state);
  const weekday = wish.weekday ?? usual.weekday ?? WEDNESDAY;
  const { days, without } = daysFor(
    state,
    goalsOf(state, { year: wish.year, weekday, kept, ...given }),
    weekday,
    given,
  );
  const times = wish.from === undefined ? usual : wish;
  return {
    year: wish.year,
    weekday,
    weekdayFrom: weekdayFrom(wish, usual),
    ...(times.from === undefined ? {} : { from: times.from }),
    ...(times.to === undefined ? {} : { to: times.to }),
    ...(wish.place === undefined ? {} : { place: wish.place }),
    days,
    without,
    kept,
    ruling: meetingsPerYear(state.rules, wish.year, [...kept, ...days.map(({ date }) => date)]),
  };
}

function weekdayFrom(wish: YearWish, usual: UsualTimes): YearPlan["weekdayFrom"] {
  if (wish.weekday !== undefined) return "wish";
  return usual.weekday === undefined ? "standard" : "usual";
}

/** Sitzungstage, die zählen: all but cancelled ones. */
export function datesThatCount(state: Slices): readonly LocalDate[] {
  return entries(state.meetings.meetings)
    .filter(({ status }) => status !== "cancelled")
    .map(({ appointment }) => appointment.date);
}

type Found = Pick<YearPlan, "days" | "without">;

function daysFor(
  state: Slices,
  goals: readonly Goal[],
  weekday: Weekday,
  given: Pick<Given, "today" | "holidays">,
): Found {
  const days: PlannedDay[] = [];
  const without: GoalReason[] = [];
  for (const { reason, candidates } of goals) {
    const around = { ...given, weekday, taken: days.map(({ date }) => date) };
    const passed: PassedDay[] = [];
    const date = candidates.find((candidate) => {
      const why = obstacleOn(state, candidate, around);
      if (why !== undefined) passed.push({ date: candidate, why });
      return why === undefined;
    });
    if (date === undefined) without.push(reason);
    else days.push({ date, reason, passed });
  }
  return { days: days.toSorted((one, other) => (one.date < other.date ? -1 : 1)), without };
}
