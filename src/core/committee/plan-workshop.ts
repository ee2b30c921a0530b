import type { Appointment } from "../kernel/appointment.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import { entries } from "../kernel/table.ts";
import { personOn } from "../membership/queries.ts";
import type { WorkshopDay } from "../workshop/events.ts";
import type { Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { WorkshopCommand } from "./commands-workshop.ts";
import { boxFor } from "./decide-phase.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { daysProblem, inOrder, meetingOnDays } from "./workshop-days.ts";
import { isOver, phaseNow, workshopAhead, workshopMeant } from "./workshop-now.ts";

type Of<Type extends WorkshopCommand["type"]> = Extract<WorkshopCommand, { type: Type }>;

const MOST_HEADS = 100_000;

/** Workshop ansetzen: its days in their order, none of them past. */
export function planWorkshop(state: Slices, command: Of<"PlanWorkshop">, given: Given): Decided {
  const days = inOrder(command.days);
  const problem = planProblem(state, { ...command, days }, given.today);
  if (problem !== undefined) return refused(problem);
  const { title, place, anonymous, hidden } = command;
  const continues = command.continues ?? meetingOnDays(state, days);
  return happened({
    type: "WorkshopPlanned",
    workshop: state.workshops.workshops.size + 1,
    title,
    days,
    ...(place === undefined ? {} : { place }),
    ...(continues === undefined ? {} : { continues }),
    anonymous,
    hidden,
  });
}

function planProblem(
  state: Slices,
  { title, days, continues }: Of<"PlanWorkshop">,
  today: LocalDate,
): Refusal | undefined {
  const problem = daysProblem(days, { today, stay: [] });
  if (problem !== undefined) return problem;
  const known = state.meetings.meetings.size;
  if (continues !== undefined && (continues < 1 || continues > known))
    return { code: "NoMeetingToContinue", meeting: continues, known };
  const same = entries(state.workshops.workshops).find(
    (one) => !isOver(one) && one.title === title && sameData(one.days.map(withoutNumber), days),
  );
  return same === undefined ? undefined : { code: "WorkshopExists", workshop: same.workshop, title };
}

const withoutNumber = ({ number: _, ...day }: WorkshopDay): Appointment => day;

/** Moderation benennen: whoever belongs to the committee, guests too. */
export function nameModerator(state: Slices, { person }: Of<"NameModerator">, given: Given): Decided {
  const ahead = workshopAhead(state, given.today);
  if (!ahead.ok) return ahead;
  if (personOn(state.membership, person, given.today) === undefined) return refused({ code: "UnknownPerson", person });
  const { workshop, moderators } = ahead.value;
  if (moderators.includes(person)) return refused({ code: "ModeratorUnchanged", person });
  return happened({ type: "WorkshopModeratorNamed", workshop, person });
}

/** Anonym oder namentlich, offen oder verdeckt: settled before the first idea. */
export function setWorkshopMode(state: Slices, command: Of<"SetWorkshopMode">, given: Given): Decided {
  const ahead = workshopAhead(state, given.today);
  if (!ahead.ok) return ahead;
  const workshop = ahead.value;
  const { anonymous = workshop.anonymous, hidden = workshop.hidden } = command;
  if (anonymous === workshop.anonymous && hidden === workshop.hidden)
    return refused({ code: "WorkshopModeUnchanged", anonymous, hidden });
  if (hasIdeas(state, workshop)) return refused({ code: "WorkshopModeFixed" });
  const isCollecting = phaseNow(workshop)?.kind === "ideas";
  return ok({
    events: [{ type: "WorkshopModeSet", workshop: workshop.workshop, anonymous, hidden }],
    ...(isCollecting ? boxFor({ ...workshop, anonymous }) : {}),
  });
}

/** Ideas that were withdrawn or lie in the box are ideas too. */
const hasIdeas = ({ workshops }: Slices, { workshop, sealed, round }: Workshop): boolean =>
  sealed > 0 || round > 1 || entries(workshops.ideas).some((idea) => idea.workshop === workshop);

/** Teilnehmende zählen: also when the workshop is over. Said again for a group, the later count holds. */
export function countWorkshopHeads(state: Slices, command: Of<"CountWorkshopHeads">, given: Given): Decided {
  const workshop = workshopMeant(state, given.today);
  if (workshop === undefined) return refused({ code: "NoWorkshop" });
  if (workshop.status === "cancelled")
    return refused({ code: "WorkshopIs", workshop: workshop.workshop, status: workshop.status });
  const { group, qualifier, count } = command;
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > MOST_HEADS))
    return refused({ code: "CountOutOfRange" });
  const before = workshop.heads.findLast((one) => one.group === group);
  if (before !== undefined && before.qualifier === qualifier && before.count === count)
    return refused({ code: "WorkshopHeadsUnchanged", group });
  return happened({
    type: "WorkshopHeadsCounted",
    workshop: workshop.workshop,
    group,
    qualifier,
    ...(count === undefined ? {} : { count }),
  });
}
