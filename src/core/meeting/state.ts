import type { Appointment } from "../kernel/appointment.ts";
import type { CountQualifier } from "../kernel/count-qualifier.ts";
import type { EventRef, Instant, PersonId, SeatId } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { AttendanceStatus, MeetingEvent } from "./events.ts";

/** Zwischendurch gegangen: from leaving to coming back. */
export type TimeAway = { readonly from: Instant; readonly until: Instant; readonly sources: readonly EventRef[] };

/** Vollmacht for this meeting: who votes for the seat beside its own. */
export type Proxy = { readonly holder: PersonId; readonly source: EventRef };

/** Anwesenheit einer Person in einer Sitzung. */
export type Attendance = {
  readonly person: PersonId;
  readonly status: AttendanceStatus;
  /** Seat whose vote the person casts; none for those without a vote. */
  readonly seat?: SeatId;
  readonly late: boolean;
  readonly arrivedAt?: Instant;
  readonly leftAt?: Instant;
  /** Since when the person is here without a break. */
  readonly hereSince?: Instant;
  readonly away: readonly TimeAway[];
  readonly sources: readonly EventRef[];
};

/** Köpfe: "24 Trägervertretungen", "über 50 Fachkräfte". */
export type HeadCount = {
  readonly group: string;
  readonly qualifier: CountQualifier;
  readonly count?: number;
  readonly source: EventRef;
};

export type QuorumFinding = {
  readonly quorate: boolean;
  readonly present: number;
  readonly needed: number;
  readonly base: number;
  readonly paragraph?: string;
  readonly demandedBy?: PersonId;
  readonly at: Instant;
  readonly source: EventRef;
};

/** Ladung, as it went out; see the event. */
export type Invitation = Omit<Extract<MeetingEvent, { type: "InvitationRecorded" }>, "type" | "meeting"> & {
  readonly source: EventRef;
};

/** Rüge der Ladung. */
export type CallObjection = Omit<Extract<MeetingEvent, { type: "CallObjectionRaised" }>, "type" | "meeting"> & {
  readonly source: EventRef;
};

export type Pause = {
  readonly at: Instant;
  readonly minutes?: number;
  readonly until?: Instant;
  readonly source: EventRef;
};

export type MeetingStatus = "planned" | "open" | "paused" | "closed" | "cancelled";

export type Meeting = {
  readonly number: number;
  readonly status: MeetingStatus;
  readonly appointment: Appointment;
  readonly place?: string;
  readonly title?: string;
  /** Wiederholungssitzung. */
  readonly repeatOf?: number;
  readonly notice: boolean;
  /** Aufgehoben. */
  readonly closedFor?: "inquorate";
  readonly chairedBy?: PersonId;
  readonly minuteTaker?: PersonId;
  readonly scheduledAt: Instant;
  /** How often it was moved. */
  readonly revision: number;
  /** When and where it was before, oldest first. */
  readonly movedFrom: readonly { readonly appointment: Appointment; readonly place?: string }[];
  /** Last time something changed that a calendar shows: scheduled, moved, cancelled. */
  readonly changedAt: Instant;
  readonly cancelReason?: string;
  /** Absent while nobody has entered that the call went out. */
  readonly invitation?: Invitation;
  readonly callObjections: readonly CallObjection[];
  readonly openedAt?: Instant;
  /** Eröffnung. */
  readonly opening?: EventRef;
  readonly closedAt?: Instant;
  readonly attendance: ReadonlyMap<PersonId, Attendance>;
  /** Vollmachten, by the seat whose vote was handed on. */
  readonly proxies: ReadonlyMap<SeatId, Proxy>;
  /** Stimmführung: who votes for a seat. */
  readonly designated: ReadonlyMap<SeatId, PersonId>;
  readonly excusedSeats: ReadonlyMap<SeatId, EventRef>;
  readonly headCounts: readonly HeadCount[];
  readonly quorumFindings: readonly QuorumFinding[];
  readonly pauses: readonly Pause[];
  /** Scheduling, opening and closing, and who led: sources of the head of the papers. */
  readonly sources: readonly EventRef[];
};

/** Sitzungen, numbered from the first one the bot knows; `current` is open or paused. */
export type MeetingsState = { readonly meetings: Table<Meeting>; readonly current: number | undefined };

export const noMeetings: MeetingsState = { meetings: emptyTable, current: undefined };
