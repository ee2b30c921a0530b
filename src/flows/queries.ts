import type { BallotSubject } from "../core/ballot/events.ts";
import type { SeatId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { ConflictFacts } from "../core/rules/conflict-of-interest.ts";

/** Welches Papier: Tagesordnung, Anwesenheitsliste, Ergebnisprotokoll, Sitzungsbericht. */
export type PaperKind = "agenda" | "attendance" | "minutes" | "report";

/** Frage: what a person wants to see; changes nothing. `paper` is answered by the flow that makes papers. */
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
  | { readonly kind: "speakersList" }
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
    };
