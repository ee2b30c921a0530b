import { rulesChangedBy } from "../committee/changed-rules.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Question } from "../question/state.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { seatName, spokenName } from "./people-in-papers.ts";
import { sentence } from "./sourced.ts";
import type { Statement } from "./views.ts";
import type { QuestionNames } from "./wording.ts";

/** Wie Personen und Sitze in den Unterlagen heißen. */
export const namesIn = (source: PaperSource): QuestionNames => ({
  person: (person) => spokenName(source, person),
  seat: (seat) => seatName(source, seat),
  changedRules: (settings) => rulesChangedBy(source.state, settings),
});

/** Fragen dieser Sitzung und wie sie ausgingen, with the ruling of the vote if there was one. */
export function questionStatements(
  source: PaperSource,
  belongs: (item: number | undefined) => boolean,
): readonly Statement[] {
  return entries(source.state.questions.questions)
    .filter((one) => one.meeting === source.meeting.number && belongs(one.item))
    .map((question) => ({
      ...sentence(textOf(source, question), question.sources, isInternalItem(source, question.item)),
      grade: question.reference === undefined ? "found" : "resolved",
      entries: [],
    }));
}

function textOf(source: PaperSource, question: Question): string {
  const { minutes } = source.context.wording;
  const names = namesIn(source);
  const { subject, outcome, manner, reference } = question;
  if (question.status === "withdrawn") return minutes.questionWithdrawn(question.question, subject, names);
  if (outcome === undefined || manner === undefined) return minutes.question(question.question, subject, names);
  const decided = minutes.questionDecided({ question: question.question, subject, outcome, manner, reference, names });
  const ruling = rulingOf(source, question);
  return ruling === undefined ? decided : `${decided} ${ruling}`;
}

function rulingOf({ state, context }: PaperSource, { ballot: number }: Question): string | undefined {
  const ballot = number === undefined ? undefined : entry(state.ballots.ballots, number);
  return ballot === undefined ? undefined : context.ballotRuling?.(ballot);
}
