import type { AttendanceAnswer } from "../invitation/events.ts";
import type { Answer, Edition } from "../invitation/state.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { Meeting } from "../meeting/state.ts";
import { peopleOn, personOn } from "../membership/queries.ts";
import { type QuorumRuling, quorum } from "../rules/quorum.ts";
import { quorumOfRepeatMeeting } from "../rules/quorum-repeat.ts";
import { compositionOfPeople } from "./composition.ts";
import { invitationRecipients } from "./invitation-recipients.ts";
import { mayStandFor } from "./stand-in.ts";
import type { Slices } from "./state.ts";
import { seatsWithVote } from "./voting-right-now.ts";
import { peopleOf } from "./written-now.ts";

/** Rückmeldung eines Sitzes. "open": nobody has said anything, or who shall stand in has not yet. */
export type SeatAnswers = {
  readonly seat: SeatId;
  readonly standing: AttendanceAnswer | "open";
  /** Of its people, members first. */
  readonly answers: readonly Answer[];
  /** Vertretung, that was named and has said nothing yet. */
  readonly asked: readonly PersonId[];
};

/** Erwartete Beschlussfähigkeit, with what it rests on. */
export type ExpectedAttendance = {
  readonly seats: readonly SeatAnswers[];
  /** Who answered and has no seat with a vote. */
  readonly others: readonly Answer[];
  readonly ruling: QuorumRuling;
  /** False if it would not do even if everybody came who has not declined. */
  readonly isReachable: boolean;
};

/** Rückmeldung, soweit sie noch gilt: one to the day before the meeting was moved counts no more. */
export function answerNow(state: Slices, meeting: Meeting, person: PersonId): Answer | undefined {
  const answer = state.invitations.get(meeting.number)?.answers.get(person);
  return answer?.revision === meeting.revision ? answer : undefined;
}

/** Die letzte Ausgabe der Einladung. */
export function newestEdition(state: Slices, meeting: number): Edition | undefined {
  return state.invitations.get(meeting)?.editions.at(-1);
}

/** Eingeladen: among those the newest edition went to; before there is one, among those it would go to. */
export function isInvited(state: Slices, meeting: Meeting, person: PersonId, today: LocalDate): boolean {
  const recipients = newestEdition(state, meeting.number)?.recipients ?? invitationRecipients(state, today);
  const isMember = personOn(state.membership, person, today) !== undefined;
  return isMember && recipients.some((one) => one.person === person);
}

/** Erwartete Beschlussfähigkeit (GO): by seat, under the membership of the day of the meeting. */
export function expectedAttendance(state: Slices, meeting: Meeting): ExpectedAttendance {
  const day = meeting.appointment.date;
  const all = seatsWithVote(state, day).map(({ seat }) => seat);
  const holders = holdersOf(state, meeting, all);
  const seats = all.map((seat) => answersOf(state, meeting, seat, holders.has(seat)));
  const seated = new Set(seats.flatMap(({ answers }) => answers.map(({ person }) => person)));
  const possible = seats.filter(({ standing }) => standing !== "declined").length;
  return {
    seats,
    others: peopleOn(state.membership, day).flatMap(({ person }) =>
      seated.has(person) ? [] : (answerNow(state, meeting, person) ?? []),
    ),
    ruling: rulingOf(state, meeting, {
      votingSeats: all.length,
      presentVoting: holders.size,
      composition: compositionOfPeople(state, holders.values(), day),
    }),
    isReachable: rulingOf(state, meeting, { votingSeats: all.length, presentVoting: possible }).quorate,
  };
}

/** In a Wiederholungssitzung for the items that were put off, as its own rule has it. */
function rulingOf(state: Slices, meeting: Meeting, input: Parameters<typeof quorum>[1]): QuorumRuling {
  if (meeting.repeatOf === undefined) return quorum(state.rules, input);
  const isNoticeInInvitation = meeting.notice;
  return quorumOfRepeatMeeting(state.rules, { ...input, isDeferredItem: true, isNoticeInInvitation });
}

/** Who comes for which seat: its own people first, then those of other seats whom they named, as far as the rules let them. */
function holdersOf(state: Slices, meeting: Meeting, seats: readonly SeatId[]): ReadonlyMap<SeatId, PersonId> {
  const day = meeting.appointment.date;
  const comes = (person: PersonId): boolean => answerNow(state, meeting, person)?.answer === "accepted";
  const holders = new Map<SeatId, PersonId>();
  const held = (person: PersonId) => [...holders].filter(([, holder]) => holder === person).map(([seat]) => seat);
  const take = (seat: SeatId, candidates: readonly PersonId[]): void => {
    const holder = candidates.find((one) => comes(one) && mayStandFor(state, one, seat, held(one), day));
    if (holder !== undefined) holders.set(seat, holder);
  };
  for (const seat of seats) take(seat, peopleOf(state, seat, day));
  for (const seat of seats) if (!holders.has(seat)) take(seat, namedFor(state, meeting, seat));
  return holders;
}

function answersOf(state: Slices, meeting: Meeting, seat: SeatId, isHeld: boolean): SeatAnswers {
  const answers = answersOfPeople(state, meeting, seat);
  const named = namedFor(state, meeting, seat).map((person) => ({ person, answer: answerNow(state, meeting, person) }));
  const asked = named.flatMap(({ person, answer }) => (answer === undefined ? [person] : []));
  const isUnsure = [...answers, ...named.flatMap(({ answer }) => answer ?? [])].some(isTentative);
  const unheld = isUnsure ? "tentative" : withoutHolder(answers, asked);
  return { seat, standing: isHeld ? "accepted" : unheld, answers, asked };
}

const isTentative = ({ answer }: Answer): boolean => answer === "tentative";

/** Who accepted and has no vote for the seat leaves it open. */
function withoutHolder(answers: readonly Answer[], asked: readonly PersonId[]): "declined" | "open" {
  return asked.length === 0 && answers.some(({ answer }) => answer === "declined") ? "declined" : "open";
}

function answersOfPeople(state: Slices, meeting: Meeting, seat: SeatId): readonly Answer[] {
  return peopleOf(state, seat, meeting.appointment.date).flatMap((one) => answerNow(state, meeting, one) ?? []);
}

/** Vertretungen, whom the seat's people named when they declined. */
function namedFor(state: Slices, meeting: Meeting, seat: SeatId): readonly PersonId[] {
  const named = answersOfPeople(state, meeting, seat).flatMap((one) => one.substitute ?? []);
  return [...new Set(named)];
}
