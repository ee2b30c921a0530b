import { type ProceduralQuestion, pendingProcedural } from "../../core/committee/procedural-readiness.ts";
import { endsOnObjection, purposeOfQuestion, unopposedOf } from "../../core/committee/question-kinds.ts";
import { votingSeats } from "../../core/committee/quorum-now.ts";
import { speakersInOrder } from "../../core/committee/speakers-in-order.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { entry } from "../../core/kernel/table.ts";
import type { ProceduralSubject, QuestionEvent, QuestionManner, QuestionOutcome } from "../../core/question/events.ts";
import type { Question } from "../../core/question/state.ts";
import { majorityRequirement, votesNeededOf } from "../../core/rules/majority-requirement.ts";
import { proceduralRuling } from "../../core/rules/procedural-opposition.ts";
import { proceduralTurn } from "../../core/rules/procedural-order.ts";
import { cite } from "../../core/rules/setting.ts";
import { proceduralName } from "../../texts/procedural-names.ts";
import {
  appealDecided,
  chairCarriesOut,
  enBlocEnded,
  higherRankFirst,
  measureChallenged,
  questionDecided,
  questionLabel,
  questionOpposed,
  questionPut,
  questionRequirement,
  questionSupported,
  questionWithdrawn,
} from "../../texts/questions.ts";
import { rulesChangeAwaits, rulesChangeConfirmed } from "../../texts/rules-changes.ts";
import { oppositionAsked, turnOfProcedure, unopposedSentence } from "../../texts/rulings-procedure.ts";
import { citationText } from "../../texts/rulings-source.ts";
import { rulesDiff } from "./rules-diff.ts";
import { type Announcement, type Announcers, type Happened, plainChoice } from "./telling.ts";

export const announceQuestions: Announcers<QuestionEvent["type"]> = {
  QuestionPut({ question: number, subject, mover }, told) {
    const question = entry(told.after.questions.questions, number);
    const label = questionLabel(subject, told.names);
    const needed = question === undefined ? [] : [requirementOf(question, told)];
    const isUnopposed = unopposedOf(told.after.rules, subject) !== undefined;
    const unopposed = isUnopposed ? [plainChoice("gegenrede"), plainChoice("keine gegenrede")] : [];
    const objection = endsOnObjection(subject) ? [plainChoice(`widerspruch frage ${number}`)] : [];
    if (subject.kind === "procedural") return proceduralPut(number, subject, mover, needed, told);
    return {
      everyone: [
        questionPut(number, label, told.names.person(mover)),
        ...rulesDiff(told.after, subject, told.names),
        ...needed,
      ],
      choices: [...unopposed, ...objection, plainChoice(`abstimmung frage ${number}`)],
    };
  },
  QuestionOpposed({ question, person, reason }, { after, names }) {
    const against = entry(after.questions.questions, question)?.opposedBy.length ?? 0;
    return {
      everyone: [questionOpposed(question, names.person(person), against, reason)],
      choices: [plainChoice(`abstimmung frage ${question}`)],
    };
  },
  RulesChangeConfirmed: ({ question, by }) => ({ everyone: [rulesChangeConfirmed(question, by)] }),
  QuestionSupported: ({ question, person }, { names }) => ({
    everyone: [questionSupported(question, names.person(person))],
  }),
  QuestionDecided({ question, outcome, manner, awaits, reference }, told) {
    const { after, names } = told;
    const subject = entry(after.questions.questions, question)?.subject;
    const label = subject === undefined ? "" : questionLabel(subject, names);
    const more = subject?.kind === "procedural" ? proceduralDecided(subject, outcome, manner, told) : [];
    const waits = awaits === undefined ? [] : [rulesChangeAwaits(question, awaits)];
    return { everyone: [questionDecided(question, label, outcome, manner, reference), ...more, ...waits] };
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

/** Who gets it when, what opposition does, and the buttons for all of it. */
function proceduralPut(
  number: number,
  subject: ProceduralSubject,
  mover: PersonId,
  needed: readonly string[],
  { after, names, today, events }: Happened,
): Announcement {
  const asked = questionPut(number, questionLabel(subject, names), names.person(mover));
  if (events.some((event) => event.type === "QuestionDecided")) return { everyone: [asked] };
  const { speaking } = after.speakers;
  const turn = proceduralTurn(after.rules, { speaking: speaking ?? null, queue: speakersInOrder(after, today) });
  // Whoever is named there is a person of the list.
  const when = turnOfProcedure(turn, (person) => names.person(person as PersonId));
  const ruling = proceduralRuling(after.rules, { kind: subject.wants, opposition: null });
  const opposition = oppositionAsked(ruling, after.rules.goAntrag.formalOpposition.value);
  const [first] = pendingProcedural(after);
  const ahead = first === undefined || first.question === number ? [] : [rankText(first, after)];
  const measure = subject.measure === undefined ? [] : [measureChallenged(subject.measure.kind)];
  const unopposed = ruling.needsVote ? [] : [plainChoice(`keine gegenrede frage ${number}`)];
  return {
    everyone: [asked, ...measure, ...(when === "" ? [] : [when]), ...ahead, opposition, ...needed],
    choices: [plainChoice(`gegenrede frage ${number}`), ...unopposed, plainChoice(`abstimmung frage ${number}`)],
  };
}

function rankText(first: ProceduralQuestion, state: CommitteeState): string {
  const citation = cite("goAntrag.precedence", state.rules.goAntrag.precedence);
  return higherRankFirst(first.question, proceduralName(first.subject), citationText(citation));
}

function proceduralDecided(
  subject: ProceduralSubject,
  outcome: QuestionOutcome,
  manner: QuestionManner,
  { after, events }: Happened,
): readonly string[] {
  if (outcome === "undecided") return [];
  if (subject.wants === "appeal") return [appealDecided(outcome === "carried")];
  if (outcome === "rejected") return [];
  const ruling = proceduralRuling(after.rules, { kind: subject.wants, opposition: null });
  const why = manner === "unopposed" ? [unopposedSentence(ruling)] : [];
  const isLast = events.at(-1)?.type === "QuestionDecided";
  return [...why, ...(isLast ? [chairCarriesOut()] : [])];
}
