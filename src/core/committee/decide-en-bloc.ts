import { ok } from "../kernel/result.ts";
import { isHere } from "../meeting/queries.ts";
import { runningBallot } from "./ballot-opening.ts";
import type { Given } from "./commands.ts";
import { runningElection } from "./decide-election.ts";
import { ballotBox, type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { activeMeeting } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

/** Widerspruch gegen die Wahl en bloc: one voting seat is enough; a ballot on all at once that runs is given up, and they are elected one by one. */
export function objectToEnBloc(state: Slices, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const election = runningElection(state);
  if (!election.ok) return election;
  const attendance = meeting.value.attendance.get(given.actor);
  const seat = attendance?.seat;
  if (!isHere(attendance) || seat === undefined) return refused({ code: "NoVotingRight", person: given.actor });
  if (election.value.enBlocObjections.includes(seat)) return refused({ code: "EnBlocObjectedAlready" });
  const objected: CommitteeEvent = {
    type: "EnBlocObjected",
    election: election.value.election,
    person: given.actor,
    seat,
  };
  const ballot = runningBallot(state);
  if (ballot === undefined || !isEnBlocRound(state)) return happened(objected);
  const cancelled: CommitteeEvent = {
    type: "BallotCancelled",
    ballot: ballot.ballot,
    reason: "Widerspruch gegen die Wahl en bloc",
  };
  return ok({
    events: [objected, cancelled],
    ...(ballot.mode === "secret" ? { discardsBox: ballotBox(ballot.ballot) } : {}),
  });
}

/** Ein Wahlgang en bloc läuft: one objection cancels it. */
export function isEnBlocRound(state: Slices): boolean {
  const ballot = runningBallot(state);
  return ballot?.subject.kind === "election" && ballot.marks === 0 && ballot.candidates.length > 1;
}
