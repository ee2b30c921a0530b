import { ordinalOf } from "../core/committee/meeting-ordinal.ts";
import { meetingUid } from "../core/committee/meeting-uid.ts";
import { sequenceNow } from "../core/committee/sequence-now.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Edition } from "../core/invitation/state.ts";
import { entries } from "../core/kernel/table.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { entryCancelled, entryDescription, entryTitle, notInvitedYet } from "../texts/calendar-entries.ts";
import type { CalendarEntry } from "./calendar-writing.ts";
import { zoneOf } from "./names-of.ts";

/** Most entries of a feed: the newest; older ones nobody looks for in a calendar. */
const MOST = 200;

/** Eine Ausgabe der Einladung als Kalendereintrag, as it was sent. */
export function entryOfEdition(state: CommitteeState, meeting: number, edition: Edition): CalendarEntry {
  const { text, sequence, at, kind, reason } = edition;
  const title = entryTitle(nameOf(state), text.ordinal, text.title);
  const isCancelled = kind === "cancellation";
  return {
    uid: meetingUid(state, meeting),
    sequence,
    changedAt: at,
    status: isCancelled ? "cancelled" : "confirmed",
    timeZone: zoneOf(state),
    appointment: text.appointment,
    summary: title,
    ...(text.place === undefined ? {} : { place: text.place }),
    description: isCancelled ? entryCancelled(title, reason ?? "") : entryDescription(text),
  };
}

/** Alle Sitzungen, as a calendar that follows the committee shows them now. */
export function entriesNow(state: CommitteeState): readonly CalendarEntry[] {
  return entries(state.meetings.meetings)
    .slice(-MOST)
    .map((meeting) => entryNow(state, meeting));
}

/** The newest edition as long as it is of this day; what was moved and not sent anew is shown all the same. */
function entryNow(state: CommitteeState, meeting: Meeting): CalendarEntry {
  const edition = state.invitations.get(meeting.number)?.editions.at(-1);
  const isCurrent = edition !== undefined && edition.revision === meeting.revision;
  if (isCurrent && (edition.kind === "cancellation" || meeting.status !== "cancelled"))
    return entryOfEdition(state, meeting.number, edition);
  const title = entryTitle(nameOf(state), ordinalOf({ state, meeting }), meeting.title);
  return {
    uid: meetingUid(state, meeting.number),
    sequence: sequenceNow(state, meeting),
    changedAt: meeting.changedAt,
    status: meeting.status === "cancelled" ? "cancelled" : "confirmed",
    timeZone: zoneOf(state),
    appointment: meeting.appointment,
    summary: title,
    ...(meeting.place === undefined ? {} : { place: meeting.place }),
    description: meeting.status === "cancelled" ? entryCancelled(title, meeting.cancelReason ?? "") : notInvitedYet(),
  };
}

const nameOf = (state: CommitteeState): string => state.membership.description?.name ?? "";
