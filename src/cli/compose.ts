import { setImmediate as nextTurn } from "node:timers/promises";
import { createHolidayCalendar } from "../adapters/calendar/holidays.ts";
import { createIncreasingClock } from "../adapters/clock/increasing-clock.ts";
import { instantAt, localOf } from "../adapters/clock/zone-time.ts";
import { germanDates } from "../adapters/dates/german-dates.ts";
import type { PaperFormat } from "../adapters/documents/paper-format.ts";
import { committeeCodec } from "../adapters/storage/committee-codec.ts";
import { openSqliteStore, type SqliteStore } from "../adapters/storage/sqlite-store.ts";
import { readRulesChange } from "../config/rules-change.ts";
import { type CommitteeRunner, createCommitteeRunner } from "../flows/committee-runner.ts";
import { createDueJobs } from "../flows/due-jobs.ts";
import { createOutboxDispatcher } from "../flows/outbox-dispatcher.ts";
import type { Clock, Delivering, Timers } from "../flows/ports.ts";
import type { RunnerParts } from "../flows/runner-parts.ts";
import { createWrongCodes } from "../flows/wrong-codes.ts";
import { type Folders, makeFolderOf } from "./folders.ts";
import { chance, hashOfCode, newLinkCode } from "./link-codes.ts";
import { createPaperMaking } from "./paper-making.ts";

/** Das Gremium dieses Speichers: one stream, which holds all of it. */
export const committeeStream = "gremium";

/** Delivered messages are marked together; a crash within this time repeats them. */
const MARK_AFTER = 250;

/** A platform to talk on. */
export type Stage = Delivering &
  Pick<RunnerParts, "live" | "liveEvery"> & {
    /** Told of a fault in what happens by itself; it is tried again. */
    failed?(reason: unknown): void;
  };

export type HouseOptions = {
  readonly folders: Pick<Folders, "database" | "keys" | "outgoing" | "templates">;
  readonly clock: Clock;
  readonly stage: Stage;
  readonly formats: readonly PaperFormat[];
  /** Lots and link codes; only a transcript brings its own, so that it always plays the same. */
  readonly drawing?: Drawing;
};

export type Drawing = Pick<RunnerParts["interpreting"], "chance" | "newLinkCode">;

/** Alles zusammengesetzt: the store, the conversation with the committee, and what carries the answers out. */
export type House = {
  readonly store: SqliteStore;
  readonly runner: CommitteeRunner;
  /** Delivers what an earlier run left, and from then on everything. */
  startDelivering(): void;
  /** Does what is due by the clock, and from then on whatever comes due. */
  runDueJobs(): Promise<void>;
  /** Resolves when everything that can be delivered has been. */
  settled(): Promise<void>;
  /** Says nothing more, waits for what is on its way, closes the store. */
  close(): Promise<void>;
};

const timers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Throws StorageFault if the store cannot be used; then nothing is open. */
export function openHouse({ folders, clock, stage, formats, drawing }: HouseOptions): House {
  makeFolderOf(folders.database);
  const store = openSqliteStore({ file: folders.database, keysFolder: folders.keys });
  try {
    const dispatcher = createOutboxDispatcher(
      { outbox: store, delivering: stage, timers, clock },
      undefined,
      MARK_AFTER,
    );
    const increasing = createIncreasingClock(clock);
    const runner = createCommitteeRunner({
      stream: committeeStream,
      store,
      codec: committeeCodec,
      clock: increasing,
      localOf,
      calendar: createHolidayCalendar(),
      instantAt,
      jobsChanged: () => dueJobs.changed(),
      dispatcher,
      interpreting: { dates: germanDates, localOf, readRulesChange, ...(drawing ?? { chance, newLinkCode }) },
      papers: createPaperMaking({
        templatesFolder: folders.templates,
        outgoingFolder: folders.outgoing,
        formats,
      }),
      hashOfCode,
      wrongCodes: createWrongCodes(),
      dialogs: new Map(),
      timers,
      liveEvery: stage.liveEvery,
      live: stage.live,
    });
    const dueJobs = createDueJobs({
      jobs: store,
      clock,
      timers,
      carryOut: runner.carryOut,
      failed: stage.failed ?? (() => undefined),
    });
    const lastEvent = runner.state().recent;
    if (lastEvent !== undefined) increasing.goOnFrom(lastEvent.meta.at);
    const isBusy = () => dispatcher.status().some(({ failingSince }) => failingSince === undefined);
    return {
      store,
      runner,
      startDelivering: dispatcher.start,
      async settled() {
        while (isBusy()) await nextTurn();
      },
      runDueJobs: dueJobs.run,
      async close() {
        await dueJobs.stop();
        runner.stop();
        await dispatcher.stop();
        await store.close();
      },
    };
  } catch (error) {
    void store.close();
    throw error;
  }
}
