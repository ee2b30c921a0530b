import type { Election } from "../election/state.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entries, entry } from "../kernel/table.ts";
import { electionContest } from "../rules/election-contest.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { Slices } from "./state.ts";

type ContestElection = Extract<Command, { type: "ContestElection" }>;

/**
 * Wahlanfechtung: of the election for an office, without one of that which had a result last. One that comes too late is recorded
 * as late; nothing of the result changes by it.
 */
export function contestElection(state: Slices, command: ContestElection, given: Given): Decided {
  const { office, reason } = command;
  const { actor, today, holidays } = given;
  const election = entries(state.elections.elections).findLast(
    (one) => one.elected.length > 0 && (office === undefined || one.office === office),
  );
  const announced = election === undefined ? undefined : announcedOn(state, election);
  if (election === undefined || announced === undefined) return refused({ code: "NothingToContest" });
  const isSame = election.contests.some((one) => one.person === actor && one.reason === reason);
  if (isSame) return refused({ code: "ContestedAlready", title: election.title });
  const { lastDay, isInTime } = electionContest(state.rules, { announced, on: today, holidays });
  return happened({
    type: "ElectionContested",
    election: election.election,
    person: actor,
    reason,
    lastDay,
    isInTime,
  });
}

/** Bekanntgabe: the day of the meeting in which the last ballot of it was, or else it itself. */
function announcedOn({ ballots, meetings }: Slices, { meeting, rounds }: Election): LocalDate | undefined {
  const [last] = rounds.slice(-1);
  const ballot = last === undefined ? undefined : entry(ballots.ballots, last.ballot);
  return entry(meetings.meetings, ballot?.meeting ?? meeting)?.appointment.date;
}
