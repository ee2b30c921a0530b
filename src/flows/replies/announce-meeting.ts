import { itemsOf } from "../../core/agenda/queries.ts";
import { ordinalOf } from "../../core/committee/meeting-ordinal.ts";
import { quorumFound } from "../../core/committee/quorum-now.ts";
import { entry } from "../../core/kernel/table.ts";
import type { MeetingEvent } from "../../core/meeting/events.ts";
import { currentMeeting } from "../../core/meeting/queries.ts";
import { afterLoss } from "../../core/rules/quorum-loss.ts";
import { cite } from "../../core/rules/setting.ts";
import {
  adjournedToNext,
  appointmentText,
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
import { firstOfThem, invitedOneByOne, scheduledLine, yearScheduled } from "../../texts/announcements-planning.ts";
import {
  deferredItems,
  deferredToNext,
  deliberateOnly,
  meetingCancelled,
  proxyEnded,
  proxyGranted,
  quorumDoubted,
  repeatNext,
  repeatNotice,
  repeatScheduled,
  repeatWithoutNotice,
  voterDesignated,
} from "../../texts/announcements-seats.ts";
import { quorumSentence } from "../../texts/rulings.ts";
import { list } from "../reply.ts";
import { attendanceRecorded } from "./announce-attendance.ts";
import { announceCall, callAtOpening, noticeAhead } from "./announce-call.ts";
import { announceMove } from "./announce-move.ts";
import { dayWarnings } from "./day-warnings.ts";
import { type Announcement, type Announcers, choice, type Happened, plainChoice } from "./telling.ts";

export const announceMeeting: Announcers<MeetingEvent["type"]> = {
  ...announceMove,
  ...announceCall,
  MeetingScheduled(event, told) {
    const { meeting, appointment, place, title, repeatOf } = event;
    if (told.events.some((one) => one.type === "MeetingOpened")) return {};
    if (repeatOf !== undefined) return repeatMeeting(event, told);
    const several = told.events.filter((one) => one.type === "MeetingScheduled");
    if (several.length > 1) return yearOfMeetings(event, several, told);
    return {
      everyone: [
        meetingScheduled(appointment, place, title),
        ...dayWarnings(told.after, appointment.date, told.holidays),
        ...noticeAhead(meeting, told),
        proposeItems(),
      ],
      choices: [plainChoice("tagesordnung")],
    };
  },
  MeetingOpened({ meeting, chairedBy, minuteTaker }, told) {
    const { after, names } = told;
    const opened = entry(after.meetings.meetings, meeting);
    const spoken = opened === undefined ? meeting : ordinalOf({ state: after, meeting: opened });
    const minutes = minuteTaker === undefined ? [] : [minuteTakerIs(names.person(minuteTaker))];
    return {
      everyone: [
        [meetingOpened(spoken, names.person(chairedBy)), ...minutes].join(" "),
        ...callAtOpening(meeting, told),
        checkIn(),
      ],
      choices: [plainChoice("anwesend"), choice("online dabei", "anwesend online"), plainChoice("tagesordnung")],
    };
  },
  MeetingChaired: ({ person }, { names }) => ({ everyone: [chairIs(names.person(person))] }),
  MinuteTakerNamed: ({ person }, { names }) => ({ everyone: [minuteTakerNamed(names.person(person))] }),
  MeetingPaused: ({ minutes }) => ({ everyone: [paused(minutes)], choices: [plainChoice("fortsetzen")] }),
  MeetingResumed: () => ({ everyone: [resumed()] }),
  MeetingClosed({ meeting, reason }, { events, after }) {
    const carried = events.filter((event) => event.type === "AgendaItemAdjourned");
    const deferred = carried.filter((event) => event.reason === "inquorate").length;
    const adjourned = carried.length - deferred;
    const closed = entry(after.meetings.meetings, meeting);
    const items = closed === undefined ? [] : itemsOf(after.agenda, closed.number);
    return {
      everyone: [
        reason === undefined
          ? meetingClosed()
          : meetingCancelled(afterLoss(after.rules, { quorate: false, missing: 0 })),
        ...(deferred > 0 ? [deferredToNext(deferred)] : []),
        ...(deferred > 0 && after.rules.quorum.repeat.value.enabled ? [repeatNext()] : []),
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
  VoterDesignated: ({ seat, person }, { names }) => ({
    everyone: [voterDesignated(names.seat(seat), names.person(person))],
  }),
  ProxyGranted: ({ seat, person }, { names }) => ({
    everyone: [proxyGranted(names.seat(seat), names.person(person))],
  }),
  ProxyEnded: ({ seat }, { names }) => ({ everyone: [proxyEnded(names.seat(seat))] }),
  QuorumEstablished({ demandedBy }, { before, today, names, events }) {
    const meeting = currentMeeting(before.meetings);
    if (meeting === undefined) return {};
    const ruling = quorumFound(before, meeting, today, demandedBy);
    const goesOn = !ruling.quorate && !events.some((event) => event.type === "MeetingClosed");
    return {
      everyone: [
        ...(demandedBy === undefined ? [] : [quorumDoubted(names.person(demandedBy))]),
        quorumSentence(ruling),
        ...(goesOn ? [deliberateOnly()] : []),
      ],
    };
  },
};

type Scheduled = Extract<MeetingEvent, { type: "MeetingScheduled" }>;

/** Jahresplan angesetzt: told once, with the first of them. */
function yearOfMeetings(event: Scheduled, all: readonly Scheduled[], told: Happened): Announcement {
  const [first] = all;
  if (first?.meeting !== event.meeting) return {};
  return {
    everyone: [
      yearScheduled(),
      list(all.map(({ appointment, place }) => scheduledLine(appointment, place))),
      ...all.flatMap(({ appointment }) => dayWarnings(told.after, appointment.date, told.holidays)),
      proposeItems(),
    ],
    choices: [plainChoice("termine"), plainChoice("tagesordnung")],
    actor: [firstOfThem(first.appointment.date), ...noticeAhead(first.meeting, told), invitedOneByOne()],
  };
}

function repeatMeeting({ appointment, place, meeting, notice }: Scheduled, told: Happened): Announcement {
  const { after, holidays } = told;
  const { repeat } = after.rules.quorum;
  const citation = cite("quorum.repeat", repeat);
  const deferred = itemsOf(after.agenda, meeting).filter((item) => item.deferred);
  const needsNotice = repeat.value.noticeRequired && notice !== true;
  return {
    everyone: [
      repeatScheduled(appointmentText(appointment), place === undefined ? "" : `, ${place}`),
      ...dayWarnings(after, appointment.date, holidays),
      ...noticeAhead(meeting, told),
      needsNotice ? repeatWithoutNotice(citation) : repeatNotice(repeat.value.min, citation),
      deferredItems(),
      list(deferred.map(({ title }) => title)),
    ],
    choices: [plainChoice("tagesordnung")],
  };
}
