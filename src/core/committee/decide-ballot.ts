import type { BallotMode, Vote } from "../ballot/events.ts";
import type { Ballot } from "../ballot/state.ts";
import { isSameVote } from "../ballot/tally.ts";
import type { EventRef, PersonId, SeatId } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Meeting } from "../meeting/state.ts";
import { cite } from "../rules/setting.ts";
import { fartherFirst } from "./amendment-order.ts";
import { unannouncedProblem } from "./announced-item.ts";
import { demandedMode, opened, runningBallot } from "./ballot-opening.ts";
import type { Command, Given } from "./commands.ts";
import { openAmendment, openMotion, readyToDecide } from "./decide-motion.ts";
import { openQuestion } from "./decide-question.ts";
import { ballotBox, type Decided, type Decision, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { activeMeeting } from "./meeting-now.ts";
import { proceduralProblem } from "./procedural-readiness.ts";
import { obstacleOf, seatsConcerned } from "./question-kinds.ts";
import { quorumForBallot, recusedSeats, votingSeats } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import { seatsOfVoter } from "./seats-of-voter.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Abstimmung eröffnen: over a motion, an amendment or a question; quorate, amendments before the motion, one at a time. */
export function openBallot(state: Slices, command: Of<"OpenBallot">, given: Given): Decided {
  const running = runningBallot(state);
  if (running !== undefined) return refused({ code: "BallotIsOpen", ballot: running.ballot, subject: running.subject });
  const ready = readyForBallot(state, command.subject, given);
  if (!ready.ok) return ready;
  const mode = modeOf(state, command, ready.value.meeting, given);
  if (!mode.ok) return mode;
  return opened(state, {
    meeting: ready.value.meeting,
    subject: command.subject,
    mode: mode.value,
    recused: new Set([...recusedSeats(state, ready.value.item), ...seatsConcerned(state, command.subject)]),
    withAmendments: command.withAmendments ?? false,
  });
}

type Ready = { readonly meeting: Meeting; readonly item: number | undefined };

function readyForBallot(state: Slices, subject: Of<"OpenBallot">["subject"], given: Given): Result<Ready, Refusal> {
  if (subject.kind === "motion") {
    const ready = readyToDecide(state, subject.motion, given);
    return ready.ok ? ok({ meeting: ready.value.meeting, item: ready.value.motion.item }) : ready;
  }
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (subject.kind === "question") return readyQuestion(state, meeting.value, subject.question, given);
  const amendment = openAmendment(state, subject.amendment);
  if (!amendment.ok) return amendment;
  const motion = openMotion(state, amendment.value.motion);
  if (!motion.ok) return motion;
  const early = fartherFirst(state, amendment.value);
  if (early !== undefined) return refused(early);
  const late = unannouncedProblem(state, motion.value.item);
  if (late !== undefined) return refused(late);
  const ruling = quorumForBallot(state, meeting.value, given.today, motion.value.item);
  if (!ruling.quorate) return refused({ code: "NotQuorate", ruling });
  return ok({ meeting: meeting.value, item: motion.value.item });
}

function readyQuestion(state: Slices, meeting: Meeting, number: number, given: Given): Result<Ready, Refusal> {
  const question = openQuestion(state, number);
  if (!question.ok) return question;
  const obstacle = obstacleOf(state, question.value, given);
  if (obstacle !== undefined) return refused(obstacle);
  const problem = proceduralProblem(state, question.value, given.today);
  if (problem !== undefined) return refused(problem);
  const ruling = quorumForBallot(state, meeting, given.today, question.value.item);
  return ruling.quorate ? ok({ meeting, item: question.value.item }) : refused({ code: "NotQuorate", ruling });
}

/** Geheim oder namentlich, wenn es genügend Sitze verlangt haben; anything else said explicitly is refused then. */
function modeOf(state: Slices, command: Of<"OpenBallot">, meeting: Meeting, given: Given): Result<BallotMode, Refusal> {
  const demanded = demandedMode(state, command.subject, meeting, given.today);
  if (demanded === undefined) return ok(command.mode ?? state.rules.vote.mode.value);
  const { mode, ruling } = demanded;
  if (command.mode === undefined || command.mode === mode) return ok(mode);
  if (mode === "rollCall") return refused({ code: "RollCallDemanded", ruling });
  const { demands, needed, citation } = ruling;
  return refused({ code: "SecrecyDemanded", demands, needed: needed ?? demands, citation });
}

/**
 * Stimme abgeben: one vote per seat, whoever of its people votes first; with a power of attorney the same for each seat held, in a
 * secret ballot one after the other. Until the close the same person may change an open vote; a second person of the seat is told
 * who voted. The same vote again changes nothing.
 */
export function castVote(state: Slices, command: Of<"CastVote">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const ballot = runningBallot(state);
  if (ballot === undefined) return refused({ code: "NoBallotOpen" });
  const held = seatsOfVoter(state, meeting.value, ballot, command.seat, given);
  if (!held.ok) return held;
  const vote = inOrderOfPaper(ballot, command.vote);
  const unreadable = kindProblem(ballot, vote) ?? markProblem(ballot, vote) ?? answersProblem(ballot, vote);
  if (unreadable !== undefined) return refused(unreadable);
  const seats: SeatId[] = [];
  let problem: Refusal | undefined;
  for (const seat of held.value) {
    const found =
      repeatProblem(state, ballot, seat, vote, given.actor) ?? handProblem(state, meeting.value, ballot, seat, given);
    if (found === undefined) seats.push(seat);
    else problem ??= found;
  }
  if (seats.length === 0) return refused(problem ?? { code: "NoVotingRight", person: given.actor });
  const casts = seats.map((one) => ({ ballot: ballot.ballot, seat: one, person: given.actor }));
  if (ballot.mode !== "secret")
    return happened(
      ...casts.map((cast): CommitteeEvent => {
        const isVoided = ballot.votes.has(cast.seat) && ballot.votes.get(cast.seat)?.person !== given.actor;
        return isVoided ? { type: "SeatVoteVoided", ...cast } : { type: "VoteCast", ...cast, vote };
      }),
    );
  if (!command.private) return refused({ code: "OnlyInPrivate", what: "vote" });
  const decision: Decision = {
    // One paper at a time: each goes into the box by itself.
    events: casts.slice(0, 1).map((cast): CommitteeEvent => ({ type: "SecretVoteCast", ...cast })),
    sealed: { box: ballotBox(ballot.ballot), content: JSON.stringify(vote) },
  };
  return ok(decision);
}

/** Ja und Nein je Bewerbung, as the ballot paper lists them; nothing then tells of the order typed, nor a short paper of an abstention. */
function inOrderOfPaper({ perCandidate, candidates }: Ballot, vote: Vote): Vote {
  if (perCandidate !== true) return vote;
  if (vote.kind === "abstain")
    return { kind: "perCandidate", answers: candidates.map((person) => ({ person, choice: "abstain" as const })) };
  if (vote.kind !== "perCandidate") return vote;
  return {
    ...vote,
    answers: vote.answers.toSorted((a, b) => candidates.indexOf(a.person) - candidates.indexOf(b.person)),
  };
}

/** Each candidate needs one answer: silence is not taken for one, since a secret vote is final. */
function answersProblem({ candidates }: Ballot, vote: Vote): Refusal | undefined {
  if (vote.kind !== "perCandidate") return undefined;
  const named = vote.answers.map(({ person }) => person);
  const unknown = named.find((person) => !candidates.includes(person));
  if (unknown !== undefined) return { code: "NotACandidate", person: unknown, candidates };
  const missing = candidates.filter((person) => !named.includes(person));
  const twice = candidates.filter((person) => named.indexOf(person) !== named.lastIndexOf(person));
  return missing.length === 0 && twice.length === 0 ? undefined : { code: "AnswersIncomplete", missing, twice };
}

function kindProblem(ballot: Ballot, vote: Vote): Refusal | undefined {
  const byNames = ballot.perCandidate === true ? "perCandidate" : "candidates";
  const expected = ballot.marks === 0 ? "question" : byNames;
  const isAbstention = vote.kind === "abstain" || (vote.kind === "question" && vote.choice === "abstain");
  if (vote.kind === expected || isAbstention) return undefined;
  return { code: "WrongKindOfVote", expected, candidates: ballot.candidates };
}

function markProblem(ballot: Ballot, vote: Vote): Refusal | undefined {
  if (vote.kind !== "candidates") return undefined;
  const unknown = vote.marked.find((person) => !ballot.candidates.includes(person));
  if (unknown !== undefined) return { code: "NotACandidate", person: unknown, candidates: ballot.candidates };
  const marked = new Set(vote.marked).size;
  if (marked > ballot.marks || marked !== vote.marked.length || marked === 0)
    return { code: "TooManyMarks", marked: vote.marked.length, allowed: ballot.marks };
  return undefined;
}

function repeatProblem(state: Slices, ballot: Ballot, seat: SeatId, vote: Vote, actor: PersonId): Refusal | undefined {
  const { splitVote } = state.rules.membership;
  if (ballot.voided.has(seat))
    return { code: "SeatDisagreed", seat, citation: cite("membership.splitVote", splitVote) };
  const before = ballot.votes.get(seat);
  if (before === undefined) return undefined;
  // Where the seat must speak with one voice, a second person voting otherwise voids its vote.
  const isDisagreeing = before.vote !== undefined && !isSameVote(before.vote, vote) && splitVote.value === "invalid";
  if (before.person !== actor && isDisagreeing) return undefined;
  if (before.person !== actor || before.vote === undefined)
    return { code: "SeatHasVoted", seat, by: before.person, at: before.at, mode: ballot.mode };
  if (isSameVote(before.vote, vote))
    return { code: "VoteUnchanged", choice: vote.kind === "question" ? vote.choice : undefined };
  const { change } = state.rules.vote;
  return change.value === "never" ? { code: "VoteFinal", citation: cite("vote.change", change) } : undefined;
}

/** After the hands were counted, a seat in the room that had not voted in the chat is in that count already. */
function handProblem(state: Slices, meeting: Meeting, ballot: Ballot, seat: SeatId, given: Given): Refusal | undefined {
  if (ballot.handCount === undefined || ballot.votes.has(seat)) return undefined;
  const { inRoom } = votingSeats(state, meeting, given.today, ballot.recused, ballot.openedAt);
  const isCounted = inRoom.has(seat) || hasMovedSince(meeting, seat, ballot.handCount.source);
  return isCounted ? { code: "CountedByHand", seat } : undefined;
}

/** Somebody of the seat was here when the hands were counted, and went or dialled in since: a hand may have been raised for it. */
function hasMovedSince(meeting: Meeting, seat: SeatId, counted: EventRef): boolean {
  return [...meeting.attendance.values()].some(({ seat: own, sources }) => {
    const [first = counted] = sources;
    return own === seat && first < counted && (sources.at(-1) ?? counted) > counted;
  });
}

/** Handzeichen: only of seats in the room that have not voted in the chat, so that nobody counts twice. A new count replaces the old one. */
export function enterHandCount(state: Slices, command: Of<"EnterHandCount">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const ballot = runningBallot(state);
  if (ballot === undefined) return refused({ code: "NoBallotOpen" });
  if (ballot.mode !== "open" || ballot.marks > 0)
    return refused({ code: "HandCountNotPossible", mode: ballot.mode, election: ballot.marks > 0 });
  const { yes, no, abstain } = command;
  const numbers = [yes, no, abstain];
  if (numbers.some((one) => !Number.isInteger(one) || one < 0)) return refused({ code: "CountOutOfRange" });
  const { inRoom } = votingSeats(state, meeting.value, given.today, ballot.recused, ballot.openedAt);
  const votedInChat = [...inRoom].filter((seat) => ballot.votes.has(seat) || ballot.voided.has(seat));
  const possible = inRoom.size - votedInChat.length;
  const entered = yes + no + abstain;
  if (entered > possible)
    return refused({ code: "HandCountTooHigh", entered, possible, inRoom: inRoom.size, votedInChat });
  return happened({ type: "HandCountEntered", ballot: ballot.ballot, yes, no, abstain });
}
