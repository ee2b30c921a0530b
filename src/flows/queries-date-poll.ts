import { openDatePolls, pendingDatePolls } from "../core/committee/date-poll-now.ts";
import { answersWithoutSeat, type SeatInPoll, seatsInPoll } from "../core/committee/date-poll-standing.ts";
import { leads } from "../core/committee/may.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { PollAnswer } from "../core/date-poll/events.ts";
import type { DatePoll } from "../core/date-poll/state.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { entries, entry } from "../core/kernel/table.ts";
import { displayName, personOn } from "../core/membership/queries.ts";
import {
  answersText,
  missingSeat,
  missingSeatsHead,
  neededPeople,
  noDatePollRuns,
  noDatePolls,
  noSuchDatePoll,
  ownAnswers,
  pastDatePolls,
  perSeatHead,
  saidBy,
  withoutSeatHead,
} from "../texts/announcements-date-poll.ts";
import { people } from "../texts/names.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import {
  hasAnswered,
  nextQuestion,
  rankingLines,
  rankingOf,
  roomChoices,
  settleChoices,
  standInShort,
} from "./replies/date-poll-lines.ts";
import { whereItStands } from "./replies/live-date-poll.ts";
import { plainChoice } from "./replies/telling.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type Wanted = Extract<Query, { kind: "datePoll" }>;
type Blocks = readonly (Block | string)[];

const MOST_LINES = 10;

/** Stand einer Terminumfrage, or all that are open. */
export function datePollBlocks(asked: Asked, { poll: number }: Wanted): Blocks {
  const { polls } = asked.state.datePolls;
  const one = onlyOne(asked.state, number);
  if (one !== undefined) return detailBlocks(asked, one);
  const pending = pendingDatePolls(asked.state);
  const past = entries(polls).filter(({ status }) => status === "settled" || status === "cancelled");
  return [
    ...(number === undefined ? [] : [noSuchDatePoll(number)]),
    ...(pending.length === 0 ? [polls.size === 0 ? noDatePolls() : noDatePollRuns()] : []),
    ...(pending.length === 0 ? [] : [list(pending.map((poll) => inShort(asked, poll)))]),
    ...(past.length === 0 ? [] : [pastDatePolls(), list(past.slice(-MOST_LINES).map(whereItStands))]),
  ];
}

/** For the status: what runs, and how far it is. */
export const datePollLines = (asked: Asked): readonly string[] =>
  openDatePolls(asked.state).map((poll) => inShort(asked, poll));

function inShort({ state, today }: Asked, poll: DatePoll): string {
  const short = standInShort(rankingOf(state, poll, today), seatsInPoll(state, poll, today), poll);
  return `${whereItStands(poll)} ${short}`;
}

/** The one named, else the only one that is open. */
function onlyOne(state: CommitteeState, number: number | undefined): DatePoll | undefined {
  if (number !== undefined) return entry(state.datePolls.polls, number);
  const [only, another] = pendingDatePolls(state);
  return another === undefined ? only : undefined;
}

/** Rangfolge mit Gründen, answers by seat, and whose are missing; who asks alone reads its own first, and is asked what it has not said. */
function detailBlocks(asked: Asked, poll: DatePoll): Blocks {
  const { state, today, names, person } = asked;
  if (poll.status === "cancelled") return [whereItStands(poll)];
  const seats = seatsInPoll(state, poll, today);
  const ranking = list(rankingLines(state, poll, today, names));
  const own = person !== undefined && isAlone(asked) ? person : undefined;
  return [
    heading(whereItStands(poll)),
    ...(own === undefined ? [] : [ownAnswers(said(poll, poll.answers.get(own)))]),
    ...(poll.required.length === 0 ? [] : [neededPeople(people(names, poll.required))]),
    standInShort(rankingOf(state, poll, today), seats, poll),
    ranking,
    ...seatBlocks(asked, poll, seats),
    ...(own === undefined ? [] : nextQuestion(poll, own).lines),
  ];
}

function seatBlocks({ state, today, names }: Asked, poll: DatePoll, seats: readonly SeatInPoll[]): Blocks {
  const answered = seats.filter((one) => hasAnswered(one, poll));
  const silent = seats.filter((one) => !hasAnswered(one, poll));
  const others = answersWithoutSeat(poll, seats);
  const shortName = (person: PersonId): string => {
    const record = personOn(state.membership, person, today);
    return record === undefined ? person : displayName(record);
  };
  return [
    ...section(
      perSeatHead(),
      answered.map(({ seat, answers }) => saidBy(names.seat(seat), answersText(answers))),
    ),
    ...section(
      withoutSeatHead(),
      others.map(([person, own]) => saidBy(names.person(person), said(poll, own))),
    ),
    ...section(
      missingSeatsHead(),
      silent.map(({ seat, people: voters }) => missingSeat(names.seat(seat), voters.map(shortName))),
    ),
  ];
}

const section = (head: string, lines: readonly string[]): Blocks => (lines.length === 0 ? [] : [head, list(lines)]);

const said = ({ options }: DatePoll, own: ReadonlyMap<number, PollAnswer> | undefined): string =>
  answersText(options.map((_, index) => own?.get(index + 1)));

const isAlone = ({ incoming }: Asked): boolean => incoming.room === undefined || incoming.isClick === true;

export function datePollChoices(asked: Asked, { poll: number }: Wanted): readonly ReplyChoice[] {
  const { state, person, today } = asked;
  const one = onlyOne(state, number);
  if (one === undefined) return pendingDatePolls(state).map(({ poll }) => plainChoice(`terminumfrage ${poll}`));
  const isPending = one.status === "open" || one.status === "ended";
  if (!isPending || person === undefined) return [];
  const mayAnswer = one.status === "open" && today <= one.lastDay;
  const settling = leads(state, person, today) ? settleChoices(rankingOf(state, one, today), one) : [];
  if (!mayAnswer) return settling;
  if (!isAlone(asked)) return roomChoices(one);
  const next = nextQuestion(one, person).choices;
  return next.length === 0 ? settling : next;
}
