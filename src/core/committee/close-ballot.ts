import type { Vote } from "../ballot/events.ts";
import type { Ballot } from "../ballot/state.ts";
import { openVotes, tally, votedOf } from "../ballot/tally.ts";
import { ok } from "../kernel/result.ts";
import { jobsOfAnswers } from "./answer-period.ts";
import { itemOfSubject, runningBallot } from "./ballot-opening.ts";
import type { Command, Given } from "./commands.ts";
import { ballotBox, type Decided, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { activeMeeting } from "./meeting-now.ts";
import { outcomeEvents } from "./outcome-of-ballot.ts";
import { electionRoundDecided } from "./outcome-of-round.ts";
import { quorumAtClose, votingSeats } from "./quorum-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Abstimmung schließen: count, rule, and what follows from it in one step. A second call finds no open ballot. */
export function closeBallot(state: Slices, command: Of<"CloseBallot">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const ballot = runningBallot(state);
  if (ballot === undefined) return refused({ code: "NoBallotOpen" });
  const votes = ballot.mode === "secret" ? secretVotesOf(ballot, command) : openVotes(ballot);
  const counts = tally(ballot, votes);
  const voted = votedOf(counts, ballot, votes);
  if (voted === 0) return refused({ code: "BallotEmpty" });
  const seats = votingSeats(state, meeting.value, given.today, ballot.recused, ballot.openedAt);
  // Who voted counts as present, even if gone since; of raised hands only the number is known.
  const present = Math.max(voted, new Set([...seats.present, ...ballot.votes.keys()]).size);
  const ruling = quorumAtClose(state, meeting.value, given.today, ballot, {
    present,
    // On a ballot with names every paper handed in counts, whatever stands on it.
    cast: ballot.marks === 0 ? counts : { yes: voted, no: 0, abstain: 0, invalid: 0 },
    item: itemOfSubject(state, ballot.subject),
  });
  if (!ruling.quorate) return refused({ code: "QuorumLost", ruling });
  const members = seats.all.size - [...ballot.recused].filter((seat) => seats.all.has(seat)).length;
  const closed: CommitteeEvent = {
    type: "BallotClosed",
    ballot: ballot.ballot,
    counts,
    voted,
    eligible: present,
    members,
  };
  const base = { counts, voted, present, members };
  const consequences =
    ballot.subject.kind === "election"
      ? electionRoundDecided(state, ballot, base, given)
      : outcomeEvents(state, ballot, base, given);
  const jobs = jobsOfAnswers(consequences, given);
  return ok({
    events: [closed, ...consequences],
    ...(jobs.length === 0 ? {} : { jobs }),
    ...(ballot.mode === "secret" ? { closesBox: ballotBox(ballot.ballot) } : {}),
  });
}

/** A box that holds more or fewer votes than were cast is a fault nobody may count over. */
function secretVotesOf(ballot: Ballot, command: Of<"CloseBallot">): readonly Vote[] {
  const votes = command.secretVotes;
  if (votes === undefined) throw new Error("a secret ballot is closed with its opened votes");
  if (votes.length !== ballot.votes.size)
    throw new Error(`ballot ${ballot.ballot}: ${votes.length} sealed votes for ${ballot.votes.size} seats`);
  return votes;
}

/** Abstimmung abbrechen: as if it had never been opened; nothing of a secret ballot is counted. */
export function cancelBallot(state: Slices, command: Of<"CancelBallot">): Decided {
  const ballot = runningBallot(state);
  if (ballot === undefined) return refused({ code: "NoBallotOpen" });
  return ok({
    events: [{ type: "BallotCancelled", ballot: ballot.ballot, reason: command.reason }],
    ...(ballot.mode === "secret" ? { discardsBox: ballotBox(ballot.ballot) } : {}),
  });
}
