import type { Appointment } from "../kernel/appointment.ts";
import type { CountQualifier } from "../kernel/count-qualifier.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate, LocalTime } from "../kernel/local-date.ts";

/** Anwesenheit einer Person: im Raum, zugeschaltet, entschuldigt, gegangen. */
export type AttendanceStatus = "present" | "remote" | "excused" | "left";

export type MeetingEvent =
  | {
      readonly type: "MeetingScheduled";
      readonly meeting: number;
      readonly appointment: Appointment;
      readonly place?: string;
      readonly title?: string;
      /** Wiederholungssitzung: of which meeting. */
      readonly repeatOf?: number;
      /** The invitation says that this meeting decides whatever the number present. */
      readonly notice?: boolean;
    }
  /** Verlegt: another day, time or place. Every answer is out of date with it, and on another day so is the call. */
  | {
      readonly type: "MeetingMoved";
      readonly meeting: number;
      readonly appointment: Appointment;
      readonly place?: string;
      readonly reason?: string;
    }
  /** Abgesagt. Its items go to the next agenda. */
  | { readonly type: "MeetingCancelled"; readonly meeting: number; readonly reason: string }
  | {
      readonly type: "MeetingOpened";
      readonly meeting: number;
      /** Sitzungsleitung. */
      readonly chairedBy: PersonId;
      readonly minuteTaker?: PersonId;
    }
  /**
   * Ladung, as it went out, with the numbers of its ruling. A later entry for the same meeting takes the place of the earlier.
   * `urgent`: shortened for urgency. `missing`: what it had to say and does not. `notInvited`: seats that got none.
   */
  | {
      readonly type: "InvitationRecorded";
      readonly meeting: number;
      readonly sent?: LocalDate;
      readonly received?: LocalDate;
      readonly time?: LocalTime;
      readonly byLetter?: boolean;
      readonly notInvited: readonly SeatId[];
      readonly missing: readonly string[];
      readonly urgent: boolean;
      readonly reason?: string;
      readonly timely: boolean;
      readonly clearDays: number;
      readonly latest: LocalDate;
      readonly paragraph?: string;
    }
  /** Rüge der Ladung. One that comes too late is kept all the same. */
  | {
      readonly type: "CallObjectionRaised";
      readonly meeting: number;
      readonly person: PersonId;
      readonly seat: SeatId;
      readonly text: string;
      readonly inTime: boolean;
    }
  | { readonly type: "MeetingChaired"; readonly person: PersonId }
  | { readonly type: "MinuteTakerNamed"; readonly person: PersonId }
  | { readonly type: "MeetingPaused"; readonly minutes?: number }
  | { readonly type: "MeetingResumed" }
  /** `inquorate`: aufgehoben, because the rules end a meeting that is not quorate. */
  | { readonly type: "MeetingClosed"; readonly meeting: number; readonly reason?: "inquorate" }
  /** `seat`: whose vote the person casts while here, none for those without a vote. `late`: came after the opening. */
  | {
      readonly type: "AttendanceRecorded";
      readonly person: PersonId;
      readonly status: AttendanceStatus;
      readonly seat?: SeatId;
      readonly late: boolean;
    }
  /** Entschuldigter Träger, where no person is named. */
  | { readonly type: "SeatExcused"; readonly seat: SeatId }
  /** Köpfe, nicht Stimmen: "24 Trägervertretungen", "über 50 Fachkräfte". */
  | {
      readonly type: "HeadCountRecorded";
      readonly entry: number;
      readonly group: string;
      readonly qualifier: CountQualifier;
      readonly count?: number;
    }
  /** Stimmführung: who votes for the seat in this meeting. */
  | { readonly type: "VoterDesignated"; readonly seat: SeatId; readonly person: PersonId }
  /** Vollmacht for this meeting: the person votes for this seat beside its own. */
  | { readonly type: "ProxyGranted"; readonly seat: SeatId; readonly person: PersonId }
  | { readonly type: "ProxyEnded"; readonly seat: SeatId }
  /** Feststellung der Beschlussfähigkeit, with the numbers of its ruling. `demandedBy`: somebody doubted it. */
  | {
      readonly type: "QuorumEstablished";
      readonly quorate: boolean;
      readonly present: number;
      readonly needed: number;
      readonly base: number;
      readonly paragraph?: string;
      readonly demandedBy?: PersonId;
    };
