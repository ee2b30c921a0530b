import type { DatePoll } from "../date-poll/state.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import { peopleOn } from "../membership/queries.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Laufende Terminumfragen, also those whose last day is over and that wait for their end. */
export function openDatePolls({ datePolls }: Slices): readonly DatePoll[] {
  return entries(datePolls.polls).filter(({ status }) => status === "open");
}

/** Offene Terminumfragen: running, or ended and not yet settled. */
export function pendingDatePolls({ datePolls }: Slices): readonly DatePoll[] {
  return entries(datePolls.polls).filter(({ status }) => status === "open" || status === "ended");
}

/** The date poll, if it still takes answers today. What comes after its last day is late, even before it is ended. */
export function datePollToAnswer(
  state: Slices,
  number: number | undefined,
  today: LocalDate,
): Result<DatePoll, Refusal> {
  const found = datePollMeant(state, number, openDatePolls(state));
  if (!found.ok) return found;
  const { poll, status, lastDay } = found.value;
  if (status !== "open") return refused({ code: "DatePollIs", poll, status });
  return today > lastDay ? refused({ code: "DatePollIs", poll, status: "ended" }) : found;
}

/** The date poll, if its date can still be settled, or the whole cancelled. */
export function datePollToSettle(state: Slices, number: number | undefined): Result<DatePoll, Refusal> {
  const found = datePollMeant(state, number, pendingDatePolls(state));
  if (!found.ok) return found;
  const { poll, status } = found.value;
  return status === "open" || status === "ended" ? found : refused({ code: "DatePollIs", poll, status });
}

/** The one named, else the only one of those in question; if there is none, one that is over, so that it can be said how it ended. */
function datePollMeant(
  state: Slices,
  number: number | undefined,
  inQuestion: readonly DatePoll[],
): Result<DatePoll, Refusal> {
  const { polls } = state.datePolls;
  if (number !== undefined) {
    const named = entry(polls, number);
    return named === undefined ? refused({ code: "UnknownDatePoll", poll: number, known: polls.size }) : ok(named);
  }
  const [only, another] = inQuestion;
  if (another !== undefined) return refused({ code: "WhichDatePoll", open: inQuestion.map(({ poll }) => poll) });
  const meant = only ?? lastOne(state);
  return meant === undefined ? refused({ code: "NoDatePoll" }) : ok(meant);
}

/** Whose date is still to be settled, else was settled, else was cancelled. */
function lastOne(state: Slices): DatePoll | undefined {
  const all = entries(state.datePolls.polls);
  return pendingDatePolls(state).at(-1) ?? all.findLast(({ status }) => status === "settled") ?? all.at(-1);
}

/** Vorschläge, zu denen jemand noch nichts gesagt hat; by number. */
export function unansweredOptions({ options, answers }: DatePoll, person: PersonId): readonly number[] {
  const own = answers.get(person);
  return options.map((_, index) => index + 1).filter((option) => own?.has(option) !== true);
}

/** Wer um Antwort gebeten wird: all but guests, and whoever the date needs. Guests may answer unasked. */
export function peopleAsked(
  state: Slices,
  { required }: Pick<DatePoll, "required">,
  today: LocalDate,
): readonly PersonId[] {
  return peopleOn(state.membership, today)
    .filter(({ person, role }) => role !== "guest" || required.includes(person))
    .map(({ person }) => person);
}

/** Wer noch nicht auf jeden Vorschlag geantwortet hat. */
export function peopleMissing(state: Slices, poll: DatePoll, today: LocalDate): readonly PersonId[] {
  return peopleAsked(state, poll, today).filter((person) => unansweredOptions(poll, person).length > 0);
}
