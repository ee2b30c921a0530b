import { calledItem } from "../agenda/queries.ts";
import { entries, entry } from "../kernel/table.ts";
import { isHere } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { personOn } from "../membership/queries.ts";
import type { ChairMeasure } from "../question/events.ts";
import { proceduralAdmission } from "../rules/procedural-admission.ts";
import { isSameSubject } from "./ballot-opening.ts";
import type { Command, Given } from "./commands.ts";
import { demandRollCall, demandSecrecy } from "./decide-demand.ts";
import { notUnderVote } from "./decide-motion.ts";
import { openQuestion, putQuestion } from "./decide-question.ts";
import { establishQuorum } from "./decide-quorum.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { activeMeeting } from "./meeting-now.ts";
import { speechProblem, standingOf } from "./procedural-readiness.ts";
import type { Refusal } from "./refusal.ts";
import type { CommitteeState } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** In minutes, and in seconds. */
const PAUSE = [1, 600] as const;
const SPEAKING_TIME = [10, 3600] as const;

/**
 * GO-Antrag stellen: what the rules grant by right or on demand happens at once, the rest waits for opposition or none. It comes
 * after the running speech and before the next of the list.
 */
export function moveProcedural(state: CommitteeState, command: Of<"MoveProcedural">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (!isHere(meeting.value.attendance.get(given.actor))) {
    const seat = personOn(state.membership, given.actor, given.today)?.seat;
    return refused({ code: "NotCheckedIn", person: given.actor, seat });
  }
  if (command.wants === "secretBallot") return demandSecrecy(state, given);
  if (command.wants === "rollCall") return demandRollCall(state, given);
  const free = notUnderVote(state);
  if (!free.ok) return free;
  const unclear = measureProblem(command);
  if (unclear !== undefined) return refused(unclear);
  const ruling = proceduralAdmission(state.rules, {
    kind: command.wants,
    by: given.actor,
    standing: standingOf(state, meeting.value, given.actor, given.today),
    spokeOnItem: state.speakers.spoken.map((one) => one.person),
    ...(command.wants === "interrupt" && command.minutes !== undefined ? { minutes: command.minutes } : {}),
  });
  if (!ruling.isAdmissible) return refused({ code: "ProceduralNotAdmissible", ruling });
  if (command.wants === "checkQuorum") return establishQuorum(state, given);
  if (command.wants === "recount") return repeated(state, command, meeting.value, given);
  return put(state, command, given);
}

/** Anzweiflung: the motion just voted on is open again, once, as long as its item runs and nothing was voted on since. */
function repeated(state: CommitteeState, command: Of<"MoveProcedural">, meeting: Meeting, given: Given): Decided {
  const ballots = entries(state.ballots.ballots).filter((one) => one.status === "closed");
  const last = ballots.at(-1);
  const motion = last?.subject.kind === "motion" ? entry(state.motions.motions, last.subject.motion) : undefined;
  const isHereAndNow =
    last?.meeting === meeting.number && motion?.item === calledItem(state.agenda, meeting.number)?.item;
  const isFirst = ballots.filter((one) => last !== undefined && isSameSubject(one.subject, last.subject)).length === 1;
  const outcome = motion?.outcome;
  const isSettled = outcome !== undefined && outcome.outcome !== "undecided" && outcome.ballot === last?.ballot;
  if (motion === undefined || !isSettled || !isHereAndNow || !isFirst) return refused({ code: "NothingToRepeat" });
  const asked = put(state, command, given);
  if (!asked.ok) return asked;
  const { reference: _, unanimous: __, source: ___, ...rest } = outcome;
  const question = state.questions.questions.size + 1;
  return happened(
    ...asked.value.events,
    { type: "QuestionDecided", question, outcome: "carried", manner: "unopposed" },
    { type: "MotionDecided", motion: motion.motion, ...rest, outcome: "undecided" },
  );
}

function put(state: CommitteeState, command: Of<"MoveProcedural">, given: Given): Decided {
  const { wants, text, minutes, seconds, to } = command;
  const needsItem = wants === "adjournItem" || wants === "nonConsideration" || wants === "refer";
  if (needsItem && calledItem(state.agenda, state.meetings.current ?? 0) === undefined)
    return refused({ code: "NoItemCalled" });
  if (wants === "closeList" && state.speakers.closed) return refused({ code: "SpeakersListIsClosed" });
  if (wants === "reopenList" && !state.speakers.closed) return refused({ code: "SpeakersListIsOpen" });
  const measure = wants === "appeal" ? lastMeasure(state) : undefined;
  const subject = {
    kind: "procedural",
    wants,
    text,
    ...(wants === "interrupt" && minutes !== undefined ? { minutes } : {}),
    ...(wants === "limitTime" && seconds !== undefined ? { seconds } : {}),
    ...(wants === "refer" && to !== undefined ? { to } : {}),
    ...(measure === undefined ? {} : { measure }),
  } as const;
  return putQuestion(state, subject, given);
}

/** Dauer und Redezeit, where the motion is about one. */
function measureProblem({ wants, minutes = 0, seconds = 0 }: Of<"MoveProcedural">): Refusal | undefined {
  const isWithin = (value: number, [least, most]: readonly [number, number]) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (wants === "interrupt" && !isWithin(minutes, PAUSE)) return { code: "CountOutOfRange" };
  if (wants === "limitTime" && !isWithin(seconds, SPEAKING_TIME)) return { code: "SpeakingTimeOutOfRange" };
  return undefined;
}

/** Maßnahme der Leitung, die angefochten wird: the last one on the list of speakers under this item. */
function lastMeasure(state: CommitteeState): ChairMeasure | undefined {
  for (let one = state.recent; one !== undefined; one = one.before) {
    const { event } = one;
    if (event.type === "AgendaItemCalled") return undefined;
    if (event.type === "SpeakersListClosed") return { kind: "listClosed" };
    if (event.type === "SpeakersListReopened") return { kind: "listReopened" };
    if (event.type === "WordWithdrawn") return { kind: "wordWithdrawn", person: event.person };
  }
  return undefined;
}

/** Fürrede: as many as the rules allow, once per person. */
export function supportQuestion(state: CommitteeState, command: Of<"SupportQuestion">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const question = openQuestion(state, command.question);
  if (!question.ok) return question;
  if (!isHere(meeting.value.attendance.get(given.actor))) return refused({ code: "NotPresent", person: given.actor });
  if (question.value.supportedBy.includes(given.actor))
    return refused({ code: "AlreadySupported", question: command.question });
  const problem = speechProblem(state, question.value, "for", undefined);
  if (problem !== undefined) return refused(problem);
  return happened({ type: "QuestionSupported", question: command.question, person: given.actor });
}
