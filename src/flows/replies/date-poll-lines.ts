import { unansweredOptions } from "../../core/committee/date-poll-now.ts";
import { type RankedOption, rankedOptions } from "../../core/committee/date-poll-ranking.ts";
import { type OptionStanding, optionStandings, type SeatInPoll } from "../../core/committee/date-poll-standing.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { PollAnswer } from "../../core/date-poll/events.ts";
import type { DatePoll } from "../../core/date-poll/state.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import {
  aheadOf,
  allLabels,
  cannotCome,
  canYou,
  datePollName,
  leadingOptions,
  neededCan,
  notHeardFrom,
  optionAnswerLabel,
  optionName,
  placeInRanking,
  quorumAhead,
  restLabels,
  saidBy,
  seatCounts,
  seatsAnswered,
  settleLabel,
  singlyLabel,
} from "../../texts/announcements-date-poll.ts";
import type { Names } from "../../texts/names.ts";
import type { ReplyChoice } from "../reply.ts";
import { choice } from "./telling.ts";

/** Bausteine of everything that is said about a date poll, in rooms and direct chats. */

export const nameOfPoll = ({ poll, title }: DatePoll): string => datePollName(poll, title);

/** "Termin 2, Dienstag, 14.05.2028, 14–16 Uhr: 9 Ja, 2 zur Not, 1 Nein, 5 offen. Beschlussfähig mit Ja (…). …" */
export function standingLine(standing: OptionStanding, names: Names): string {
  const { option, appointment, yes, ifNeedBe, no, open, quorum, quorumIfNeedBe } = standing;
  const counts = seatCounts(yes.length, ifNeedBe.length, no.length, open.length);
  const required = requiredText(standing, names);
  return `${saidBy(optionName(option, appointment), counts)}. ${quorumAhead(quorum, quorumIfNeedBe, open.length)} ${required}`;
}

function requiredText({ cannot, unheard }: OptionStanding, names: Names): string {
  const parts = [
    ...(cannot.length === 0 ? [] : [cannotCome(cannot.map((person) => names.person(person)))]),
    ...(unheard.length === 0 ? [] : [notHeardFrom(unheard.map((person) => names.person(person)))]),
  ];
  return parts.length === 0 ? neededCan() : parts.join(" ");
}

/** Rangfolge, best first, each with what puts it before the next. */
export function rankingLines(state: CommitteeState, poll: DatePoll, today: LocalDate, names: Names): readonly string[] {
  return rankingOf(state, poll, today).map(({ standing, place, isTied, ahead }) => {
    const why = ahead === undefined ? "" : ` ${aheadOf(ahead.of, ahead.criterion)}`;
    return `${saidBy(placeInRanking(place, isTied), standingLine(standing, names))}${why}`;
  });
}

export const rankingOf = (state: CommitteeState, poll: DatePoll, today: LocalDate): readonly RankedOption[] =>
  rankedOptions(optionStandings(state, poll, today));

/** Who is in front, and how many seats have answered at all. */
export function standInShort(ranking: readonly RankedOption[], seats: readonly SeatInPoll[], poll: DatePoll): string {
  const answered = seats.filter((one) => hasAnswered(one, poll)).length;
  const first = ranking.filter(({ place }) => place === 1).map(({ standing }) => standing.option);
  const leading = answered === 0 ? "" : ` ${leadingOptions(first.toSorted((a, b) => a - b))}`;
  return `${seatsAnswered(answered, seats.length)}${leading}`;
}

export const hasAnswered = (seat: SeatInPoll, poll: DatePoll): boolean =>
  seat.people.some((person) => poll.answers.has(person));

const words: Readonly<Record<PollAnswer, string>> = { yes: "ja", ifNeedBe: "zur not", no: "nein" };
const answers: readonly PollAnswer[] = ["yes", "ifNeedBe", "no"];

/** In a room: whoever clicks is asked option by option alone, or answers all at once. */
export function roomChoices({ poll }: DatePoll): readonly ReplyChoice[] {
  return [
    choice(singlyLabel(), `terminumfrage ${poll}`),
    choice(allLabels.yes, `umfrage ${poll} termine ja`),
    choice(allLabels.no, `umfrage ${poll} termine nein`),
  ];
}

export type NextQuestion = { readonly lines: readonly string[]; readonly choices: readonly ReplyChoice[] };

/** Der nächste Vorschlag ohne Antwort: one after the other, so that three buttons and a short way out are always enough. */
export function nextQuestion(poll: DatePoll, person: PersonId): NextQuestion {
  const unanswered = unansweredOptions(poll, person);
  const [option = 0] = unanswered;
  const appointment = poll.options[option - 1];
  if (poll.status !== "open" || appointment === undefined) return { lines: [], choices: [] };
  const single = answers.map((answer) =>
    choice(optionAnswerLabel(option, answer), `umfrage ${poll.poll} termin ${option} ${words[answer]}`),
  );
  return { lines: [canYou(optionName(option, appointment))], choices: [...single, ...together(poll, unanswered)] };
}

function together({ poll, options }: DatePoll, unanswered: readonly number[]): readonly ReplyChoice[] {
  if (unanswered.length < 2) return [];
  const isAll = unanswered.length === options.length;
  return (["yes", "no"] as const).map((answer) =>
    isAll
      ? choice(allLabels[answer], `umfrage ${poll} termine ${words[answer]}`)
      : choice(restLabels[answer], `umfrage ${poll} termin ${unanswered.join(", ")} ${words[answer]}`),
  );
}

/** For the leadership: the best first. */
export function settleChoices(ranking: readonly RankedOption[], { poll }: DatePoll): readonly ReplyChoice[] {
  return ranking.map(({ standing: { option } }) =>
    choice(settleLabel(option), `umfrage ${poll} termin festlegen ${option}`),
  );
}
