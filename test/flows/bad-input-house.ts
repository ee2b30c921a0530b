import { createHolidayCalendar } from "../../src/adapters/calendar/holidays.ts";
import { createIncreasingClock } from "../../src/adapters/clock/increasing-clock.ts";
import { fixedClock } from "../../src/adapters/clock/settable-clock.ts";
import { instantAt, localOf } from "../../src/adapters/clock/zone-time.ts";
import { germanDates } from "../../src/adapters/dates/german-dates.ts";
import { committeeCodec } from "../../src/adapters/storage/committee-codec.ts";
import { hashOfCode } from "../../src/cli/link-codes.ts";
import { readRulesChange } from "../../src/config/rules-change.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { type CommitteeRunner, createCommitteeRunner, type Handled } from "../../src/flows/committee-runner.ts";
import type { Dialog } from "../../src/flows/dialog.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { createOutboxDispatcher } from "../../src/flows/outbox-dispatcher.ts";
import type { Commit, EventStore, OutboxEntry, Timers } from "../../src/flows/ports.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import { createWrongCodes } from "../../src/flows/wrong-codes.ts";
import { accountKey } from "../support/keys.ts";
import { advisor, guest, officePerson, substitute, voter } from "../support/small-committee.ts";
import { jansen, lindner, neeth, now, room, whileMeeting } from "./conversation.ts";

export const stream = "gremium";
export const everybody: readonly PersonId[] = [
  ...[1, 2, 3, 4, 5].map(voter),
  substitute(1),
  substitute(2),
  officePerson,
  advisor,
  guest,
  lindner,
  jansen,
  neeth,
];

/** The meeting of the conversations, with everybody linked to an account of the same name. */
export const linkedMeeting: readonly CommitteeEvent[] = [
  ...whileMeeting,
  ...everybody.map((person): CommitteeEvent => ({ type: "AccountLinked", person, account: accountOf(person) })),
];

export function accountOf(person: string) {
  return accountKey(`console:${person}`);
}

type Saying = { readonly inRoom?: boolean; readonly key?: string };
export type Heard = {
  readonly handled: Handled;
  /** All that was said because of it, to whomever. */
  readonly answers: readonly Reply[];
  readonly text: string;
};

export type TestHouse = {
  readonly runner: CommitteeRunner;
  readonly store: EventStore;
  readonly dialogs: ReadonlyMap<string, Dialog>;
  readonly delivered: readonly OutboxEntry[];
  /** What went to the store, sealed things apart. */
  readonly commits: readonly Omit<Commit, "sealed">[];
  incoming(who: string, text: string, saying: { readonly inRoom?: boolean; readonly key: string }): Incoming;
  /** Resolves when all answers are out. */
  said(): Promise<void>;
  /** An account says something, by direct chat unless told otherwise; resolves when the answers are out. */
  say(who: string, text: string, saying?: Saying): Promise<Heard>;
  events(): readonly CommitteeEvent[];
  stop(): Promise<void>;
};

const timers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The conversation over any store, as the program wires it, with chance and codes that a test can foresee. */
export async function testHouse(
  store: EventStore,
  founding: readonly CommitteeEvent[] = linkedMeeting,
): Promise<TestHouse> {
  const delivered: OutboxEntry[] = [];
  const commits: Omit<Commit, "sealed">[] = [];
  const dialogs = new Map<string, Dialog>();
  const clock = fixedClock(now);
  const deliver = async (entry: OutboxEntry): Promise<void> => {
    delivered.push(entry);
  };
  const dispatcher = createOutboxDispatcher({ outbox: store, delivering: { deliver }, timers, clock });
  const watched: EventStore = {
    ...store,
    commit(commit) {
      const { sealed: _, ...rest } = commit;
      commits.push(rest);
      return store.commit(commit);
    },
  };
  const runner = createCommitteeRunner({
    stream,
    store: watched,
    codec: committeeCodec,
    clock: createIncreasingClock(clock),
    localOf,
    calendar: createHolidayCalendar(),
    instantAt,
    jobsChanged: () => undefined,
    alarms: () => [],
    dispatcher,
    interpreting: {
      dates: germanDates,
      localOf,
      chance: () => 42,
      readRulesChange,
      newLinkCode: () => ({ code: "K7QF-2M9X", codeHash: hashOfCode("K7QF-2M9X") }),
      newFeedSecret: () => ({ secret: "Xy7-kalenderschluessel", hash: hashOfCode("Xy7") }),
      hasPaper: () => true,
      feedBase: "https://ag78.example.org",
    },
    photos: { keep: async () => undefined, settle: () => undefined, show: async () => undefined },
    papers: {
      make: () => Promise.resolve([]),
      makeData: async () => [],
      drawWall: async () => [],
      render: () => Promise.resolve(new Map()),
    },
    hashOfCode,
    wrongCodes: createWrongCodes(),
    dialogs,
    timers,
    liveEvery: 0,
    live: () => undefined,
  });
  dispatcher.start();
  await runner.apply(founding);
  let messages = 0;
  const incoming: TestHouse["incoming"] = (who, text, { inRoom = false, key }) => ({
    key,
    account: accountOf(who),
    text,
    at: now,
    addressed: true,
    ...(inRoom ? { room } : {}),
  });
  const said = async (): Promise<void> => {
    while (dispatcher.status().length > 0) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    incoming,
    said,
    runner,
    store,
    dialogs,
    delivered,
    commits,
    events: () => [...store.read(stream)].map(committeeCodec.decode),
    async say(who, text, { inRoom = false, key } = {}) {
      messages += 1;
      const own = key ?? `key-${messages}`;
      const handled = await runner.handle(incoming(who, text, { inRoom, key: own }));
      await said();
      const immediate = handled.kind === "handled" ? handled.immediate : [];
      const stored = delivered.filter(({ id }) => id.startsWith(`${own}#`));
      // The dispatcher carries what the runner put in: replies as JSON.
      const answers = [...immediate, ...stored.map(({ body }) => JSON.parse(body) as Reply)];
      return { handled, answers, text: answers.map(plainText).join("\n") };
    },
    async stop() {
      runner.stop();
      await dispatcher.stop();
    },
  };
}
