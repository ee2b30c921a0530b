import type { Appointment } from "../kernel/appointment.ts";
import type { EventRef, Instant, PersonId, SeatId } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { AttendanceStatus, CountQualifier } from "./events.ts";

/** Anwesenheit einer Person in einer Sitzung. */
export type Attendance = {
  readonly person: PersonId;
  readonly status: AttendanceStatus;
  /** Seat whose vote the person casts; none for those without a vote. */
  readonly seat?: SeatId;
  readonly late: boolean;
  readonly arrivedAt?: Instant;
  readonly leftAt?: Instant;
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
  readonly at: Instant;
  readonly source: EventRef;
};

export type Pause = {
  readonly at: Instant;
  readonly minutes?: number;
  readonly until?: Instant;
  readonly source: EventRef;
};

export type MeetingStatus = "planned" | "open" | "paused" | "closed";

export type Meeting = {
  readonly number: number;
  readonly status: MeetingStatus;
  readonly appointment: Appointment;
  readonly place?: string;
  readonly title?: string;
  readonly chairedBy?: PersonId;
  readonly minuteTaker?: PersonId;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly attendance: ReadonlyMap<PersonId, Attendance>;
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
