import type { Meeting } from "../meeting/state.ts";
import type { Slices } from "./state.ts";

/** SEQUENCE des Kalendereintrags, as it stands: 0 at first, one more for each time it was moved, for each update sent, and for being cancelled. */
export function sequenceNow(state: Slices, meeting: Meeting): number {
  const updates = editionsOf(state, meeting).filter(({ kind }) => kind === "update").length;
  return meeting.revision + updates + (meeting.status === "cancelled" ? 1 : 0);
}

/** Die der nächsten Ausgabe: the first one takes the entry as it is, each later one, the cancellation too, raises it. */
export function nextSequence(state: Slices, meeting: Meeting): number {
  return sequenceNow(state, meeting) + (editionsOf(state, meeting).length === 0 ? 0 : 1);
}

function editionsOf({ invitations }: Slices, { number }: Meeting) {
  return invitations.get(number)?.editions ?? [];
}
