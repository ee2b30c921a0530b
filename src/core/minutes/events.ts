import type { Appointment } from "../kernel/appointment.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

/**
 * Grad einer Notiz, as the field grades what happened: vereinbart, einvernehmlich festgestellt, festgestellt, genannt;
 * `background`: Vorgeschichte for the report. "beschlossen" and "gewählt" come from motions and elections alone.
 */
export type NoteGrade = "agreed" | "consensus" | "found" | "mentioned" | "background";

/** Von wem etwas stammt: word for word (Zitat), or as it was reported (Vortrag). `name`: of somebody who is no member, as typed. */
export type Attribution = {
  readonly manner: "verbatim" | "reported";
  readonly person?: PersonId;
  readonly name?: string;
};

/** Wo etwas eingetragen wurde: in a meeting, under the item called there; or in a workshop. */
export type EntryPlace = { readonly meeting?: number; readonly workshop?: number; readonly item?: number };

/** What kind of date was agreed: a regular meeting of the committee, a workshop, something else. */
export type AgreedDateKind = "meeting" | "workshop" | "other";

/**
 * Art der Genehmigung: in a meeting without anybody's objection; Einwendungen treated (or none) without a vote; by silence after the
 * period; by signature.
 */
export type ApprovalManner = "meeting" | "objectionsTreated" | "silence" | "signature";

export type MinutesEvent =
  /** Bereich: heading under which the notes that follow are grouped ("Ambulanter Bereich"). */
  | { readonly type: "FieldOpened"; readonly item?: number; readonly heading: string }
  | (EntryPlace & {
      readonly type: "NoteTaken";
      readonly note: number;
      readonly field?: string;
      readonly grade: NoteGrade;
      readonly text: string;
      /** Points of a list, led in by `text`. */
      readonly points?: readonly string[];
      readonly said?: Attribution;
      /** Only for the internal version. */
      readonly internal: boolean;
    })
  | (EntryPlace & {
      readonly type: "TaskAssigned";
      readonly task: number;
      readonly field?: string;
      readonly text: string;
      readonly owner?: PersonId;
      /** Owner who is not a person of the committee ("Jugendamt"). */
      readonly ownerName?: string;
      readonly due?: LocalDate;
      /** A date that was left vague, as typed ("ab Mitte 2025"). */
      readonly dueText?: string;
    })
  /** Vereinbarter Termin. `quarter`: 1 to 4 for the regular dates of a year. */
  | (EntryPlace & {
      readonly type: "DateAgreed";
      readonly note: number;
      readonly kind: AgreedDateKind;
      readonly title: string;
      readonly appointment: Appointment;
      readonly quarter?: number;
    })
  /** Weiterleitung: the promise to pass results on to another body. */
  | (EntryPlace & {
      readonly type: "ForwardingPromised";
      readonly note: number;
      readonly to: string;
      readonly text: string;
    })
  | {
      readonly type: "ReportDetailsSet";
      readonly meeting: number;
      readonly reference?: string;
      readonly date?: LocalDate;
      readonly unit?: string;
      readonly forwardTo?: { readonly body: string; readonly date?: LocalDate; readonly role: string };
    }
  | (Omit<EntryPlace, "item"> & { readonly type: "AttachmentNamed"; readonly note: number; readonly title: string })
  /** Dokumentation eines Workshops als Anlage zum Bericht der Sitzung. */
  | {
      readonly type: "DocumentationAnnexed";
      readonly note: number;
      readonly meeting: number;
      readonly workshop: number;
    }
  /** Anonyme Sammlung: contributions are sealed until it is closed; the stream never holds who gave which. */
  | {
      readonly type: "AnonymousCollectionOpened";
      readonly collection: number;
      readonly meeting: number;
      readonly item?: number;
      readonly heading: string;
    }
  | { readonly type: "AnonymousEntryGiven"; readonly collection: number }
  | { readonly type: "AnonymousCollectionClosed"; readonly collection: number; readonly entries: readonly string[] }
  /** Versand der Niederschrift einer Sitzung. `lastDay`: until its end Einwendungen are in time. */
  | {
      readonly type: "MinutesSent";
      readonly meeting: number;
      readonly sentOn: LocalDate;
      readonly lastDay: LocalDate;
    }
  /** Unterschrift. `role`: a word of the rules ("leitung", "protokoll"). */
  | { readonly type: "MinutesSigned"; readonly meeting: number; readonly role: string; readonly person: PersonId }
  /** Einwendung, spoken of as "Einwendung 2". One that comes late is kept, and not considered. */
  | {
      readonly type: "MinutesObjectionRaised";
      readonly objection: number;
      readonly meeting: number;
      readonly person: PersonId;
      readonly seat?: SeatId;
      readonly text: string;
      readonly reason?: string;
      readonly isInTime: boolean;
    }
  /** Erledigung einer Einwendung in a later meeting; `text`: the new wording, where it was accepted with one. */
  | {
      readonly type: "MinutesObjectionSettled";
      readonly objection: number;
      readonly settledIn: number;
      readonly item?: number;
      readonly isAccepted: boolean;
      readonly text?: string;
    }
  /** Genehmigung: from now on the minutes are locked. `paragraph`: of the rule that was in force. */
  | {
      readonly type: "MinutesApproved";
      readonly meeting: number;
      readonly manner: ApprovalManner;
      readonly on: LocalDate;
      readonly approvedIn?: number;
      readonly item?: number;
      readonly paragraph?: string;
    };
