import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

/** Rolle eines Gremiums in der Beratungsfolge. */
export type RouteRole = "preparation" | "vote" | "consultation" | "decision" | "notice";

/**
 * Schritt einer Beratungsfolge. `roleText`: the role in its own words ("abschließende Beratung"). `targetText`: a vague target, as typed
 * ("4. Sitzungslauf 2024").
 */
export type RouteStepPlan = {
  readonly body: string;
  readonly role: RouteRole;
  readonly roleText?: string;
  readonly target?: LocalDate;
  readonly targetText?: string;
};

/** Was aus einem Ergebnis wird: Aussage, Antrag, Aufgabe, Frage. */
export type ResultKind = "statement" | "motion" | "task" | "question";

/** Feststellungsgrad einer Aussage: vereinbart, einvernehmlich festgestellt, festgestellt, genannt. */
export type ResultGrade = "agreed" | "consensus" | "found" | "mentioned";

/** Antwort eines Gremiums; "prepared", "considered": vorbereitet, beraten, and nothing said of agreeing. */
export type RouteOutcome = "agreed" | "declined" | "deferred" | "noted" | "returned" | "prepared" | "considered";

/** Worauf eine Antwort der AG selbst beruht: a motion decided, or what was noted under an item of the agenda. */
export type AnswerBasis = { readonly kind: "motion" | "item"; readonly number: number };

/** Woraus ein Ergebnis entstand. */
export type ResultOrigin =
  | { readonly kind: "idea" | "group"; readonly number: number }
  /** From a motion, or from outside (another body's decision). */
  | { readonly kind: "motion"; readonly number: number }
  | { readonly kind: "none" };

export type RouteEvent =
  /** Ergebnis, numbered over all workshops: "Ergebnis 3". `grade`: of a statement, where it was said. */
  | {
      readonly type: "ResultMade";
      readonly result: number;
      readonly kind: ResultKind;
      readonly grade?: ResultGrade;
      readonly text: string;
      readonly origin: ResultOrigin;
      readonly workshop?: number;
      readonly meeting?: number;
      readonly owner?: PersonId;
      readonly ownerName?: string;
    }
  | { readonly type: "ResultReworded"; readonly result: number; readonly text: string }
  | { readonly type: "ResultTagged"; readonly result: number; readonly tag: string }
  | { readonly type: "ResultUntagged"; readonly result: number; readonly tag: string }
  /** Beratungsfolge, in place of what is still open of an earlier one. Steps are numbered within the result, on from those that are done. */
  | { readonly type: "RouteSet"; readonly result: number; readonly steps: readonly RouteStepPlan[] }
  /** Auf die Tagesordnung der AG gekommen. */
  | {
      readonly type: "RouteStepPlaced";
      readonly result: number;
      readonly step: number;
      readonly meeting: number;
      readonly item: number;
    }
  /**
   * Antwort: `unanimous` as it was said, without counts; `condition`: "bei positiver Prognose". `basis`: of the committee itself, recorded
   * with what it decided; without it, entered by hand.
   */
  | {
      readonly type: "RouteStepAnswered";
      readonly result: number;
      readonly step: number;
      readonly outcome: RouteOutcome;
      readonly on?: LocalDate;
      readonly unanimous?: boolean;
      readonly condition?: string;
      readonly text?: string;
      readonly basis?: AnswerBasis;
    }
  | {
      readonly type: "RouteRemindersSent";
      readonly result: number;
      readonly step: number;
      readonly people: readonly PersonId[];
    };
