import { calledItem } from "../agenda/queries.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import { isHere } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { personOn } from "../membership/queries.ts";
import type { ProceduralSubject } from "../question/events.ts";
import { openQuestions, type Question } from "../question/state.ts";
import { everyGroupHeard, type GroupsHeardRuling } from "../rules/procedural-admission.ts";
import { proceduralSpeeches, type SpeechSide } from "../rules/procedural-opposition.ts";
import { proceduralOrder } from "../rules/procedural-order.ts";
import { cite } from "../rules/setting.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

export type ProceduralQuestion = Question & { readonly subject: ProceduralSubject };

/** GO-Anträge, die zum aufgerufenen Punkt warten, in the order in which they are dealt with. */
export function pendingProcedural(state: Slices): readonly ProceduralQuestion[] {
  const meeting = state.meetings.current ?? 0;
  const item = calledItem(state.agenda, meeting)?.item;
  const waiting = openQuestions(state.questions, meeting)
    .filter(isProcedural)
    .filter((one) => one.item === item);
  const ranked = waiting.map((question) => ({ kind: question.subject.wants, question }));
  return proceduralOrder(state.rules, ranked).order.map(({ question }) => question);
}

export const isProcedural = (question: Question): question is ProceduralQuestion =>
  question.subject.kind === "procedural";

/** What must hold before a procedural motion is settled: its item runs, none of higher rank waits, every group was heard. */
export function proceduralProblem(state: Slices, question: Question, today: LocalDate): Refusal | undefined {
  if (!isProcedural(question)) return undefined;
  const [first] = pendingProcedural(state);
  if (!pendingProcedural(state).some((one) => one.question === question.question)) {
    const title = question.item === undefined ? undefined : entry(state.agenda.items, question.item)?.title;
    return { code: "ItemIsOver", title: title ?? question.subject.text };
  }
  if (first !== undefined && first.question !== question.question) {
    const citation = cite("goAntrag.precedence", state.rules.goAntrag.precedence);
    return { code: "HigherRankFirst", first: first.question, subject: first.subject, citation };
  }
  if (question.subject.wants !== "closeDebate") return undefined;
  const ruling = groupsHeard(state, today);
  return ruling.putToVote ? undefined : { code: "GroupsNotHeard", ruling };
}

/** Ob jede Gruppe, die da ist, zu Wort kam. */
function groupsHeard(state: Slices, today: LocalDate): GroupsHeardRuling {
  const meeting = entry(state.meetings.meetings, state.meetings.current ?? 0);
  const groupOf = (person: PersonId) => personOn(state.membership, person, today)?.speakerGroup ?? [];
  const here = [...(meeting?.attendance.values() ?? [])].filter(isHere).map((one) => one.person);
  return everyGroupHeard(state.rules, {
    groups: here.flatMap(groupOf),
    spoke: state.speakers.spoken.flatMap((one) => groupOf(one.person)),
  });
}

/** Why somebody may not speak for or against a procedural motion: enough have done so, or a reason is asked for. */
export function speechProblem(
  state: Slices,
  question: Question,
  side: SpeechSide,
  reason: string | undefined,
): Refusal | undefined {
  if (!isProcedural(question)) return undefined;
  const { formalOpposition } = state.rules.goAntrag;
  if (side === "against" && reason === undefined && !formalOpposition.value)
    return { code: "ReasonNeeded", citation: cite("goAntrag.formalOpposition", formalOpposition) };
  const given: readonly SpeechSide[] = [
    ...question.supportedBy.map(() => "for" as const),
    ...question.opposedBy.map(() => "against" as const),
  ];
  const ruling = proceduralSpeeches(state.rules, [...given, side]);
  return ruling.refused.length === 0 ? undefined : { code: "NoFurtherSpeech", side, ruling };
}

/** Voting in this meeting, a member without a vote, or neither. */
export function standingOf(state: Slices, meeting: Meeting, person: PersonId, today: LocalDate) {
  const attendance = meeting.attendance.get(person);
  if (isHere(attendance) && attendance?.seat !== undefined) return "voting" as const;
  const role = personOn(state.membership, person, today)?.role;
  return role === undefined || role === "guest" ? ("guest" as const) : ("advisory" as const);
}
