import type { EventRef, PersonId, SeatId } from "../kernel/ids.ts";
import { emptyTable, entries, type Table } from "../kernel/table.ts";
import type { QuestionManner, QuestionOutcome, QuestionSubject } from "./events.ts";

export type Opposition = { readonly person: PersonId; readonly seat?: SeatId; readonly reason?: string };

/** Frage, spoken of as "Frage 3": put to the body, no motion on the matter itself. */
export type Question = {
  readonly question: number;
  readonly meeting: number;
  readonly item?: number;
  readonly subject: QuestionSubject;
  readonly mover: PersonId;
  readonly status: "open" | "decided" | "withdrawn";
  /** Gegenrede, each person once. */
  readonly opposedBy: readonly Opposition[];
  /** Fürrede, each person once. */
  readonly supportedBy: readonly PersonId[];
  readonly outcome?: QuestionOutcome;
  readonly manner?: QuestionManner;
  readonly ballot?: number;
  readonly awaits?: readonly string[];
  /** Beschlussnummer. */
  readonly reference?: string;
  /** Who confirmed a change of the rules that waited for it. */
  readonly confirmedBy?: string;
  readonly source: EventRef;
  readonly sources: readonly EventRef[];
};

export type QuestionsState = { readonly questions: Table<Question> };

export const noQuestions: QuestionsState = { questions: emptyTable };

/** Offene Fragen einer Sitzung, oldest first. */
export function openQuestions(state: QuestionsState, meeting: number): readonly Question[] {
  return entries(state.questions).filter((one) => one.meeting === meeting && one.status === "open");
}
