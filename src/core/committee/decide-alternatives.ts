import { runoffOfTwo } from "../rules/alternatives.ts";
import { isCount } from "../rules/integers.ts";
import { cite } from "../rules/setting.ts";
import type { Command, Given } from "./commands.ts";
import { notUnderVote, openMotion } from "./decide-motion.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { activeMeeting } from "./meeting-now.ts";
import { quorumForBallot, votingSeats } from "./quorum-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Vorabstimmung über Alternativen und Stichentscheid: as counted in the room, where the rules know them. */
export function rankAlternatives(state: Slices, command: Of<"RankAlternatives">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  const { rule } = state.rules.motionOrder;
  const knows = command.isRunoff ? rule.value === "runoff2" : rule.value === "runoff2" || rule.value === "alternative";
  if (!knows) return refused({ code: "NoPreferenceBallot", citation: cite("motionOrder.rule", rule) });
  const { votes } = command;
  if (votes.length < 2 || new Set(votes.map((one) => one.motion)).size < votes.length)
    return refused({ code: "TooFewAlternatives" });
  if (!votes.every((one) => isCount(one.votes))) return refused({ code: "CountOutOfRange" });
  for (const one of votes) {
    const motion = openMotion(state, one.motion);
    if (!motion.ok) return motion;
  }
  const ruling = quorumForBallot(state, meeting.value, given.today);
  if (!ruling.quorate) return refused({ code: "NotQuorate", ruling });
  const present = votingSeats(state, meeting.value, given.today, new Set()).present.size;
  const counted = votes.reduce((sum, one) => sum + one.votes, 0);
  if (counted > present) return refused({ code: "PreferenceTooHigh", counted, present });
  if (!command.isRunoff)
    return happened({ type: "AlternativesRanked", meeting: meeting.value.number, preference: votes });
  return runoff(state, command, meeting.value.number);
}

/** Only the best two of the preference ballot, and only where that chose nobody. */
function runoff(state: Slices, { votes }: Of<"RankAlternatives">, meeting: number): Decided {
  const preference = state.motions.ranking?.preference ?? [];
  const ids = preference.map((one) => ({ id: String(one.motion), votes: one.votes }));
  const best = runoffOfTwo(state.rules, { preference: ids }).runoff.map(Number);
  const isOfBest = best.length === votes.length && votes.every((one) => best.includes(one.motion));
  if (!isOfBest) return refused({ code: "NotInRunoff", motions: best });
  return happened({ type: "AlternativesRanked", meeting, preference, runoff: votes });
}
