import { itemsOf } from "../agenda/queries.ts";
import { sameData } from "../kernel/same-data.ts";
import type { Invitation, Meeting } from "../meeting/state.ts";
import { personOn, seatsOn } from "../membership/queries.ts";
import { callObjection, type ObjectionMoment, type ObjectionRuling } from "../rules/call-defect.ts";
import { checkedCall } from "./call-check.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { meetingAtHand } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * Ladung eintragen, for the running or the next planned meeting. One that is too late or incomplete is refused before it goes out,
 * unless it is urgent; one that went out all the same is entered with its defects. The same again is refused.
 */
export function recordInvitation(state: Slices, command: Of<"RecordInvitation">, given: Given): Decided {
  const meeting = meetingAtHand(state, given.today);
  if (meeting === undefined || meeting.status === "closed") return refused({ code: "NoMeeting" });
  const problem = problemOf(state, command, given);
  if (problem !== undefined) return problem;
  const { type: _, ...facts } = command;
  const checked = checkedCall(state, meeting, facts, given);
  if (!checked.ok) return checked;
  const invitation = checked.value;
  if (isSame(meeting.invitation, invitation))
    return refused({ code: "InvitationUnchanged", meeting: meeting.appointment.date });
  return happened({ type: "InvitationRecorded", meeting: meeting.number, ...invitation });
}

function problemOf(state: Slices, command: Of<"RecordInvitation">, given: Given): Decided | undefined {
  const { sent, received, notInvited } = command;
  if ([sent, received].some((one) => one !== undefined && one > given.today))
    return refused({ code: "InvitationDays", problem: "future" });
  if (sent !== undefined && received !== undefined && received < sent)
    return refused({ code: "InvitationDays", problem: "receivedBeforeSent" });
  const seats = new Set(seatsOn(state.membership, given.today).map((one) => one.seat));
  const unknown = notInvited.find((seat) => !seats.has(seat));
  return unknown === undefined ? undefined : refused({ code: "UnknownSeat", seat: unknown });
}

/** The time of day alone is no difference: it only tells when it was entered. */
function isSame(before: Invitation | undefined, now: Omit<Invitation, "source">): boolean {
  if (before === undefined) return false;
  const { source: _, time: __, ...old } = before;
  const { time: ___, ...fresh } = now;
  return sameData(old, fresh);
}

/** Ladung rügen: by somebody with a vote, once per seat. Too late it is only kept in the record. */
export function objectToCall(state: Slices, command: Of<"ObjectToCall">, given: Given): Decided {
  const meeting = meetingAtHand(state, given.today);
  if (meeting === undefined) return refused({ code: "NoMeeting" });
  const seat = meeting.attendance.get(given.actor)?.seat ?? personOn(state.membership, given.actor, given.today)?.seat;
  if (seat === undefined) return refused({ code: "NoVotingRight", person: given.actor });
  if (meeting.callObjections.some((one) => one.seat === seat)) return refused({ code: "CallObjectionUnchanged", seat });
  return happened({
    type: "CallObjectionRaised",
    meeting: meeting.number,
    person: given.actor,
    seat,
    text: command.text,
    inTime: objectionNow(state, meeting).isInTime,
  });
}

/** Ob eine Rüge jetzt noch rechtzeitig ist. */
export function objectionNow(state: Slices, meeting: Meeting): ObjectionRuling {
  return callObjection(state.rules, momentOf(state, meeting));
}

function momentOf(state: Slices, meeting: Meeting): ObjectionMoment {
  if (meeting.status === "closed") return "afterMeeting";
  return hasCalledAnItem(state, meeting) ? "duringMeeting" : "beforeFirstItem";
}

/** The standing item that opens the meeting is where objections are asked for; every other one ends the time for them. */
function hasCalledAnItem(state: Slices, meeting: Meeting): boolean {
  return itemsOf(state.agenda, meeting.number).some(
    (item, index) => item.calledAt !== undefined && !(index === 0 && item.standing === "opening"),
  );
}
