import { setImmediate as nextTurn } from "node:timers/promises";
import { createHolidayCalendar } from "../adapters/calendar/holidays.ts";
import { createIncreasingClock } from "../adapters/clock/increasing-clock.ts";
import { instantAt, localOf } from "../adapters/clock/zone-time.ts";
import { germanDates } from "../adapters/dates/german-dates.ts";
import type { PaperFormat } from "../adapters/documents/paper-format.ts";
import { type RunChild, runChild } from "../adapters/documents/run-child.ts";
import { committeeCodec } from "../adapters/storage/committee-codec.ts";
import { openSqliteStore, type SqliteStore } from "../adapters/storage/sqlite-store.ts";
import { readRulesChange } from "../config/rules-change.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { personOfAddress } from "../flows/addresses.ts";
import { type CommitteeRunner, createCommitteeRunner } from "../flows/committee-runner.ts";
import { createDueJobs } from "../flows/due-jobs.ts";
import { zoneOf } from "../flows/names-of.ts";
import { createOutboxDispatcher } from "../flows/outbox-dispatcher.ts";
import { isPhotoNoted } from "../flows/photos.ts";
import type { Clock, Delivering, Timers } from "../flows/ports.ts";
import type { RunnerParts } from "../flows/runner-parts.ts";
import { createWrongCodes } from "../flows/wrong-codes.ts";
import { type Folders, makeFolderOf } from "./folders.ts";
import { chance, hashOfCode, newFeedSecret, newLinkCode } from "./link-codes.ts";
import { createPaperMaking } from "./paper-making.ts";
import { createPhotoKeeping } from "./photo-keeping.ts";
import { createPostOffice, type Post, type PostOffice } from "./post.ts";

/** Das Gremium dieses Speichers: one stream, which holds all of it. */
export const committeeStream = "gremium";

/** Delivered messages are marked together; a crash within this time repeats them. */
const MARK_AFTER = 250;

/** A platform to talk on. */
export type Stage = Delivering &
  Pick<RunnerParts, "live" | "liveEvery"> & {
    /** Told of a fault in what happens by itself; it is tried again. */
    failed?(reason: unknown): void;
    /** What is wrong with the platforms, in sentences. */
    alarms?(): readonly string[];
  };

export type HouseOptions = {
  readonly folders: Pick<Folders, "database" | "keys" | "outgoing" | "photos" | "templates"> &
    Partial<Pick<Folders, "cache">>;
  readonly clock: Clock;
  readonly stage: Stage;
  readonly formats: readonly PaperFormat[];
  /** How papers are made apart; each in a process that is started for it, if it is not said. */
  readonly runChild?: RunChild;
  /** Where letters go; into files, if it is not said. */
  readonly post?: Post;
  /** Where calendars can be subscribed to ("https://ag78.example.de"); nobody can, if it is not said. */
  readonly feedAddress?: string | undefined;
  /** Lots and link codes; only a transcript brings its own, so that it always plays the same. */
  readonly drawing?: Drawing;
};

export type Drawing = Pick<RunnerParts["interpreting"], "chance" | "newLinkCode"> &
  Partial<Pick<RunnerParts["interpreting"], "newFeedSecret">>;

/** Alles zusammengesetzt: the store, the conversation with the committee, and what carries the answers out. */
export type House = {
  readonly store: SqliteStore;
  readonly runner: CommitteeRunner;
  /** Delivers what an earlier run left, and from then on everything. */
  startDelivering(): void;
  /** Gives up what waits for a room that is gone; says how many messages that were. */
  dropRoom(address: string): Promise<number>;
  /** What waits for this address is tried at once. */
  deliverNow(address: string): void;
  /** What calendars are written with, and in whose name. */
  readonly calendar: Pick<PostOffice, "calendar" | "organizer">;
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
export function openHouse(options: HouseOptions): House {
  const { folders, clock, stage, formats, post, feedAddress, drawing } = options;
  makeFolderOf(folders.database);
  const store = openSqliteStore({ file: folders.database, keysFolder: folders.keys });
  try {
    const papers = createPaperMaking({
      templatesFolder: folders.templates,
      outgoingFolder: folders.outgoing,
      cacheFolder: folders.cache,
      formats,
      runChild: options.runChild ?? runChild,
    });
    const office = createPostOffice({
      post,
      outgoingFolder: folders.outgoing,
      papers,
      localOf,
      runner: () => runner,
      isHandled: (key) => store.isHandled(key),
      today: () => localOf(clock.now() as Instant, zoneOf(runner.state())).date, // the clocks of our ports give instants
    });
    const delivering: Delivering = {
      deliver(entry) {
        if (personOfAddress(entry.room) !== undefined) return office.letter(entry);
        const files = office.files(entry);
        return files === undefined ? stage.deliver(entry) : files.then(() => stage.deliver(entry));
      },
    };
    const dispatcher = createOutboxDispatcher({ outbox: store, delivering, timers, clock }, undefined, MARK_AFTER);
    const increasing = createIncreasingClock(clock);
    const photos = createPhotoKeeping(folders);
    const runner = createCommitteeRunner({
      stream: committeeStream,
      store,
      codec: committeeCodec,
      clock: increasing,
      localOf,
      calendar: createHolidayCalendar(),
      instantAt,
      jobsChanged: () => dueJobs.changed(),
      alarms: stage.alarms ?? (() => []),
      dispatcher,
      interpreting: {
        dates: germanDates,
        localOf,
        readRulesChange,
        feedBase: feedAddress,
        newFeedSecret,
        hasPaper: office.hasPaper,
        ...(drawing ?? { chance, newLinkCode }),
      },
      papers,
      photos,
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
    photos.settleLeft((name) => isPhotoNoted(runner.state(), name));
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
      calendar: office,
      dropRoom: dispatcher.dropRoom,
      deliverNow: dispatcher.retry,
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
