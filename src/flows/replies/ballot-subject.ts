import type { BallotSubject } from "../../core/ballot/events.ts";
import type { Ballot } from "../../core/ballot/state.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entry } from "../../core/kernel/table.ts";
import { subjectName } from "../../texts/names.ts";
import { type QuestionNames, questionTitle } from "../../texts/questions.ts";

/** Key of the live message of a ballot. */
export const ballotKey = ({ ballot }: Pick<Ballot, "ballot">): string => `ballot-${ballot}`;

/** "Antrag 2 „Geschäftsordnung“", "1. Sprecher*in, Wahlgang 1". */
export function subjectTitle(state: CommitteeState, subject: BallotSubject, names: QuestionNames): string {
  if (subject.kind === "question") {
    const question = entry(state.questions.questions, subject.question);
    return question === undefined ? subjectName(subject) : questionTitle(question.question, question.subject, names);
  }
  if (subject.kind === "election") return `${officeOf(state, subject.election)}, Wahlgang ${subject.round}`;
  const title = subject.kind === "motion" ? entry(state.motions.motions, subject.motion)?.title : undefined;
  return title === undefined ? subjectName(subject) : `${subjectName(subject)} „${title}“`;
}

export function officeOf(state: CommitteeState, election: number): string {
  return entry(state.elections.elections, election)?.title ?? "";
}

/** The words voted on; nothing for an election. */
export function wordingOf(state: CommitteeState, { subject }: Ballot): readonly string[] {
  switch (subject.kind) {
    case "motion": {
      const text = entry(state.motions.motions, subject.motion)?.text;
      return text === undefined ? [] : [text];
    }
    case "amendment": {
      const text = entry(state.motions.amendments, subject.amendment)?.text;
      return text === undefined ? [] : [text];
    }
    case "question":
    case "election":
      return [];
  }
}
