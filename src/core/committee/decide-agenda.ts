import type { AgendaItemContent, ItemArrival } from "../agenda/events.ts";
import { agendaOf, itemsOf, nextItem } from "../agenda/queries.ts";
import type { AgendaItem } from "../agenda/state.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { agendaProposals } from "../rules/agenda-deadline.ts";
import { unannouncedProblem } from "./announced-item.ts";
import { adjourned, isLostNow } from "./closing-of-meeting.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { activeMeeting, meetingAtHand } from "./meeting-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** TOP vorschlagen: for the running meeting (once the agenda was entered upon it is not announced then), or for the next one. */
export function addItem(state: Slices, command: Of<"AddAgendaItem">, given: Given): Decided {
  const meeting = meetingAtHand(state, given.today);
  if (meeting === undefined || meeting.status === "closed") return refused({ code: "NoMeeting" });
  const { title, minutes, deciding } = command;
  return happened({
    type: "AgendaItemAdded",
    item: state.agenda.items.size + 1,
    meeting: meeting.number,
    content: { title, public: command.public, deciding, ...(minutes === undefined ? {} : { minutes }) },
    proposedBy: given.actor,
    ...arrivalNow(state, meeting, given),
  });
}

/** Nach der Frist is late whenever it comes; without a period to keep, in a meeting that runs, what comes after it was entered upon. */
export function arrivalNow(
  state: Slices,
  meeting: Meeting,
  given: Pick<Given, "today" | "time">,
): { readonly arrival?: ItemArrival } {
  if (isAfterDeadline(state, meeting, given)) return { arrival: "late" };
  return meeting.status === "planned" ? {} : { arrival: arrivalInMeeting(state, meeting.number) };
}

/**
 * Verspäteter Vorschlag: after the last day for proposals, if there was one to keep: the meeting was planned by then, or its call
 * has gone out with the agenda. Where neither is so, the agenda comes about in the meeting itself.
 */
function isAfterDeadline(state: Slices, meeting: Meeting, given: Pick<Given, "today" | "time">): boolean {
  const received = { day: given.today, time: given.time };
  const { isTimely, latest } = agendaProposals(state.rules, { meeting: meeting.appointment.date, received });
  // The day in UTC is near enough to tell whether the meeting was known in time.
  const wasPlanned = meeting.scheduledAt.slice(0, 10) <= latest;
  return isTimely === false && (wasPlanned || meeting.invitation !== undefined);
}

/** Eingetreten in die Tagesordnung: once it is adopted or an item has been called, what comes after is late. */
function arrivalInMeeting(state: Slices, meeting: number): "atOpening" | "late" {
  const { adopted, called } = agendaOf(state.agenda, meeting);
  return adopted === undefined && called === undefined ? "atOpening" : "late";
}

/** The item, if it is on an agenda that is not over and still waits (or, with `evenCalled`, is being treated). */
function changeable(state: Slices, item: number, evenCalled: boolean): Result<AgendaItem, Refusal> {
  const found = entry(state.agenda.items, item);
  if (found === undefined) return refused({ code: "UnknownItem", count: 0 });
  if (found.status === "called" && !evenCalled) return refused({ code: "ItemIsCalled", title: found.title });
  if (found.status !== "waiting" && found.status !== "called")
    return refused({ code: "ItemIsOver", title: found.title });
  return ok(found);
}

export function changeItem(state: Slices, command: Of<"ChangeAgendaItem">): Decided {
  const item = changeable(state, command.item, true);
  if (!item.ok) return item;
  const minutes = command.minutes ?? item.value.minutes;
  const content: AgendaItemContent = {
    title: command.title ?? item.value.title,
    public: command.public ?? item.value.public,
    deciding: command.deciding ?? item.value.deciding,
    ...(minutes === undefined ? {} : { minutes }),
  };
  return happened({ type: "AgendaItemChanged", item: command.item, content });
}

export function moveItem(state: Slices, command: Of<"MoveAgendaItem">): Decided {
  const item = changeable(state, command.item, false);
  if (!item.ok) return item;
  const before = changeable(state, command.before, false);
  if (!before.ok) return before;
  const sameAgenda = item.value.meeting === before.value.meeting && command.item !== command.before;
  if (!sameAgenda) return refused({ code: "UnknownItem", count: itemsOf(state.agenda, item.value.meeting).length });
  return happened({ type: "AgendaItemMoved", item: command.item, before: command.before });
}

export function removeItem(state: Slices, command: Of<"RemoveAgendaItem">): Decided {
  const item = changeable(state, command.item, false);
  return item.ok ? happened({ type: "AgendaItemRemoved", item: command.item }) : item;
}

/** Tagesordnung feststellen. */
export function adoptAgenda(state: Slices, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const agenda = agendaOf(state.agenda, meeting.value.number);
  if (agenda.adopted !== undefined) return refused({ code: "AgendaAlreadyAdopted" });
  if (agenda.order.length === 0) return refused({ code: "AgendaEmpty" });
  return happened({ type: "AgendaAdopted", meeting: meeting.value.number });
}

/** TOP aufrufen: not while votes are being cast. An item that was treated may be called again. */
export function callItem(state: Slices, item: number, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const ballot = entry(state.ballots.ballots, state.ballots.open ?? 0);
  if (ballot !== undefined) return refused({ code: "BallotStillOpen", ballot: ballot.ballot, subject: ballot.subject });
  const found = entry(state.agenda.items, item);
  if (found === undefined || found.meeting !== meeting.value.number || found.status === "removed")
    return refused({ code: "UnknownItem", count: itemsOf(state.agenda, meeting.value.number).length });
  if (found.status === "called") return refused({ code: "ItemIsCalled", title: found.title });
  const late = unannouncedProblem(state, item);
  if (late?.code === "ItemNotAnnounced" && !late.debateAllowed) return refused(late);
  return happened({ type: "AgendaItemCalled", item });
}

export function callNextItem(state: Slices, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const next = nextItem(state.agenda, meeting.value.number);
  return next === undefined ? refused({ code: "NoItemLeft" }) : callItem(state, next.item, given);
}

/** TOP vertagen: it comes back on the next agenda by itself. */
export function adjournItem(state: Slices, command: Of<"AdjournAgendaItem">, given: Given): Decided {
  const ballot = entry(state.ballots.ballots, state.ballots.open ?? 0);
  if (ballot !== undefined) return refused({ code: "BallotStillOpen", ballot: ballot.ballot, subject: ballot.subject });
  const item = changeable(state, command.item, true);
  if (!item.ok) return item;
  const meeting = entry(state.meetings.meetings, item.value.meeting);
  return happened(adjourned(item.value, meeting?.status === "open" && isLostNow(state, meeting, given.today)));
}
