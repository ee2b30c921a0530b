import type { Appointment } from "../kernel/appointment.ts";
import type { EventRef, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { AgreedDateKind, ApprovalManner, Attribution, EntryPlace, NoteGrade } from "./events.ts";

type Place = EntryPlace & { readonly source: EventRef };

/** Eintrag im Protokoll, in the order in which it was made. */
export type MinutesEntry = Place &
  (
    | {
        readonly kind: "note";
        readonly field?: string;
        readonly grade: NoteGrade;
        readonly text: string;
        readonly points: readonly string[];
        readonly said?: Attribution;
        readonly internal: boolean;
      }
    | {
        readonly kind: "date";
        readonly dateKind: AgreedDateKind;
        readonly title: string;
        readonly appointment: Appointment;
        readonly quarter?: number;
      }
    | { readonly kind: "forwarding"; readonly to: string; readonly text: string }
    | { readonly kind: "attachment"; readonly title: string }
    /** Dokumentation of this workshop, as an annex. */
    | { readonly kind: "documentation"; readonly documented: number }
  );

/** Aufgabe, with or without owner and date. */
export type Task = Place & {
  readonly task: number;
  readonly field?: string;
  readonly text: string;
  readonly owner?: PersonId;
  readonly ownerName?: string;
  readonly due?: LocalDate;
  readonly dueText?: string;
};

/** What the office sets for the Sitzungsbericht. */
export type ReportDetails = {
  readonly reference?: string;
  readonly date?: LocalDate;
  readonly unit?: string;
  readonly forwardTo: readonly {
    readonly body: string;
    readonly date?: LocalDate;
    readonly role: string;
    readonly source: EventRef;
  }[];
  readonly sources: readonly EventRef[];
};

export type AnonymousCollection = Place & {
  readonly meeting: number;
  readonly collection: number;
  readonly heading: string;
  readonly given: number;
  /** Undefined while it is open. */
  readonly entries: readonly string[] | undefined;
};

export type Signature = { readonly role: string; readonly person: PersonId; readonly source: EventRef };

/** Genehmigung einer Niederschrift. */
export type MinutesApproval = {
  readonly manner: ApprovalManner;
  readonly on: LocalDate;
  readonly approvedIn?: number;
  readonly item?: number;
  readonly paragraph?: string;
  readonly source: EventRef;
};

/** Niederschrift nach der Sitzung: sent, signed, approved. One that has none of it is a draft. */
export type IssuedMinutes = {
  readonly meeting: number;
  readonly sent?: { readonly on: LocalDate; readonly lastDay: LocalDate; readonly source: EventRef };
  readonly signatures: readonly Signature[];
  readonly approval?: MinutesApproval;
};

/** Einwendung gegen eine Niederschrift. */
export type MinutesObjection = {
  readonly objection: number;
  readonly meeting: number;
  readonly person: PersonId;
  readonly seat?: SeatId;
  readonly text: string;
  readonly reason?: string;
  readonly isInTime: boolean;
  readonly source: EventRef;
  readonly settlement?: {
    readonly settledIn: number;
    readonly item?: number;
    readonly isAccepted: boolean;
    readonly text?: string;
    readonly source: EventRef;
  };
};

export type MinutesState = {
  readonly entries: Table<MinutesEntry>;
  readonly tasks: Table<Task>;
  readonly collections: Table<AnonymousCollection>;
  /** By meeting number. */
  readonly reports: ReadonlyMap<number, ReportDetails>;
  /** By meeting number. */
  readonly issued: ReadonlyMap<number, IssuedMinutes>;
  readonly objections: Table<MinutesObjection>;
  /** Bereich that is open under the item called. */
  readonly field: string | undefined;
};

export const noMinutes: MinutesState = {
  entries: emptyTable,
  tasks: emptyTable,
  collections: emptyTable,
  reports: new Map(),
  issued: new Map(),
  objections: emptyTable,
  field: undefined,
};

export const noReportDetails: ReportDetails = { forwardTo: [], sources: [] };
