import { leads } from "../core/committee/may.ts";
import { JHA } from "../core/committee/year-goals.ts";
import { type YearPlan, yearPlan } from "../core/committee/year-plan.ts";
import { partsOf } from "../core/kernel/local-date.ts";
import {
  howToEnterSchoolHolidays,
  keptDays,
  noBodySittings,
  noDayFor,
  noSchoolHolidays,
  noSchoolHolidaysOf,
  nothingScheduledYet,
  nothingToPlan,
  plannedLine,
  quarterRule,
  scheduleThem,
  schoolHolidaysHeading,
  schoolHolidayText,
  targetRule,
  usualTimesLine,
  weekly,
  yearPlanHeading,
} from "../texts/announcements-planning.ts";
import { clockSpan } from "../texts/dates.ts";
import { meetingsPerYearSentence } from "../texts/rulings-deadlines.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { datesBlocks, datesChoices } from "./queries-dates.ts";
import { choice } from "./replies/telling.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type PlanningQuery = Extract<Query, { kind: "dates" | "yearPlan" | "schoolHolidays" }>;
type Blocks = readonly (Block | string)[];

/** Termine, Jahresplan, Schulferien. */
export function planningBlocks(asked: Asked, query: PlanningQuery): Blocks {
  switch (query.kind) {
    case "dates":
      return datesBlocks(asked, query.year);
    case "yearPlan":
      return yearPlanBlocks(asked, query);
    case "schoolHolidays":
      return schoolHolidayBlocks(asked);
  }
}

export function planningChoices(asked: Asked, query: PlanningQuery): readonly ReplyChoice[] {
  switch (query.kind) {
    case "dates":
      return datesChoices(asked);
    case "yearPlan":
      return yearPlanChoices(asked, query);
    case "schoolHolidays":
      return [];
  }
}

type YearPlanQuery = Extract<Query, { kind: "yearPlan" }>;

function planOf({ state, today, holidays }: Asked, { kind: _, ...wish }: YearPlanQuery): YearPlan {
  return yearPlan(state, wish, { today, holidays });
}

function yearPlanBlocks(asked: Asked, query: YearPlanQuery): Blocks {
  const plan = planOf(asked, query);
  const { year, days, without, kept, ruling, from, to } = plan;
  const times = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return [
    heading(yearPlanHeading(year)),
    ...(days.length === 0
      ? [nothingToPlan(year)]
      : [
          list(
            days.map(({ date, reason, passed }) => plannedLine({ date, ...times }, reason, passed)),
            true,
          ),
          usualTimesLine(plan),
        ]),
    ...(without.length === 0 ? [] : [noDayFor(without)]),
    ...(kept.length === 0 ? [] : [keptDays(kept)]),
    ...explanation(plan),
    meetingsPerYearSentence(ruling),
    ...gaps(asked, plan),
    ...(days.length === 0 ? [] : [nothingScheduledYet()]),
  ];
}

/** After which rules the days were chosen. */
function explanation({ days, without }: YearPlan): readonly string[] {
  const reasons = [...days.map(({ reason }) => reason), ...without];
  const beforeJha = reasons.find((reason) => reason.kind === "beforeJha");
  return [
    ...(reasons.length === 0 ? [] : [quarterRule()]),
    ...(beforeJha === undefined ? [] : [targetRule(beforeJha)]),
  ];
}

/** What would have had a part in it, and is not known. */
function gaps({ state }: Asked, { year, days }: YearPlan): readonly string[] {
  const { schoolHolidays } = state.calendar;
  const knowsHolidays = schoolHolidays.some(({ from, to }) => partsOf(from).year === year || partsOf(to).year === year);
  const knowsJha = state.calendar.bodySittings.get(JHA)?.has(year) ?? false;
  if (days.length === 0) return [];
  return [...(knowsJha ? [] : [noBodySittings(year)]), ...(knowsHolidays ? [] : [noSchoolHolidaysOf(year)])];
}

/** For whoever may schedule it: one line that gives this very plan again. */
function yearPlanChoices(asked: Asked, query: YearPlanQuery): readonly ReplyChoice[] {
  const { state, person, today } = asked;
  const { year, weekday, from, to, place, days } = planOf(asked, query);
  if (days.length === 0 || person === undefined || !leads(state, person, today)) return [];
  const words = [
    `jahr planen ${year} ${weekly(weekday)}`,
    ...(from === undefined ? [] : [clockSpan(from, to)]),
    ...(place === undefined ? [] : [`ort ${place}`]),
    "ansetzen",
  ];
  return [choice(scheduleThem(), words.join(" "))];
}

function schoolHolidayBlocks({ state, today }: Asked): Blocks {
  const ahead = state.calendar.schoolHolidays.filter(({ to }) => to >= today);
  return [
    ...(ahead.length === 0
      ? [noSchoolHolidays()]
      : [heading(schoolHolidaysHeading()), list(ahead.map(schoolHolidayText))]),
    howToEnterSchoolHolidays(),
  ];
}
