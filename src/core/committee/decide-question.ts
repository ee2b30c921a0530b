import { calledItem } from "../agenda/queries.ts";
import { ok, type Result } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import { entry } from "../kernel/table.ts";
import { isHere } from "../meeting/queries.ts";
import type { QuestionSubject } from "../question/events.ts";
import { openQuestions, type Question } from "../question/state.ts";
import type { Command, Given } from "./commands.ts";
import { notUnderVote } from "./decide-motion.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { leads } from "./may.ts";
import { activeMeeting } from "./meeting-now.ts";
import { proceduralProblem, speechProblem } from "./procedural-readiness.ts";
import { endsOnObjection, obstacleOf, questionDecided, unopposedOf } from "./question-kinds.ts";
import { quorumForBallot } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Frage stellen: under the item called, if there is one. The same question is not put twice while it is open. */
export function putQuestion(state: Slices, subject: QuestionSubject, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const same = openQuestions(state.questions, meeting.value.number).find((one) => sameData(one.subject, subject));
  if (same !== undefined) return refused({ code: "SameQuestionOpen", question: same.question });
  const item = calledItem(state.agenda, meeting.value.number);
  return happened({
    type: "QuestionPut",
    question: state.questions.questions.size + 1,
    meeting: meeting.value.number,
    ...(item === undefined ? {} : { item: item.item }),
    subject,
    mover: given.actor,
  });
}

/** Dringlicher Punkt: whether it comes onto the agenda of this meeting. */
export const proposeUrgentItem = (state: Slices, { title }: Of<"ProposeUrgentItem">, given: Given): Decided =>
  putQuestion(state, { kind: "urgentItem", title }, given);

/** Abweichung von der Geschäftsordnung im Einzelfall. */
export const proposeDeviation = (state: Slices, { text }: Of<"ProposeDeviation">, given: Given): Decided =>
  putQuestion(state, { kind: "deviation", text }, given);

/** The question, if it is still to be decided in the meeting that runs. */
export function openQuestion(state: Slices, number: number): Result<Question, Refusal> {
  const question = entry(state.questions.questions, number);
  const meeting = state.meetings.current ?? 0;
  if (question === undefined || question.meeting !== meeting) {
    const open = openQuestions(state.questions, meeting).map((one) => one.question);
    return refused({ code: "UnknownQuestion", question: number, open });
  }
  if (question.status === "open") return ok(question);
  const status = question.status === "withdrawn" || question.outcome === undefined ? "withdrawn" : question.outcome;
  return refused({ code: "QuestionIsOver", question: number, status: status === "undecided" ? "rejected" : status });
}

/** Zurückziehen: by whoever put it, until the vote; the leadership may enter it. */
export function withdrawQuestion(state: Slices, command: Of<"WithdrawQuestion">, given: Given): Decided {
  const question = openQuestion(state, command.question);
  if (!question.ok) return question;
  const { mover } = question.value;
  if (mover !== given.actor && !leads(state, given.actor, given.today)) return refused({ code: "NotTheMover", mover });
  const free = notUnderVote(state);
  return free.ok ? happened({ type: "QuestionWithdrawn", question: command.question }) : free;
}

/** Gegenrede or Widerspruch, once per seat. Where the rules set a number of them, reaching it ends the question. */
export function opposeQuestion(state: Slices, command: Of<"OpposeQuestion">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const question = openQuestion(state, command.question);
  if (!question.ok) return question;
  const attendance = meeting.value.attendance.get(given.actor);
  if (!isHere(attendance)) return refused({ code: "NotPresent", person: given.actor });
  const seat = attendance?.seat;
  const { opposedBy, subject } = question.value;
  const isKnown = opposedBy.some((one) => one.person === given.actor || (seat !== undefined && one.seat === seat));
  if (isKnown) return refused({ code: "AlreadyOpposed", question: command.question });
  const problem = speechProblem(state, question.value, "against", command.reason);
  if (problem !== undefined) return refused(problem);
  const opposed = {
    type: "QuestionOpposed",
    question: command.question,
    person: given.actor,
    ...(seat === undefined ? {} : { seat }),
    ...(command.reason === undefined ? {} : { reason: command.reason }),
  } as const;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  if (endsOnObjection(subject)) return happened(opposed, { type: "QuestionWithdrawn", question: command.question });
  const rule = unopposedOf(state.rules, subject);
  const isEnded =
    rule?.atLimit === "rejected" && seatsAgainst(question.value) + (seat === undefined ? 0 : 1) >= rule.limit;
  if (!isEnded) return happened(opposed);
  const rejected = { outcome: "rejected", manner: "unopposed" } as const;
  return happened(opposed, ...questionDecided(state, command.question, rejected, given));
}

/** Where a number of objections counts, seats count, not heads. */
const seatsAgainst = ({ opposedBy }: Question): number => opposedBy.filter((one) => one.seat !== undefined).length;

/** Ohne Abstimmung angenommen: in consensus (nobody objects), or unopposed where the rules ask for no vote then. */
export function adoptQuestion(state: Slices, command: Of<"AdoptQuestion">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  const question = openQuestion(state, command.question);
  if (!question.ok) return question;
  const { opposedBy, subject, item } = question.value;
  const rule = command.manner === "unopposed" ? unopposedOf(state.rules, subject) : undefined;
  const against = rule?.atLimit === "rejected" ? seatsAgainst(question.value) : opposedBy.length;
  const isBarred = command.manner === "unopposed" ? rule === undefined || against >= rule.limit : against > 0;
  if (isBarred) {
    const people = opposedBy.map((one) => one.person);
    return refused({ code: "QuestionNeedsVote", question: command.question, opposedBy: people });
  }
  const obstacle = obstacleOf(state, question.value, given);
  if (obstacle !== undefined) return refused(obstacle);
  const problem = proceduralProblem(state, question.value, given.today);
  if (problem !== undefined) return refused(problem);
  const ruling = quorumForBallot(state, meeting.value, given.today, item);
  if (!ruling.quorate) return refused({ code: "NotQuorate", ruling });
  const decided = { outcome: "carried", manner: command.manner } as const;
  return happened(...questionDecided(state, command.question, decided, given));
}
