import { notAmong } from "../invitation/dispatch.ts";
import type { InvitationText } from "../invitation/events.ts";
import type { Edition } from "../invitation/state.ts";
import { ok, type Result } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import type { Invitation, Meeting } from "../meeting/state.ts";
import { seatOn } from "../membership/queries.ts";
import { answerReminderJobs } from "./answer-jobs.ts";
import { checkedCall } from "./call-check.ts";
import { invitationContentNow } from "./call-now.ts";
import type { Given } from "./commands.ts";
import type { InvitationCommand } from "./commands-scheduling.ts";
import { meetingToInviteTo } from "./decide-invitation.ts";
import { type Decided, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { invitationRecipients, reachNow } from "./invitation-recipients.ts";
import { invitationTextNow, ownWords } from "./invitation-text-now.ts";
import type { Refusal } from "./refusal.ts";
import { nextSequence, sequenceNow } from "./sequence-now.ts";
import type { Slices } from "./state.ts";

type Send = Extract<InvitationCommand, { type: "SendInvitation" }>;

/**
 * Einladung senden: word for word what was drafted, if it still holds; under the checks of a call; to everybody. Sent again only if
 * something changed: to everybody if the text did, else to those alone who are new or have another address.
 */
export function sendInvitation(state: Slices, command: Send, given: Given): Decided {
  const meant = meetingToInviteTo(state, command.meeting, given);
  if (!meant.ok) return meant;
  const meeting = meant.value;
  const draft = draftNow(state, meeting, given);
  if (!draft.ok) return draft;
  const edition = editionOf(state, meeting, draft.value, given);
  if (!edition.ok) return edition;
  const unreached = reachProblem(state, meeting, command, given);
  if (unreached !== undefined) return unreached;
  const call = callOf(state, meeting, command, given);
  if (!call.ok) return call;
  const { answerBy } = draft.value;
  const { number, revision } = meeting;
  return ok({
    events: [edition.value, ...call.value],
    jobs:
      answerBy === undefined
        ? []
        : answerReminderJobs({ meeting: number, revision, answerBy, today: given.today }, given.holidays),
  });
}

/** Entwurf, as long as it says what is so. The day for answers may be over only where it went out in time. */
function draftNow(state: Slices, meeting: Meeting, { today }: Given): Result<InvitationText, Refusal> {
  const { date } = meeting.appointment;
  const invitation = state.invitations.get(meeting.number);
  const text = invitation?.draft?.text;
  if (text === undefined) return refused({ code: "NoDraft", date });
  const isSent = sameData(invitation?.editions.at(-1)?.text, text);
  const isOver = !isSent && text.answerBy !== undefined && text.answerBy < today;
  const isCurrent = !isOver && sameData(text, invitationTextNow(state, meeting, ownWords(text)));
  return isCurrent ? ok(text) : refused({ code: "DraftOutdated", date });
}

/** The first edition invites, one with another text updates; with the same text it invites those who were not reached. */
function editionOf(
  state: Slices,
  meeting: Meeting,
  text: InvitationText,
  { today }: Given,
): Result<CommitteeEvent, Refusal> {
  const editions = state.invitations.get(meeting.number)?.editions ?? [];
  const last = editions.at(-1);
  const recipients = invitationRecipients(state, today);
  const isChanged = last !== undefined && isOther(last, meeting, text);
  if (last !== undefined && !isChanged && notAmong(last.recipients, recipients).length === 0)
    return refused({ code: "AlreadySent", date: meeting.appointment.date, sentAt: last.at, kind: last.kind });
  return ok({
    type: "InvitationSent",
    meeting: meeting.number,
    edition: editions.length + 1,
    ...(isChanged
      ? { kind: "update", sequence: nextSequence(state, meeting) }
      : { kind: "invitation", sequence: sequenceNow(state, meeting) }),
    revision: meeting.revision,
    text,
    recipients,
  });
}

const isOther = (last: Edition, meeting: Meeting, text: InvitationText): boolean =>
  last.revision !== meeting.revision || !sameData(last.text, text);

/** Each seat is reached by somebody, or the office sees to it otherwise. */
function reachProblem(
  state: Slices,
  { appointment }: Meeting,
  { otherwise, urgent, reason }: Send,
  { today }: Given,
): ReturnType<typeof refused> | undefined {
  const unknown = otherwise.find((seat) => seatOn(state.membership, seat, today) === undefined);
  if (unknown !== undefined) return refused({ code: "UnknownSeat", seat: unknown });
  const seats = reachNow(state, today).seats.filter((seat) => !otherwise.includes(seat));
  if (seats.length === 0) return undefined;
  const typed = { otherwise, urgent, ...(reason === undefined ? {} : { reason }) };
  return refused({ code: "SeatsUnreachable", date: appointment.date, seats, ...typed });
}

/**
 * Ladung: recorded as going out today. A call that went out in order stands, whatever is sent after it; one with a defect gives way to one
 * without.
 */
function callOf(
  state: Slices,
  meeting: Meeting,
  { urgent, reason }: Send,
  given: Given,
): Result<readonly CommitteeEvent[], Refusal> {
  const { invitation: before, number } = meeting;
  const facts = { notInvited: [], urgent, ...(reason === undefined ? {} : { reason }), regardless: false };
  const checked = checkedCall(state, meeting, { ...facts, byLetter: false }, given);
  if (checked.ok) {
    const stands = before !== undefined && isInOrder(before);
    return ok(stands ? [] : [{ type: "InvitationRecorded", meeting: number, ...checked.value }]);
  }
  const stands = before !== undefined && invitationContentNow(state, meeting).isComplete;
  return stands ? ok([]) : refused(withAct(checked.error));
}

const isInOrder = ({ timely, missing, notInvited }: Invitation): boolean =>
  timely && missing.length === 0 && notInvited.length === 0;

const withAct = (refusal: Refusal): Refusal =>
  refusal.code === "CallTooLate" || refusal.code === "InvitationIncomplete" ? { ...refusal, act: "send" } : refusal;
