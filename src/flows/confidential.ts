import { runningBallot } from "../core/committee/ballot-opening.ts";
import { openCollectionOf } from "../core/committee/decide-minutes.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { openWeighting } from "../core/committee/weighting-now.ts";
import { inPhase } from "../core/committee/workshop-now.ts";
import type { Incoming } from "./incoming.ts";

/**
 * Vertraulich: what comes by direct chat while a secret ballot, a secret weighting or an anonymous collection (of ideas too) is open may be a choice or a
 * contribution with a slip in it. An answer that asks back or refuses repeats what was typed, so it is said and not stored.
 */
export function isConfidential(state: CommitteeState, incoming: Incoming): boolean {
  if (incoming.room !== undefined) return false;
  const isSecret = [runningBallot(state), openWeighting(state)].some((one) => one?.mode === "secret");
  return isSecret || openCollectionOf(state) !== undefined || collectsAnonymousIdeas(state);
}

function collectsAnonymousIdeas(state: CommitteeState): boolean {
  const collecting = inPhase(state, "ideas");
  return collecting.ok && collecting.value.anonymous;
}
