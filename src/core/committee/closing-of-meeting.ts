import { itemsOf } from "../agenda/queries.ts";
import type { AgendaItem } from "../agenda/state.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { quorumForBallot } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Closing = {
  readonly today: LocalDate;
  /** Aufgehoben wegen Beschlussunfähigkeit, under rules that end the meeting then. */
  readonly isInquorate: boolean;
};

/**
 * Was zum Schluss einer Sitzung gehört: what waits is adjourned; if it is not quorate, what was not decided is
 * deferred for that reason. Refused while a ballot, an election or a collection is open.
 */
export function closingOf(
  state: Slices,
  meeting: Meeting,
  { today, isInquorate }: Closing,
): Result<readonly CommitteeEvent[], Refusal> {
  const ballot = entry(state.ballots.ballots, state.ballots.open ?? 0);
  if (ballot !== undefined) return refused({ code: "BallotStillOpen", ballot: ballot.ballot, subject: ballot.subject });
  const election = entry(state.elections.elections, state.elections.current ?? 0);
  if (election !== undefined && election.status !== "accepting")
    return refused({ code: "ElectionStillOpen", election: election.election, title: election.title });
  const collection = entries(state.minutes.collections).find((one) => one.entries === undefined);
  if (collection !== undefined) return refused({ code: "CollectionStillOpen", heading: collection.heading });
  const isLost = isInquorate || isLostNow(state, meeting, today);
  const items = itemsOf(state.agenda, meeting.number).filter((one) => one.standing === undefined);
  const carried = items.filter((item) => item.status === "waiting" || (isLost && isUndecided(state, item)));
  return ok([
    ...carried.map((item): CommitteeEvent => adjourned(item, isLost)),
    { type: "MeetingClosed", meeting: meeting.number, ...(isInquorate ? { reason: "inquorate" } : {}) },
  ]);
}

/** Vertagt; zurückgestellt, if there was something to decide and nothing could be. */
export function adjourned({ item, deciding }: AgendaItem, isLost: boolean): CommitteeEvent {
  return { type: "AgendaItemAdjourned", item, ...(isLost && deciding ? { reason: "inquorate" } : {}) };
}

/** Nothing could be decided now for want of a quorum; of a meeting in which nobody has checked in, nothing is said. */
export function isLostNow(state: Slices, meeting: Meeting, today: LocalDate): boolean {
  return meeting.attendance.size > 0 && !quorumForBallot(state, meeting, today).quorate;
}

/** Called already, and left with a motion that is still open, or called now without any motion yet. */
function isUndecided(state: Slices, { item, status, deciding }: AgendaItem): boolean {
  if (!deciding || (status !== "called" && status !== "finished")) return false;
  const motions = entries(state.motions.motions).filter((one) => one.item === item);
  return motions.some((one) => one.status === "open") || (status === "called" && motions.length === 0);
}
