import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { MeetingEvent } from "./events.ts";
import type { Attendance, Meeting, MeetingsState } from "./state.ts";

type Of<Type extends MeetingEvent["type"]> = Extract<MeetingEvent, { type: Type }>;

/** Was eine Sitzung aus einem Ereignis macht. */
export function evolveMeetings(state: MeetingsState, event: MeetingEvent, meta: EventMeta): MeetingsState {
  switch (event.type) {
    case "MeetingScheduled":
      return { ...state, meetings: withEntry(state.meetings, event.meeting, scheduled(event, meta)) };
    case "MeetingMoved":
      return onMeeting(state, event.meeting, (meeting) => moved(meeting, event, meta));
    case "MeetingCancelled":
      return onMeeting(state, event.meeting, (meeting) => ({
        ...sourced(meeting, meta),
        status: "cancelled",
        cancelReason: event.reason,
        changedAt: meta.at,
      }));
    case "MeetingOpened":
      return opened(state, event, meta);
    case "MeetingClosed":
      return {
        meetings: changeEntry(state.meetings, event.meeting, (meeting) => ({
          ...sourced(meeting, meta),
          status: "closed",
          closedAt: meta.at,
          ...(event.reason === undefined ? {} : { closedFor: event.reason }),
        })),
        current: undefined,
      };
    case "InvitationRecorded": {
      const { type: _, meeting: number, ...invitation } = event;
      return onMeeting(state, number, (meeting) => ({
        ...meeting,
        invitation: { ...invitation, source: meta.version },
      }));
    }
    case "CallObjectionRaised": {
      const { type: _, meeting: number, ...objection } = event;
      return onMeeting(state, number, (meeting) => ({
        ...meeting,
        callObjections: [...meeting.callObjections, { ...objection, source: meta.version }],
      }));
    }
    case "MeetingChaired":
      return onCurrent(state, (meeting) => ({ ...sourced(meeting, meta), chairedBy: event.person }));
    case "MinuteTakerNamed":
      return onCurrent(state, (meeting) => ({ ...sourced(meeting, meta), minuteTaker: event.person }));
    case "MeetingPaused":
      return onCurrent(state, (meeting) => ({
        ...meeting,
        status: "paused",
        pauses: [
          ...meeting.pauses,
          { at: meta.at, source: meta.version, ...(event.minutes === undefined ? {} : { minutes: event.minutes }) },
        ],
      }));
    case "MeetingResumed":
      return onCurrent(state, (meeting) => ({
        ...meeting,
        status: "open",
        pauses: meeting.pauses.map((pause) => (pause.until === undefined ? { ...pause, until: meta.at } : pause)),
      }));
    case "AttendanceRecorded":
      return onCurrent(state, (meeting) => withAttendance(meeting, event, meta));
    case "SeatExcused":
      return onCurrent(state, (meeting) => ({
        ...meeting,
        excusedSeats: new Map(meeting.excusedSeats).set(event.seat, meta.version),
      }));
    case "HeadCountRecorded":
      return onCurrent(state, (meeting) => ({
        ...meeting,
        headCounts: [
          ...meeting.headCounts,
          {
            group: event.group,
            qualifier: event.qualifier,
            source: meta.version,
            ...(event.count === undefined ? {} : { count: event.count }),
          },
        ],
      }));
    case "VoterDesignated":
      return onCurrent(state, (meeting) => ({
        ...meeting,
        designated: new Map(meeting.designated).set(event.seat, event.person),
      }));
    case "ProxyGranted":
      return onCurrent(state, (meeting) => ({
        ...meeting,
        proxies: new Map(meeting.proxies).set(event.seat, { holder: event.person, source: meta.version }),
      }));
    case "ProxyEnded":
      return onCurrent(state, (meeting) => ({
        ...meeting,
        proxies: new Map([...meeting.proxies].filter(([seat]) => seat !== event.seat)),
      }));
    case "QuorumEstablished": {
      const { type: _, ...finding } = event;
      return onCurrent(state, (meeting) => ({
        ...meeting,
        quorumFindings: [...meeting.quorumFindings, { ...finding, at: meta.at, source: meta.version }],
      }));
    }
    default:
      return assertNever(event);
  }
}

function onCurrent(state: MeetingsState, change: (meeting: Meeting) => Meeting): MeetingsState {
  if (state.current === undefined) throw new Error("no meeting is open");
  return { ...state, meetings: changeEntry(state.meetings, state.current, change) };
}

function onMeeting(state: MeetingsState, number: number, change: (meeting: Meeting) => Meeting): MeetingsState {
  return { ...state, meetings: changeEntry(state.meetings, number, change) };
}

function sourced(meeting: Meeting, meta: EventMeta): Meeting {
  return { ...meeting, sources: [...meeting.sources, meta.version] };
}

function scheduled(event: Of<"MeetingScheduled">, meta: EventMeta): Meeting {
  return {
    number: event.meeting,
    status: "planned",
    appointment: event.appointment,
    ...(event.place === undefined ? {} : { place: event.place }),
    ...(event.title === undefined ? {} : { title: event.title }),
    ...(event.repeatOf === undefined ? {} : { repeatOf: event.repeatOf }),
    notice: event.notice ?? false,
    proxies: new Map(),
    designated: new Map(),
    scheduledAt: meta.at,
    changedAt: meta.at,
    revision: 0,
    movedFrom: [],
    callObjections: [],
    attendance: new Map(),
    excusedSeats: new Map(),
    headCounts: [],
    quorumFindings: [],
    pauses: [],
    sources: [meta.version],
  };
}

function moved(meeting: Meeting, event: Of<"MeetingMoved">, meta: EventMeta): Meeting {
  const { invitation, place, ...rest } = sourced(meeting, meta);
  const placeNow = event.place ?? place;
  // On another day the call does not hold, nor do the objections to it.
  const isSameDay = event.appointment.date === meeting.appointment.date;
  return {
    ...rest,
    ...(isSameDay && invitation !== undefined ? { invitation } : {}),
    appointment: event.appointment,
    ...(placeNow === undefined ? {} : { place: placeNow }),
    callObjections: isSameDay ? rest.callObjections : [],
    revision: meeting.revision + 1,
    movedFrom: [...meeting.movedFrom, { appointment: meeting.appointment, ...(place === undefined ? {} : { place }) }],
    changedAt: meta.at,
  };
}

function opened(state: MeetingsState, event: Of<"MeetingOpened">, meta: EventMeta): MeetingsState {
  return {
    meetings: changeEntry(state.meetings, event.meeting, (meeting) => ({
      ...sourced(meeting, meta),
      status: "open",
      openedAt: meta.at,
      opening: meta.version,
      chairedBy: event.chairedBy,
      ...(event.minuteTaker === undefined ? {} : { minuteTaker: event.minuteTaker }),
    })),
    current: event.meeting,
  };
}

function withAttendance(meeting: Meeting, event: Of<"AttendanceRecorded">, meta: EventMeta): Meeting {
  const before = meeting.attendance.get(event.person);
  const here = event.status === "present" || event.status === "remote";
  const seat = event.seat ?? (event.status === "left" ? before?.seat : undefined);
  const arrivedAt = before?.arrivedAt ?? (here ? meta.at : undefined);
  const wasHere = before?.status === "present" || before?.status === "remote";
  const hereSince = wasHere ? before.hereSince : meta.at;
  const attendance: Attendance = {
    person: event.person,
    status: event.status,
    late: before?.arrivedAt === undefined ? event.late : before.late,
    sources: [...(before?.sources ?? []), meta.version],
    ...(seat === undefined ? {} : { seat }),
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
    ...(event.status === "left" ? { leftAt: meta.at } : {}),
    ...(here && hereSince !== undefined ? { hereSince } : {}),
    away: here ? timesAway(before, meta) : (before?.away ?? []),
  };
  return { ...meeting, attendance: new Map(meeting.attendance).set(event.person, attendance) };
}

function timesAway(before: Attendance | undefined, meta: EventMeta): Attendance["away"] {
  if (before?.status !== "left" || before.leftAt === undefined) return before?.away ?? [];
  const sources = [...before.sources.slice(-1), meta.version];
  return [...before.away, { from: before.leftAt, until: meta.at, sources }];
}
