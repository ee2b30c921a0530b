import { ok } from "../kernel/result.ts";
import type { WorkshopEvent } from "../workshop/events.ts";
import type { Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { WorkshopCommand } from "./commands-workshop.ts";
import { type Decided, refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { moderatorsOnly, workshopAhead } from "./workshop-now.ts";

type AskGuidingQuestion = Extract<WorkshopCommand, { type: "AskGuidingQuestion" }>;

const MOST_QUESTIONS = 20;

/** Leitfragen stellen: several at once, each with a number of its own; for one room, or for all. */
export function askGuidingQuestions(state: Slices, command: AskGuidingQuestion, given: Given): Decided {
  const ahead = workshopAhead(state, given.today);
  if (!ahead.ok) return ahead;
  const workshop = ahead.value;
  const problem = moderatorsOnly(state, workshop, given) ?? questionProblem(state, workshop, command);
  if (problem !== undefined) return refused(problem);
  const { texts, room } = command;
  const events = texts.map(
    (text, index): WorkshopEvent => ({
      type: "GuidingQuestionAsked",
      workshop: workshop.workshop,
      question: workshop.questions.length + 1 + index,
      text,
      ...(room === undefined ? {} : { room }),
    }),
  );
  return ok({ events });
}

function questionProblem(
  state: Slices,
  { questions }: Workshop,
  { texts, room }: AskGuidingQuestion,
): Refusal | undefined {
  const { rooms } = state.membership;
  if (room !== undefined && !rooms.has(room))
    return { code: "RoomNotBound", rooms: [...rooms.values()].map(({ name }) => name) };
  const known = questions.find((one) => one.room === room && texts.includes(one.text));
  if (known !== undefined) return { code: "GuidingQuestionExists", question: known.question };
  const twice = texts.findIndex((text, index) => texts.indexOf(text) < index);
  if (twice !== -1)
    return { code: "GuidingQuestionExists", question: questions.length + texts.indexOf(texts[twice] ?? "") + 1 };
  const count = questions.length + texts.length;
  return count > MOST_QUESTIONS ? { code: "TooManyGuidingQuestions", count, most: MOST_QUESTIONS } : undefined;
}
