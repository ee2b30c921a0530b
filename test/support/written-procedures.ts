import type { Command } from "../../src/core/committee/commands.ts";
import { decideSystem } from "../../src/core/committee/decide-system.ts";
import type { SystemCommand, SystemGiven } from "../../src/core/committee/system-commands.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { parseLocalTime } from "../../src/core/kernel/local-date.ts";
import { entry } from "../../src/core/kernel/table.ts";
import { noHolidays } from "../../src/core/kernel/workdays.ts";
import { happened } from "./fold.ts";
import { type GivenCommittee, given } from "./given.ts";
import { accountKey, day, instant } from "./keys.ts";
import { smallCommittee, voter } from "./small-committee.ts";

export const lastDay = day("2023-02-06");
export const everybody = [voter(1), voter(2), voter(3), voter(4), voter(5)];

export const linked = (people: readonly PersonId[]) =>
  people.map((person) => ({ type: "AccountLinked", person, account: accountKey(`console:${person}`) }) as const);

type Rules = NonNullable<Parameters<typeof smallCommittee>[0]>["rules"];
export const founded = (rules: Rules = {}) => given([...smallCommittee({ rules }), ...linked(everybody)]);

export const start = (text = "Die Fahrtkosten werden übernommen."): Command => ({
  type: "StartWrittenProcedure",
  text,
  lastDay,
  subject: "sachbeschluss",
  simple: false,
});
export const vote = (choice: "yes" | "no" | "abstain", procedure = 1): Command => ({
  type: "CastWrittenVote",
  procedure,
  choice,
});
export const object: Command = { type: "ObjectToProcedure", procedure: 1 };

export const running = (rules: Rules = {}) => founded(rules).when(start()).thenAccepted();
export const voting = (before: GivenCommittee, votes: readonly (readonly [PersonId, "yes" | "no" | "abstain"])[]) =>
  votes.reduce((one, [actor, choice]) => one.when(vote(choice), { actor }).thenAccepted(), before);

export function timeOf(text: string) {
  const time = parseLocalTime(text);
  if (time === undefined) throw new Error(`${text} is no time`);
  return time;
}

export const closing: Extract<SystemCommand, { type: "CloseDueProcedure" }> = {
  type: "CloseDueProcedure",
  procedure: 1,
  lastDay,
};

/** What the system does on a day, and the committee after it. */
export function system(before: GivenCommittee, command: SystemCommand, facts: Partial<SystemGiven> = {}) {
  const now = instant("2023-02-07T09:00:00.000Z");
  const usual = { now, today: day("2023-02-07"), time: timeOf("10:00"), holidays: noHolidays, undelivered: [] };
  const decision = decideSystem(before.state, command, { ...usual, ...facts });
  return { decision, after: happened(before, decision.events, { at: now }) };
}

export const closed = (before: GivenCommittee) => {
  const { after } = system(before, closing);
  return entry(after.state.writtenProcedures.procedures, 1)?.closing;
};
