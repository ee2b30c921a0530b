import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { QuestionEvent } from "./events.ts";
import type { Question, QuestionsState } from "./state.ts";

export function evolveQuestions(state: QuestionsState, event: QuestionEvent, meta: EventMeta): QuestionsState {
  switch (event.type) {
    case "QuestionPut": {
      const { type: _, ...rest } = event;
      const refs = { source: meta.version, sources: [meta.version] };
      const question: Question = { ...rest, ...refs, status: "open", opposedBy: [], supportedBy: [] };
      return { questions: withEntry(state.questions, event.question, question) };
    }
    case "QuestionOpposed": {
      const { type: _, question, ...opposition } = event;
      return change(state, question, meta, (one) => ({ ...one, opposedBy: [...one.opposedBy, opposition] }));
    }
    case "QuestionSupported":
      return change(state, event.question, meta, (one) => ({
        ...one,
        supportedBy: [...one.supportedBy, event.person],
      }));
    case "QuestionDecided": {
      const { type: _, question, ...decided } = event;
      const status = event.outcome === "undecided" ? "open" : "decided";
      return change(state, question, meta, (one) => ({ ...one, ...decided, status }));
    }
    case "QuestionWithdrawn":
      return change(state, event.question, meta, (one) => ({ ...one, status: "withdrawn" }));
    case "RulesChangeConfirmed":
      return change(state, event.question, meta, (one) => ({ ...one, confirmedBy: event.by }));
    default:
      return assertNever(event);
  }
}

function change(
  state: QuestionsState,
  question: number,
  meta: EventMeta,
  to: (question: Question) => Question,
): QuestionsState {
  return {
    questions: changeEntry(state.questions, question, (one) => ({
      ...to(one),
      sources: [...one.sources, meta.version],
    })),
  };
}
