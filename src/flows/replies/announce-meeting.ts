import { itemsOf } from "../../core/agenda/queries.ts";
import { quorumNow } from "../../core/committee/quorum-now.ts";
import { entry } from "../../core/kernel/table.ts";
import type { MeetingEvent } from "../../core/meeting/events.ts";
import { currentMeeting } from "../../core/meeting/queries.ts";
import {
  adjournedToNext,
  chairIs,
  checkIn,
  headCountSaid,
  headCountText,
  meetingClosed,
  meetingOpened,
  meetingScheduled,
  minuteTakerIs,
  minuteTakerNamed,
  papersNext,
  paused,
  proposeItems,
  resumed,
  seatExcused,
} from "../../texts/announcements-meeting.ts";
import { quorumSentence } from "../../texts/rulings.ts";
import { attendanceRecorded } from "./announce-attendance.ts";
import { type Announcers, choice, plainChoice } from "./telling.ts";

export const announceMeeting: Announcers<MeetingEvent["type"]> = {
  MeetingScheduled: ({ appointment, place, title }, { events }) =>
    events.some((event) => event.type === "MeetingOpened")
      ? {}
      : {
          everyone: [meetingScheduled(appointment, place, title), proposeItems()],
          choices: [plainChoice("tagesordnung")],
        },
  MeetingOpened({ meeting, chairedBy, minuteTaker }, { after, names }) {
    const spoken = meeting + (after.membership.description?.meetingsBefore ?? 0);
    const minutes = minuteTaker === undefined ? [] : [minuteTakerIs(names.person(minuteTaker))];
    return {
      everyone: [[meetingOpened(spoken, names.person(chairedBy)), ...minutes].join(" "), checkIn()],
      choices: [plainChoice("anwesend"), choice("online dabei", "anwesend online"), plainChoice("tagesordnung")],
    };
  },
  MeetingChaired: ({ person }, { names }) => ({ everyone: [chairIs(names.person(person))] }),
  MinuteTakerNamed: ({ person }, { names }) => ({ everyone: [minuteTakerNamed(names.person(person))] }),
  MeetingPaused: ({ minutes }) => ({ everyone: [paused(minutes)], choices: [plainChoice("fortsetzen")] }),
  MeetingResumed: () => ({ everyone: [resumed()] }),
  MeetingClosed({ meeting }, { events, after }) {
    const adjourned = events.filter((event) => event.type === "AgendaItemAdjourned").length;
    const closed = entry(after.meetings.meetings, meeting);
    const items = closed === undefined ? [] : itemsOf(after.agenda, closed.number);
    return {
      everyone: [
        meetingClosed(),
        ...(adjourned > 0 && items.length > 0 ? [adjournedToNext(adjourned)] : []),
        papersNext(),
      ],
      choices: [plainChoice("protokoll"), plainChoice("bericht")],
    };
  },
  AttendanceRecorded: attendanceRecorded,
  SeatExcused: ({ seat }, { names }) => ({ actor: [seatExcused(names.seat(seat))] }),
  HeadCountRecorded: ({ group, qualifier, count }) => ({
    actor: [headCountSaid(headCountText(group, qualifier, count))],
  }),
  QuorumEstablished(_, { after, today }) {
    const meeting = currentMeeting(after.meetings);
    return meeting === undefined ? {} : { everyone: [quorumSentence(quorumNow(after, meeting, today))] };
  },
};
