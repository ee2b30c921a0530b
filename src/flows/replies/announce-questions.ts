import { endsOnObjection, purposeOfQuestion, unopposedOf } from "../../core/committee/question-kinds.ts";
import { votingSeats } from "../../core/committee/quorum-now.ts";
import { entry } from "../../core/kernel/table.ts";
import type { QuestionEvent } from "../../core/question/events.ts";
import type { Question } from "../../core/question/state.ts";
import { majorityRequirement, votesNeededOf } from "../../core/rules/majority-requirement.ts";
import {
  enBlocEnded,
  questionDecided,
  questionLabel,
  questionOpposed,
  questionPut,
  questionRequirement,
  questionWithdrawn,
} from "../../texts/questions.ts";
import { type Announcers, type Happened, plainChoice } from "./telling.ts";

export const announceQuestions: Announcers<QuestionEvent["type"]> = {
  QuestionPut({ question: number, subject, mover }, told) {
    const question = entry(told.after.questions.questions, number);
    const label = questionLabel(subject, told.names);
    const needed = question === undefined ? [] : [requirementOf(question, told)];
    const isUnopposed = unopposedOf(told.after.rules, subject) !== undefined;
    const unopposed = isUnopposed ? [plainChoice("gegenrede"), plainChoice("keine gegenrede")] : [];
    const objection = endsOnObjection(subject) ? [plainChoice("widerspruch en bloc")] : [];
    return {
      everyone: [questionPut(number, label, told.names.person(mover)), ...needed],
      choices: [...unopposed, ...objection, plainChoice(`abstimmung frage ${number}`)],
    };
  },
  QuestionOpposed({ question, person }, { after, names }) {
    const against = entry(after.questions.questions, question)?.opposedBy.length ?? 0;
    return {
      everyone: [questionOpposed(question, names.person(person), against)],
      choices: [plainChoice(`abstimmung frage ${question}`)],
    };
  },
  QuestionDecided({ question, outcome, manner }, { after, names }) {
    const subject = entry(after.questions.questions, question)?.subject;
    const label = subject === undefined ? "" : questionLabel(subject, names);
    return { everyone: [questionDecided(question, label, outcome, manner)] };
  },
  QuestionWithdrawn({ question }, { after, events }) {
    const subject = entry(after.questions.questions, question)?.subject;
    const isEnded = events.some((event) => event.type === "QuestionOpposed");
    if (subject?.kind !== "enBloc" || !isEnded) return { everyone: [questionWithdrawn(question)] };
    const choices = subject.motions.map((motion) => plainChoice(`abstimmung ${motion}`));
    return { everyone: [enBlocEnded(subject.motions)], choices };
  },
};

/** What it needs, in numbers where they are known before anybody votes. */
function requirementOf({ subject, meeting: number, item }: Question, { after, today }: Happened): string {
  const required = majorityRequirement(after.rules, purposeOfQuestion(after.rules, subject));
  const meeting = entry(after.meetings.meetings, number);
  if (meeting === undefined) return questionRequirement(required, 0, undefined);
  const recused = new Set(after.ballots.conflicts.filter((one) => one.item === item).map((one) => one.seat));
  const { present, all } = votingSeats(after, meeting, today, recused);
  return questionRequirement(required, present.size, votesNeededOf(required, present.size, all.size));
}
