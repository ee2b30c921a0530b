import type { Appointment } from "../kernel/appointment.ts";
import type { EventRef, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { AgreedDateKind, NoteGrade } from "./events.ts";

type Place = { readonly meeting: number; readonly item?: number; readonly source: EventRef };

/** Eintrag im Protokoll, in the order in which it was made. */
export type MinutesEntry = Place &
  (
    | {
        readonly kind: "note";
        readonly field?: string;
        readonly grade: NoteGrade;
        readonly text: string;
        readonly points: readonly string[];
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
  readonly collection: number;
  readonly heading: string;
  readonly given: number;
  /** Undefined while it is open. */
  readonly entries: readonly string[] | undefined;
};

export type MinutesState = {
  readonly entries: Table<MinutesEntry>;
  readonly tasks: Table<Task>;
  readonly collections: Table<AnonymousCollection>;
  /** By meeting number. */
  readonly reports: ReadonlyMap<number, ReportDetails>;
  /** Bereich that is open under the item called. */
  readonly field: string | undefined;
};

export const noMinutes: MinutesState = {
  entries: emptyTable,
  tasks: emptyTable,
  collections: emptyTable,
  reports: new Map(),
  field: undefined,
};

export const noReportDetails: ReportDetails = { forwardTo: [], sources: [] };
