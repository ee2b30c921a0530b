import { calledItem } from "../agenda/queries.ts";
import type { Ballot } from "../ballot/state.ts";
import type { Instant, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { minutesBetween } from "../kernel/minutes-between.ts";
import { entry } from "../kernel/table.ts";
import { seatsHere } from "../meeting/queries.ts";
import type { Attendance, Meeting } from "../meeting/state.ts";
import { personOn } from "../membership/queries.ts";
import type { QuorumInput } from "../rules/quorum.ts";
import { type MeetingQuorumRuling, quorumInMeeting } from "../rules/quorum-in-meeting.ts";
import { type BallotsHandedIn, quorumOfBallot } from "../rules/quorum-of-ballot.ts";
import { quorumOfRepeatMeeting } from "../rules/quorum-repeat.ts";
import { callDefectForQuorum } from "./call-now.ts";
import { compositionOf } from "./composition.ts";
import { isTooLate } from "./late-voter.ts";
import { restsNow } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";
import { seatsWithVote } from "./voting-right-now.ts";

/** Sitze, die jetzt abstimmen könnten: seats that exist, have somebody here who may vote for them, and are not recused. */
export type VotingSeats = {
  readonly all: ReadonlySet<SeatId>;
  readonly present: ReadonlySet<SeatId>;
  readonly inRoom: ReadonlySet<SeatId>;
};

/** Befangene Sitze for an item. */
export function recusedSeats(state: Slices, item: number | undefined): ReadonlySet<SeatId> {
  return new Set(state.ballots.conflicts.filter((one) => one.item === item).map((one) => one.seat));
}

export function votingSeats(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  recused: ReadonlySet<SeatId>,
  /** Of a ballot: who came later is not counted where the rules say so. */
  openedAt?: Instant,
): VotingSeats {
  const all = new Set(seatsWithVote(state, today).map((one) => one.seat));
  const counts = (seat: SeatId): boolean => all.has(seat) && !recused.has(seat);
  const rests = (one: Attendance): boolean =>
    restsNow(state, one.person, today) || (openedAt !== undefined && isTooLate(state.rules, one, openedAt));
  const here = (withRemote: boolean) => new Set([...seatsHere(meeting, { withRemote, recused, rests })].filter(counts));
  return { all, present: here(state.rules.quorum.remoteCounts.value), inRoom: here(false) };
}

/** Beschlussfähigkeit in diesem Augenblick, by count. */
export function quorumNow(state: Slices, meeting: Meeting, today: LocalDate, item?: number): MeetingQuorumRuling {
  return ruling(state, meeting, today, { item, isRequested: true });
}

/**
 * Beschlussfähigkeit, wie sie festgestellt wird: for the meeting, in a repeat meeting for the item called. If somebody doubts it, that
 * person's seat counts as present, even if nobody checked in for it.
 */
export function quorumFound(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  doubting: PersonId | undefined,
): MeetingQuorumRuling {
  const item = meeting.repeatOf === undefined ? undefined : calledItem(state.agenda, meeting.number)?.item;
  const asking =
    doubting === undefined
      ? undefined
      : (meeting.attendance.get(doubting)?.seat ?? personOn(state.membership, doubting, today)?.seat);
  return ruling(state, meeting, today, { item, isRequested: true, asking });
}

/** Beschlussfähigkeit für eine Abstimmung: by count, or by the presumption once it was established. */
export function quorumForBallot(state: Slices, meeting: Meeting, today: LocalDate, item?: number): MeetingQuorumRuling {
  return ruling(state, meeting, today, { item, isRequested: false });
}

/** Beschlussfähigkeit am Schluss einer Abstimmung: `present` counts seats that voted too, even if their people have left since. */
export function quorumAtClose(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  ballot: Ballot,
  closing: { readonly present: number; readonly cast: BallotsHandedIn; readonly item: number | undefined },
): MeetingQuorumRuling {
  const seats = votingSeats(state, meeting, today, ballot.recused);
  const input = inputOf(state, meeting, today, ballot.recused, seats);
  const counted = { ...input, presentVoting: closing.present, remote: 0 };
  const relieved = reliefFor(state, meeting, counted, closing.item);
  if (relieved?.relief === "applied") return relieved;
  return quorumOfBallot(state.rules, { ...counted, cast: closing.cast, isEstablished: isEstablished(meeting) });
}

type Question = {
  readonly item: number | undefined;
  readonly isRequested: boolean;
  readonly asking?: SeatId | undefined;
};

function ruling(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  { item, isRequested, asking }: Question,
): MeetingQuorumRuling {
  const recused = recusedSeats(state, item);
  const seats = votingSeats(state, meeting, today, recused);
  const input = inputOf(state, meeting, today, recused, seats);
  const relieved = reliefFor(state, meeting, input, item);
  const relief = relieved?.relief;
  if (relieved !== undefined && relief === "applied") return relieved;
  const isLeftOut = asking !== undefined && seats.all.has(asking) && !seats.present.has(asking);
  const ordinary = quorumInMeeting(state.rules, {
    ...input,
    isEstablished: isEstablished(meeting),
    isRequested,
    isRequesterLeftOut: isLeftOut,
  });
  return relief === undefined ? ordinary : { ...ordinary, relief };
}

const isEstablished = (meeting: Meeting): boolean => meeting.quorumFindings.at(-1)?.quorate ?? false;

function inputOf(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  recused: ReadonlySet<SeatId>,
  { all, present, inRoom }: VotingSeats,
): QuorumInput {
  return {
    votingSeats: all.size,
    presentVoting: inRoom.size,
    remote: present.size - inRoom.size,
    recused: [...recused].filter((seat) => all.has(seat)).length,
    composition: compositionOf(state, meeting, today, present),
    ...callDefectForQuorum(state, meeting, today),
  };
}

/** In a Wiederholungssitzung: what its relief says to this item; undefined in any other meeting. */
function reliefFor(
  state: Slices,
  meeting: Meeting,
  input: QuorumInput,
  item: number | undefined,
): MeetingQuorumRuling | undefined {
  if (meeting.repeatOf === undefined) return undefined;
  const found = item === undefined ? undefined : entry(state.agenda.items, item);
  const isDeferredItem = found?.deferred ?? false;
  const minutesSince = minutesSinceLoss(state, meeting);
  const relieved = quorumOfRepeatMeeting(state.rules, {
    ...input,
    isDeferredItem,
    isNoticeInInvitation: meeting.notice,
    ...(minutesSince === undefined ? {} : { minutesSince }),
  });
  return { ...relieved, by: "count" };
}

/** Minutes from the end of the meeting that is repeated to the opening of this one, where both are on one day. */
function minutesSinceLoss(state: Slices, meeting: Meeting): number | undefined {
  const before = entry(state.meetings.meetings, meeting.repeatOf ?? 0);
  const isSameDay = before?.appointment.date === meeting.appointment.date;
  if (!isSameDay || before?.closedAt === undefined || meeting.openedAt === undefined) return undefined;
  return Math.max(0, minutesBetween(before.closedAt, meeting.openedAt));
}
