import { ordinalOf } from "../core/committee/meeting-ordinal.ts";
import { meetingUid, workshopDayUid } from "../core/committee/meeting-uid.ts";
import { sequenceNow } from "../core/committee/sequence-now.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Edition } from "../core/invitation/state.ts";
import { entries } from "../core/kernel/table.ts";
import type { Meeting } from "../core/meeting/state.ts";
import type { WorkshopDay } from "../core/workshop/events.ts";
import type { Workshop } from "../core/workshop/state.ts";
import {
  entryCancelled,
  entryDescription,
  entryTitle,
  notInvitedYet,
  workshopDayDropped,
  workshopEntryDays,
  workshopEntryTitle,
} from "../texts/calendar-entries.ts";
import type { CalendarEntry } from "./calendar-writing.ts";
import { zoneOf } from "./names-of.ts";

/** Most entries of a feed: the newest; older ones nobody looks for in a calendar. */
const MOST = 200;
/** Each has up to 14 days. */
const MOST_WORKSHOPS = 50;

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

/** Alle Sitzungen und Workshops, as a calendar that follows the committee shows them now. */
export function entriesNow(state: CommitteeState): readonly CalendarEntry[] {
  const meetings = entries(state.meetings.meetings).slice(-MOST);
  const workshops = entries(state.workshops.workshops).slice(-MOST_WORKSHOPS);
  return [
    ...meetings.map((meeting) => entryNow(state, meeting)),
    ...workshops.flatMap((workshop) => entriesOfWorkshop(state, workshop)),
  ];
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

/** Jeder Tag eines Workshops für sich; those dropped or cancelled stay, so that calendars strike them out. */
export function entriesOfWorkshop(state: CommitteeState, workshop: Workshop): readonly CalendarEntry[] {
  const { title, days, droppedDays, place, revision, changedAt, cancelReason } = workshop;
  const isCancelled = workshop.status === "cancelled";
  const about = {
    timeZone: zoneOf(state),
    summary: workshopEntryTitle(nameOf(state), title),
    ...(place === undefined ? {} : { place }),
  };
  const entry = ({ number, ...appointment }: WorkshopDay) => ({
    ...about,
    uid: workshopDayUid(state, workshop.workshop, number),
    appointment,
  });
  const description = isCancelled ? entryCancelled(about.summary, cancelReason ?? "") : workshopEntryDays(days);
  const standing = days.map(
    (day): CalendarEntry => ({
      ...entry(day),
      sequence: revision + (isCancelled ? 1 : 0),
      changedAt,
      status: isCancelled ? "cancelled" : "confirmed",
      description,
    }),
  );
  const dropped = droppedDays.map(({ sequence, changedAt: droppedAt, ...day }): CalendarEntry => {
    return {
      ...entry(day),
      sequence,
      changedAt: droppedAt,
      status: "cancelled",
      description: workshopDayDropped(about.summary),
    };
  });
  return [...standing, ...dropped];
}

const nameOf = (state: CommitteeState): string => state.membership.description?.name ?? "";
