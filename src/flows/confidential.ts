import { runningBallot } from "../core/committee/ballot-opening.ts";
import { openCollectionOf } from "../core/committee/decide-minutes.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Incoming } from "./incoming.ts";

/**
 * Vertraulich: what comes by direct chat while a secret ballot or an anonymous collection is open may be a choice or a
 * contribution with a slip in it. An answer that asks back or refuses repeats what was typed, so it is said and not stored.
 */
export function isConfidential(state: CommitteeState, incoming: Incoming): boolean {
  if (incoming.room !== undefined) return false;
  return runningBallot(state)?.mode === "secret" || openCollectionOf(state) !== undefined;
}
