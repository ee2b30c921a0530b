import type { Appointment } from "../kernel/appointment.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";

/** Anwesenheit einer Person: im Raum, zugeschaltet, entschuldigt, gegangen. */
export type AttendanceStatus = "present" | "remote" | "excused" | "left";

/** How sure a head count is: exactly, "über", "etwa", or a group named without a number. */
export type CountQualifier = "exact" | "over" | "about" | "none";

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
  | {
      readonly type: "MeetingOpened";
      readonly meeting: number;
      /** Sitzungsleitung. */
      readonly chairedBy: PersonId;
      readonly minuteTaker?: PersonId;
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
