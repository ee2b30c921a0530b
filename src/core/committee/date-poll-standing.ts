import type { PollAnswer } from "../date-poll/events.ts";
import type { DatePoll } from "../date-poll/state.ts";
import type { Appointment } from "../kernel/appointment.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { personOn } from "../membership/queries.ts";
import { type QuorumRuling, quorum } from "../rules/quorum.ts";
import { seatVoterNow } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";
import { seatsWithVote } from "./voting-right-now.ts";
import { peopleOf } from "./written-now.ts";

/** Sitz in einer Terminumfrage: who may cast its vote, and what it says to each option; undefined while that is open. */
export type SeatInPoll = {
  readonly seat: SeatId;
  readonly people: readonly PersonId[];
  /** In the order of the options. */
  readonly answers: readonly (PollAnswer | undefined)[];
};

/** Stand eines Vorschlags, in seats: never in heads. */
export type OptionStanding = {
  readonly option: number;
  readonly appointment: Appointment;
  readonly yes: readonly SeatId[];
  readonly ifNeedBe: readonly SeatId[];
  readonly no: readonly SeatId[];
  readonly open: readonly SeatId[];
  /** With the seats that say yes. */
  readonly quorum: QuorumRuling;
  /** With those too that can if need be. */
  readonly quorumIfNeedBe: QuorumRuling;
  /** Required people who say no. */
  readonly cannot: readonly PersonId[];
  /** Required people who have not said. */
  readonly unheard: readonly PersonId[];
};

/** Antworten je Sitz: yes if anybody who may cast its vote says yes, else if need be; no only if all of them say no. */
export function seatsInPoll(state: Slices, poll: DatePoll, today: LocalDate): readonly SeatInPoll[] {
  return seatsWithVote(state, today).map(({ seat }) => {
    const people = peopleOf(state, seat, today).filter((person) => mayVote(state, person, seat, today));
    const answers = poll.options.map((_, index) =>
      together(people.map((person) => poll.answers.get(person)?.get(index + 1))),
    );
    return { seat, people, answers };
  });
}

function mayVote(state: Slices, person: PersonId, seat: SeatId, today: LocalDate): boolean {
  const member = personOn(state.membership, person, today);
  return member !== undefined && seatVoterNow(state, member, seat, today).isAllowed;
}

function together(answers: readonly (PollAnswer | undefined)[]): PollAnswer | undefined {
  if (answers.includes("yes")) return "yes";
  if (answers.includes("ifNeedBe")) return "ifNeedBe";
  return answers.length > 0 && answers.every((answer) => answer === "no") ? "no" : undefined;
}

/** Stand der Umfrage, option by option, in their order. */
export function optionStandings(state: Slices, poll: DatePoll, today: LocalDate): readonly OptionStanding[] {
  const seats = seatsInPoll(state, poll, today);
  return poll.options.map((appointment, index) => {
    const option = index + 1;
    const saying = (wanted: PollAnswer | undefined): readonly SeatId[] =>
      seats.filter(({ answers }) => answers[index] === wanted).map(({ seat }) => seat);
    const required = (wanted: PollAnswer | undefined): readonly PersonId[] =>
      poll.required.filter((person) => poll.answers.get(person)?.get(option) === wanted);
    const [yes, ifNeedBe] = [saying("yes"), saying("ifNeedBe")];
    const quorumWith = (presentVoting: number): QuorumRuling =>
      quorum(state.rules, { votingSeats: seats.length, presentVoting });
    return {
      option,
      appointment,
      yes,
      ifNeedBe,
      no: saying("no"),
      open: saying(undefined),
      quorum: quorumWith(yes.length),
      quorumIfNeedBe: quorumWith(yes.length + ifNeedBe.length),
      cannot: required("no"),
      unheard: required(undefined),
    };
  });
}

/** Antworten von Personen, die für keinen Sitz zählen: advisory members and guests. */
export function answersWithoutSeat(
  { answers }: DatePoll,
  seats: readonly SeatInPoll[],
): readonly (readonly [PersonId, ReadonlyMap<number, PollAnswer>])[] {
  const counted = new Set(seats.flatMap(({ people }) => people));
  return [...answers].filter(([person]) => !counted.has(person));
}
