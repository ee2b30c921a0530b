import type { BallotSubject } from "../core/ballot/events.ts";
import type { PlanningCommand } from "../core/committee/commands-scheduling.ts";
import type { SeatId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { ConflictFacts } from "../core/rules/conflict-of-interest.ts";

/** Welches Papier einer Sitzung: Tagesordnung, Anwesenheitsliste, Ergebnisprotokoll, Sitzungsbericht, Entwurf der Einladung. */
export type MeetingPaperKind = "agenda" | "attendance" | "minutes" | "report" | "invitation";

/** Welches Papier, also that of a workshop: Tafel. */
export type PaperKind = MeetingPaperKind | "wall";

/** Frage: what a person wants to see; changes nothing. */
export type Query =
  | { readonly kind: "help"; readonly about?: string }
  | { readonly kind: "status" }
  | {
      readonly kind: "deadlines";
      /** Day of a sitting of the Jugendhilfeausschuss. */
      readonly jha?: LocalDate;
      readonly demand?: { readonly on: LocalDate; readonly demanders: number };
    }
  | { readonly kind: "agenda" }
  /** Terminumfrage: the one named, else every open one. */
  | { readonly kind: "datePoll"; readonly poll?: number }
  /** Was ansteht: meetings to come, polls, and what lies around them; or all meetings of a year. */
  | { readonly kind: "dates"; readonly year?: number }
  /** Regeltermine, as they would be scheduled. */
  | ({ readonly kind: "yearPlan" } & Omit<Extract<PlanningCommand, { type: "PlanYear" }>, "type">)
  | { readonly kind: "schoolHolidays" }
  /** `meeting`: the next planned one, if it is not said. */
  | { readonly kind: "answers"; readonly meeting?: number }
  | { readonly kind: "dispatch"; readonly meeting?: number }
  /** Einladung: as it was sent last; the leadership reads the draft. */
  | { readonly kind: "invitation"; readonly meeting?: number }
  | { readonly kind: "speakersList" }
  /** The open workshop, else the next or last one. */
  | { readonly kind: "workshop" }
  /** Those that fit, of the open workshop or the last one; or a single one. `own`: those of the person. `from`: the page that begins there. */
  | {
      readonly kind: "ideas";
      readonly question?: number;
      readonly group?: number;
      readonly tag?: string;
      readonly own?: true;
      readonly idea?: number;
      readonly from?: number;
    }
  | { readonly kind: "wall" }
  /** Tafel als Bild; `everywhere`: in all rooms. */
  | { readonly kind: "wallPicture"; readonly everywhere?: true }
  /** Foto einer Idee. */
  | { readonly kind: "photo"; readonly idea: number }
  /** The one named, else the last. */
  | { readonly kind: "weighting"; readonly weighting?: number }
  /** One result, the way of one idea, or all. */
  | { readonly kind: "results"; readonly result?: number; readonly idea?: number; readonly tag?: string }
  | { readonly kind: "attendance" }
  | { readonly kind: "ballot" }
  | { readonly kind: "conflictCheck"; readonly facts: ConflictFacts }
  | { readonly kind: "excludedVote"; readonly subject: BallotSubject; readonly seat: SeatId }
  | { readonly kind: "resolutions" }
  | { readonly kind: "motionOrder" }
  | { readonly kind: "tasks" }
  | { readonly kind: "writtenProcedures"; readonly procedure?: number }
  | { readonly kind: "offices" }
  /** Geltende Geschäftsordnung, all of it in short or one section in full. */
  | { readonly kind: "rules"; readonly about?: string }
  | {
      readonly kind: "paper";
      readonly paper: PaperKind;
      readonly audience: "public" | "internal";
      /** Without: the meeting that runs, or the last one. */
      readonly meeting?: number;
    }
  /** Dokumentation eines Workshops, as a paper or as data; the one that runs or the last one, if none is named. */
  | {
      readonly kind: "documentation";
      readonly as: "paper" | "data";
      readonly audience: "public" | "internal";
      readonly workshop?: number;
    };

/** Was Dateien macht: answered by the flow that makes them, which takes its time. */
export type FilesQuery = Extract<Query, { kind: "paper" | "documentation" | "wallPicture" | "photo" }>;
/** Was der Stand allein beantwortet, at once. */
export type StateQuery = Exclude<Query, FilesQuery>;
