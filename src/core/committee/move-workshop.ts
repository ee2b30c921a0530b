import type { Appointment } from "../kernel/appointment.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import type { WorkshopDay } from "../workshop/events.ts";
import type { Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { WorkshopCommand, WorkshopDaysChange } from "./commands-workshop.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { beginning, daysProblem, inOrder, meetingOnDays } from "./workshop-days.ts";
import { oneWorkshopAhead } from "./workshop-now.ts";

type Of<Type extends WorkshopCommand["type"]> = Extract<WorkshopCommand, { type: Type }>;

/** Workshop verlegen: its days or its place. Of an open one, only what is still to come. */
export function moveWorkshop(state: Slices, command: Of<"MoveWorkshop">, given: Given): Decided {
  const meant = oneWorkshopAhead(state, command.workshop, dateMeant(command.change));
  if (!meant.ok) return meant;
  const workshop = meant.value;
  const changed = changedDays(workshop, command.change, given.today);
  if (!changed.ok) return changed;
  const days = inOrder(changed.value);
  const { place, reason } = command;
  const movesPlace = place !== undefined && place !== workshop.place;
  if (sameData(days, workshop.days) && !movesPlace)
    return refused({ code: "WorkshopDaysUnchanged", title: workshop.title });
  const problem = daysProblem(days, notBefore(workshop, days, given.today));
  if (problem !== undefined) return refused(problem);
  const continues = workshop.continues ?? meetingOnDays(state, days);
  return happened({
    type: "WorkshopMoved",
    workshop: workshop.workshop,
    days,
    ...(movesPlace ? { place } : {}),
    ...(continues === workshop.continues || continues === undefined ? {} : { continues }),
    ...(reason === undefined ? {} : { reason }),
  });
}

function dateMeant(change: WorkshopDaysChange): LocalDate | undefined {
  if (change.kind === "one") return change.from.date;
  return change.kind === "dropped" ? change.day.date : undefined;
}

/** Days that stay as they were may lie in the past; the others not. */
function notBefore({ days: before }: Workshop, days: readonly WorkshopDay[], today: LocalDate) {
  const stay = days.filter((day) => before.some((one) => sameData(one, day))).map(({ number }) => number);
  return { today, stay };
}

type Days = Result<readonly WorkshopDay[], Refusal>;

function changedDays(workshop: Workshop, change: WorkshopDaysChange, today: LocalDate): Days {
  switch (change.kind) {
    case "all":
      return allAnew(workshop, change.days, today);
    case "one":
      return oneMoved(workshop, change, today);
    case "added":
      return ok([...workshop.days, ...numbered(workshop, change.days)]);
    case "dropped":
      return oneDropped(workshop, change.day, today);
    case "none":
      return ok(workshop.days);
  }
}

/** Of an open workshop what is over stays. */
const isHeld = ({ status }: Workshop, { date }: Appointment, today: LocalDate): boolean =>
  status === "open" && date < today;

/** One for one in their order, the rest is new. Fewer than there were: it is asked which are meant. */
function allAnew(workshop: Workshop, wanted: readonly Appointment[], today: LocalDate): Days {
  const held = workshop.days.filter((day) => isHeld(workshop, day, today));
  const ahead = workshop.days.filter((day) => !held.includes(day));
  const days = wanted.filter(({ date }) => held.every((one) => one.date !== date)).toSorted(byBeginning);
  if (days.length < ahead.length) return refused({ code: "WorkshopDaysMissing", ahead, named: days.length });
  const moved = ahead.flatMap((day, index) => {
    const appointment = days[index];
    return appointment === undefined ? [] : [{ ...withTimesOf(day, appointment), number: day.number }];
  });
  return ok([...held, ...moved, ...numbered(workshop, days.slice(ahead.length))]);
}

const byBeginning = (one: Appointment, other: Appointment): number => (beginning(one) < beginning(other) ? -1 : 1);

function oneMoved(
  workshop: Workshop,
  { from, to }: Extract<WorkshopDaysChange, { kind: "one" }>,
  today: LocalDate,
): Days {
  const meant = dayMeant(workshop, from, today);
  if (!meant.ok) return meant;
  const { number } = meant.value;
  const moved = { ...withTimesOf(meant.value, to), number };
  return ok(workshop.days.map((day) => (day.number === number ? moved : day)));
}

function oneDropped(workshop: Workshop, wanted: Appointment, today: LocalDate): Days {
  const meant = dayMeant(workshop, wanted, today);
  if (!meant.ok) return meant;
  const days = workshop.days.filter(({ number }) => number !== meant.value.number);
  return days.length === 0 ? refused({ code: "LastWorkshopDay", title: workshop.title }) : ok(days);
}

function dayMeant(workshop: Workshop, { date, from }: Appointment, today: LocalDate): Result<WorkshopDay, Refusal> {
  const onDate = workshop.days.filter((day) => day.date === date && (from === undefined || day.from === from));
  const [day, another] = onDate;
  if (day === undefined || another !== undefined)
    return refused({ code: "WorkshopDayUnclear", date, days: day === undefined ? workshop.days : onDate });
  return isHeld(workshop, day, today) ? refused({ code: "WorkshopDayHeld", day }) : ok(day);
}

/** Said without any time, a day begins and ends as before. */
function withTimesOf({ from, to }: Appointment, wanted: Appointment): Appointment {
  if (wanted.from !== undefined) return wanted;
  return { ...wanted, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** New days go on counting; the number of a dropped one is not given again. */
function numbered({ days, droppedDays }: Workshop, added: readonly Appointment[]): readonly WorkshopDay[] {
  const last = Math.max(0, ...[...days, ...droppedDays].map(({ number }) => number));
  return added.map((day, index) => ({ ...day, number: last + 1 + index }));
}

/** Workshop absagen: read back first, and only before it was opened. */
export function cancelWorkshop(state: Slices, command: Of<"CancelWorkshop">): Decided {
  const meant = oneWorkshopAhead(state, command.workshop, undefined);
  if (!meant.ok) return meant;
  const { workshop, title, days, status } = meant.value;
  if (status === "open") return refused({ code: "WorkshopUnderWay", title });
  const { reason } = command;
  if (!command.confirmed) return refused({ code: "WorkshopCancelUnconfirmed", workshop, title, days, reason });
  return happened({ type: "WorkshopCancelled", workshop, reason });
}
