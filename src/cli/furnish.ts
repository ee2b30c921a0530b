import { consoleAccount, type Place } from "../adapters/console/place.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { AccountId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { holdersOf, peopleOn } from "../core/membership/queries.ts";
import type { CommitteeRunner } from "../flows/committee-runner.ts";
import { planImport } from "./import-committee.ts";
import { readCommittee } from "./read-committee.ts";

/** Founds the committee of the file; says its name. With problems nothing is stored. */
export async function foundCommittee(
  runner: CommitteeRunner,
  file: string,
  todayIn: (zone: string) => LocalDate,
): Promise<Result<string, readonly string[]>> {
  const committee = readCommittee(file);
  if (!committee.ok) return committee;
  const { name, timeZone } = committee.value.description;
  const plan = planImport(runner.state(), committee.value, todayIn(timeZone));
  if (!plan.ok) return refuse(plan.error);
  await runner.apply(plan.value.events);
  return ok(name);
}

/** Whoever sits at this keyboard can speak as everybody: all people get their account of the console. */
export async function linkConsoleAccounts(runner: CommitteeRunner, today: LocalDate): Promise<void> {
  const { membership } = runner.state();
  const unlinked = peopleOn(membership, today).filter(({ person }) => !membership.accounts.has(consoleAccount(person)));
  if (unlinked.length === 0) return;
  await runner.apply(
    unlinked.map(({ person }) => ({ type: "AccountLinked", person, account: consoleAccount(person) }) as const),
  );
}

/** Where one sat last, if that still exists; else somebody who may open a meeting, in the last room of the file. */
export function startingPlace(
  state: CommitteeState,
  today: LocalDate,
  last: { readonly account: string; readonly room?: string } | undefined,
): Place {
  const { membership } = state;
  const rooms = [...membership.rooms.keys()];
  // Read from a note of our own: whether it still fits is asked of the committee.
  const account = last?.account as AccountId | undefined;
  if (account !== undefined && membership.accounts.has(account)) {
    const room = rooms.find((one) => one === last?.room);
    return room === undefined ? { account } : { account, room };
  }
  const [opener] = [
    ...holdersOf(membership, "chair", today).map(({ person }) => person),
    ...holdersOf(membership, "office", today).map(({ person }) => person),
    ...peopleOn(membership, today).map(({ person }) => person),
    // Nobody is a member on a day before the committee was founded; the clock of the room can be set to one.
    ...membership.people.keys(),
  ];
  if (opener === undefined) throw new Error("a committee without people");
  const room = rooms.at(-1);
  return { account: consoleAccount(opener), ...(room === undefined ? {} : { room }) };
}
