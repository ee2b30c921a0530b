import type { Command } from "../../src/core/committee/commands.ts";
import { decideSystem } from "../../src/core/committee/decide-system.ts";
import type { SystemCommand, SystemGiven } from "../../src/core/committee/system-commands.ts";
import type { PollAnswer } from "../../src/core/date-poll/events.ts";
import type { DatePoll } from "../../src/core/date-poll/state.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { entry } from "../../src/core/kernel/table.ts";
import { noHolidays } from "../../src/core/kernel/workdays.ts";
import { happened, type Past } from "./fold.ts";
import { type GivenCommittee, given } from "./given.ts";
import { day, instant, time } from "./keys.ts";
import { smallCommittee } from "./small-committee.ts";

/** Friday, Tuesday, Friday. */
export const threeOptions = [
  { date: day("2023-02-17"), from: time("09:00"), to: time("12:00") },
  { date: day("2023-02-21") },
  { date: day("2023-02-24"), from: time("14:00") },
] as const;

/** A Monday; the poll of these tests begins on Friday, 27.01.2023. */
export const lastDay = day("2023-02-06");

type Opening = Extract<Command, { type: "OpenDatePoll" }>;

export const opening = (more: Partial<Opening> = {}): Opening => ({
  type: "OpenDatePoll",
  options: threeOptions,
  required: [],
  lastDay,
  ...more,
});

type Wanted = Parameters<typeof smallCommittee>[0];
export const founded = (wanted: Wanted = {}): GivenCommittee => given(smallCommittee(wanted));
export const asking = (wanted: Wanted = {}, more: Partial<Opening> = {}): GivenCommittee =>
  founded(wanted).when(opening(more)).thenAccepted();

/** Answers in the order of the options; undefined leaves one out. */
export const answering = (...answers: readonly (PollAnswer | undefined)[]): Command => ({
  type: "AnswerDatePoll",
  answers: answers.flatMap((answer, index) => (answer === undefined ? [] : [{ option: index + 1, answer }])),
});

export function answered(
  before: GivenCommittee,
  all: readonly (readonly [PersonId, ...(PollAnswer | undefined)[]])[],
): GivenCommittee {
  return all.reduce((one, [actor, ...answers]) => one.when(answering(...answers), { actor }).thenAccepted(), before);
}

export function pollOf({ state }: Past, number = 1): DatePoll {
  const found = entry(state.datePolls.polls, number);
  if (found === undefined) throw new Error(`there is no date poll ${number}`);
  return found;
}

/** What the system does at 10 o'clock on the day after the last one, unless told otherwise, and the committee after it. */
export function system(before: Past, command: SystemCommand, facts: Partial<SystemGiven> = {}) {
  const now = instant("2023-02-07T09:00:00.000Z");
  const usual = { now, today: day("2023-02-07"), time: time("10:00"), holidays: noHolidays, undelivered: [] };
  const decision = decideSystem(before.state, command, { ...usual, ...facts });
  return { decision, after: happened(before, decision.events, { at: now }) };
}
