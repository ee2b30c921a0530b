import type { Ballot } from "../../core/ballot/state.ts";
import { entry } from "../../core/kernel/table.ts";
import { fewSecretVotes } from "../../texts/announcements-motions.ts";
import { type Announcement, type Happened, silent } from "./telling.ts";

/**
 * Turnout of a secret ballot is not told below this: with two votes cast, somebody who saw two faces knows who is missing. With
 * fewer at the end, the result itself gives away too much.
 */
export const LEAST_TURNOUT = 5;

export const isTooFew = ({ mode, votes }: Ballot): boolean => mode === "secret" && votes.size < LEAST_TURNOUT;

/** Offen gesagt, behind the result of a secret ballot in which only few have voted. */
export function fewVotes({ events, after }: Happened): Announcement {
  const closed = events.find((event) => event.type === "BallotClosed");
  const ballot = closed === undefined ? undefined : entry(after.ballots.ballots, closed.ballot);
  return ballot !== undefined && isTooFew(ballot) ? { everyone: [fewSecretVotes()] } : silent;
}
