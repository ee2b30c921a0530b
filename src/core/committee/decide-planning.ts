import type { CalendarEvent, FeedOwner, SchoolHoliday } from "../calendar/events.ts";
import { isSameHoliday } from "../calendar/evolve.ts";
import { assertNever } from "../kernel/assert-never.ts";
import { daysBetween, partsOf } from "../kernel/local-date.ts";
import { sameData } from "../kernel/same-data.ts";
import type { Given } from "./commands.ts";
import type { PlanningCommand } from "./commands-scheduling.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { lead, leads, peopleWho } from "./may.ts";
import { scheduledMeeting } from "./schedule-events.ts";
import type { Slices } from "./state.ts";
import { yearPlan } from "./year-plan.ts";

type Of<Type extends PlanningCommand["type"]> = Extract<PlanningCommand, { type: Type }>;

/** Entscheidung über einen Befehl zur Jahresplanung, zu Ferien, Kalender-Abo und Erinnerungen. */
export function decidePlanning(state: Slices, command: PlanningCommand, given: Given): Decided {
  switch (command.type) {
    case "EnterSchoolHolidays":
      return enterSchoolHolidays(state, command);
    case "RemoveSchoolHolidays":
      return removeSchoolHolidays(state, command);
    case "EnterBodySittings":
      return enterBodySittings(state, command);
    case "PlanYear":
      return planYear(state, command, given);
    case "OpenFeed":
      return openFeed(state, command, given);
    case "CloseFeed":
      return closeFeed(state, command, given);
    case "MuteReminders":
    case "UnmuteReminders":
      return changeReminders(state, command, given);
    default:
      return assertNever(command);
  }
}

/** No holidays of any Land are longer. */
const LONGEST = 60;

/** Schulferien eintragen: what is known already is passed over; only when that is all of it is it refused. */
function enterSchoolHolidays(state: Slices, { holidays, source }: Of<"EnterSchoolHolidays">): Decided {
  const wrong = holidays.find((one) => one.to < one.from || isTooLong(one));
  if (wrong !== undefined) return refused({ code: "SchoolHolidayDaysWrong", name: wrong.name });
  const events = schoolHolidaysEntered(state, holidays, source);
  return events.length === 0 ? refused({ code: "SchoolHolidaysUnchanged" }) : happened(...events);
}

export const isTooLong = ({ from, to }: SchoolHoliday): boolean => daysBetween(from, to) > LONGEST;

/** Nur was neu ist: none if nothing is. */
export function schoolHolidaysEntered(
  { calendar }: Slices,
  holidays: readonly SchoolHoliday[],
  source: string,
): readonly Extract<CalendarEvent, { type: "SchoolHolidaysEntered" }>[] {
  const isNew = (one: SchoolHoliday): boolean => !calendar.schoolHolidays.some((known) => sameData(known, one));
  // What has one name in one year goes together: single days off are often called alike.
  const fresh = holidays.filter((one) => holidays.some((other) => isNew(other) && isSameHoliday(one, other)));
  return fresh.length === 0 ? [] : [{ type: "SchoolHolidaysEntered", holidays: fresh, source }];
}

function removeSchoolHolidays(state: Slices, { name, year }: Of<"RemoveSchoolHolidays">): Decided {
  const holidays = state.calendar.schoolHolidays.filter(
    (one) => one.name.toLowerCase() === name.toLowerCase() && partsOf(one.from).year === year,
  );
  return holidays.length === 0
    ? refused({ code: "NoSuchSchoolHolidays", name, year })
    : happened({ type: "SchoolHolidaysRemoved", holidays });
}

/** Sitzungstage eines anderen Gremiums, all of a year at once. */
function enterBodySittings(state: Slices, { body, year, dates }: Of<"EnterBodySittings">): Decided {
  const wrong = dates.filter((date) => partsOf(date).year !== year);
  if (wrong.length > 0) return refused({ code: "DatesOfOtherYear", year, dates: wrong });
  const sorted = [...new Set(dates)].toSorted();
  const known = state.calendar.bodySittings.get(body)?.get(year) ?? [];
  return sameData(known, sorted)
    ? refused({ code: "BodySittingsUnchanged", body, year })
    : happened({ type: "BodySittingsEntered", body, year, dates: sorted });
}

/** Jahresplan ansetzen: single meetings, each with its own agenda. */
function planYear(state: Slices, { type: _, ...wish }: Of<"PlanYear">, given: Given): Decided {
  const { days, from, to, place, ruling } = yearPlan(state, wish, given);
  if (days.length === 0) return refused({ code: "YearIsPlanned", ruling });
  const events: CommitteeEvent[] = [];
  for (const { date } of days) {
    const appointment = { date, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const plan = { appointment, ...(place === undefined ? {} : { place }) };
    events.push(...scheduledMeeting(state, plan, { today: given.today, before: events }));
  }
  return happened(...events);
}

/** Kalender-Abo: a new address, in the place of one there was. */
function openFeed(state: Slices, { whose, secretHash }: Of<"OpenFeed">, given: Given): Decided {
  const problem = ownerProblem(state, whose, given);
  return problem ?? happened({ type: "FeedOpened", owner: ownerOf(whose, given), secretHash });
}

function closeFeed(state: Slices, { whose }: Of<"CloseFeed">, given: Given): Decided {
  const problem = ownerProblem(state, whose, given);
  if (problem !== undefined) return problem;
  const owner = ownerOf(whose, given);
  const isOpen = [...state.calendar.feeds.values()].some((feed) => sameData(feed.owner, owner));
  return isOpen ? happened({ type: "FeedClosed", owner }) : refused({ code: "NoFeed" });
}

const ownerOf = (whose: FeedOwner["kind"], { actor }: Given): FeedOwner =>
  whose === "committee" ? { kind: "committee" } : { kind: "person", person: actor };

/** The committee's own calendar is for the leadership to give out. */
function ownerProblem(
  state: Slices,
  whose: FeedOwner["kind"],
  { actor, today }: Given,
): ReturnType<typeof refused> | undefined {
  if (whose === "person" || leads(state, actor, today)) return undefined;
  return refused({ code: "NotAllowed", command: "OpenFeed", allowed: lead, instead: peopleWho(state, lead, today) });
}

function changeReminders(
  { calendar }: Slices,
  { type }: Of<"MuteReminders" | "UnmuteReminders">,
  { actor: person }: Given,
): Decided {
  const isMuted = calendar.muted.has(person);
  if (isMuted === (type === "MuteReminders")) return refused({ code: "RemindersAre", muted: isMuted });
  return happened({ type: isMuted ? "RemindersUnmuted" : "RemindersMuted", person });
}
