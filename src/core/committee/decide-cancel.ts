import { itemsOf } from "../agenda/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { carriedToNext } from "./carry-over.ts";
import { adjourned } from "./closing-of-meeting.ts";
import type { Given } from "./commands.ts";
import type { InvitationCommand } from "./commands-scheduling.ts";
import { isCalled } from "./decide-move.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { invitationRecipients } from "./invitation-recipients.ts";
import { comingMeetings, oneMeetingMeant } from "./meeting-meant.ts";
import { nextSequence } from "./sequence-now.ts";
import type { Slices } from "./state.ts";

type Cancel = Extract<InvitationCommand, { type: "CancelMeeting" }>;

/** Sitzung absagen: read back first, then for good. Its items go to the next agenda; whoever was invited is told in the same way. */
export function cancelMeeting(state: Slices, command: Cancel, given: Given): Decided {
  const meant = oneMeetingMeant(state, command.meeting, given.today);
  if (!meant.ok) return meant;
  const meeting = meant.value;
  const { reason } = command;
  if (!command.confirmed) {
    const { date } = meeting.appointment;
    return refused({ code: "CancelUnconfirmed", date, reason, invited: invitedPeople(state, meeting, given) });
  }
  const events: readonly CommitteeEvent[] = [
    { type: "MeetingCancelled", meeting: meeting.number, reason },
    ...waitingItems(state, meeting),
  ];
  const next = comingMeetings(state, given.today).find(({ number }) => number !== meeting.number);
  return happened(...events, ...carriedToNext(state, events, next), ...cancellation(state, meeting, reason));
}

/** What was deferred for want of a quorum stays so: a repeat meeting may still be called for it. */
function waitingItems(state: Slices, meeting: Meeting): readonly CommitteeEvent[] {
  return itemsOf(state.agenda, meeting.number)
    .filter(({ standing, status }) => standing === undefined && status === "waiting")
    .map((item) => adjourned(item, item.deferred));
}

/** Absage an alle, die die letzte Ausgabe der Einladung hatten, with its text. */
function cancellation(state: Slices, meeting: Meeting, reason: string): readonly CommitteeEvent[] {
  const last = lastEdition(state, meeting);
  if (last === undefined) return [];
  const { edition, text, recipients } = last;
  return [
    {
      type: "InvitationSent",
      meeting: meeting.number,
      edition: edition + 1,
      kind: "cancellation",
      sequence: nextSequence(state, meeting),
      revision: meeting.revision,
      text,
      recipients,
      reason,
    },
  ];
}

const lastEdition = ({ invitations }: Slices, { number }: Meeting) => invitations.get(number)?.editions.at(-1);

/** Those of the last edition; where the call went out otherwise, those it would go to from here. */
function invitedPeople(state: Slices, meeting: Meeting, { today }: Given): number {
  if (!isCalled(state, meeting)) return 0;
  return (lastEdition(state, meeting)?.recipients ?? invitationRecipients(state, today)).length;
}
