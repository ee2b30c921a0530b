import { isHere } from "../meeting/queries.ts";
import { personOn } from "../membership/queries.ts";
import type { Command, Given } from "./commands.ts";
import { runningElection } from "./decide-election.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { standingNow } from "./election-slates.ts";
import { activeMeeting } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Wahlleitung übergeben: for this election alone, to somebody here who does not stand. */
export function nameElectionLeader(state: Slices, command: Of<"NameElectionLeader">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const election = runningElection(state);
  if (!election.ok) return election;
  const { person } = command;
  if (personOn(state.membership, person, given.today) === undefined) return refused({ code: "UnknownPerson", person });
  if (!isHere(meeting.value.attendance.get(person))) return refused({ code: "NotPresent", person });
  if (standingNow(election.value).includes(person)) return refused({ code: "LeaderStands", person });
  if (election.value.leader === person) return refused({ code: "LeadsAlready", person });
  return happened({ type: "ElectionLeaderNamed", election: election.value.election, person });
}
