import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { createShiftedClock, type ShiftedClock } from "../adapters/clock/shifted-clock.ts";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { instantOf, localOf } from "../adapters/clock/zone-time.ts";
import { createLineInput, type LineInput } from "../adapters/console/line-input.ts";
import { createLocalRoom, type LocalRoom } from "../adapters/console/local-room.ts";
import type { Place } from "../adapters/console/place.ts";
import type { ClockHands } from "../adapters/console/room-commands.ts";
import { createReadyChildren } from "../adapters/documents/ready-children.ts";
import { createOutgoingFolder } from "../adapters/files/outgoing-folder.ts";
import { type RoomMemory, readRoomMemory, writeRoomMemory } from "../adapters/files/room-memory.ts";
import type { Instant } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { zoneOf } from "../flows/names-of.ts";
import { StorageFault } from "../flows/ports.ts";
import { unexpectedError, unknownOption } from "../texts/command-line.ts";
import { committeeFileBroken, goodbye, sampleImported, templatesBroken } from "../texts/local-room.ts";
import { checkTemplateFolder } from "./check-template-folder.ts";
import { type House, openHouse, type Stage } from "./compose.ts";
import { detailOf, runtimeFault } from "./describe-fault.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Folders } from "./folders.ts";
import { foundCommittee, linkConsoleAccounts, startingPlace } from "./furnish.ts";
import { allFormats } from "./paper-making.ts";
import type { Terminal } from "./terminal.ts";
import { withFolders } from "./with-house.ts";

/** `start`: opens the local room and stays until somebody leaves it; where a platform is set up, serves it until it is stopped. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args[0] !== undefined) {
    terminal.complain(unknownOption(args[0], "start"));
    return exitCodes.usage;
  }
  return withFolders(terminal, async (folders) => {
    const problems = await checkTemplateFolder(folders.templates);
    if (problems.length === 0) {
      const { isServing, serve } = await import("./serve.ts");
      return isServing(folders) ? serve(folders, terminal) : openRoom(folders, terminal);
    }
    for (const line of [...problems, templatesBroken(problems.length)]) terminal.complain(line);
    return exitCodes.fault;
  });
}

async function openRoom(folders: Folders, terminal: Terminal): Promise<number> {
  const memory = readRoomMemory(folders.roomMemory);
  const clock = createShiftedClock(systemClock, memory?.clockShift ?? 0);
  // The room needs the house to speak to, and the house the room to deliver to.
  let room: LocalRoom | undefined;
  const stage: Stage = {
    deliver: (entry) => room?.deliver(entry) ?? Promise.reject(new Error("the room is not open yet")),
    live: (address, key, reply) => room?.live(address, key, reply),
    liveEvery: 0,
    failed: (reason) => terminal.complain(faultText(reason)),
  };
  const children = createReadyChildren();
  const house = openHouse({ folders, clock, stage, formats: allFormats, runChild: children.run });
  try {
    if (!(await furnish(house, folders, clock, terminal))) return exitCodes.fault;
    room = roomIn(house, folders, clock, memory, terminal);
    room.firstScreen();
    house.startDelivering();
    await house.settled();
    await house.runDueJobs();
    await house.settled();
    room.noteElsewhere();
    await talk(room, createLineInput({ input: process.stdin, output: process.stdout }));
    terminal.print(goodbye());
    return exitCodes.fine;
  } finally {
    await house.close();
    await children.stop();
  }
}

/** A committee to talk with, and an account for each of its people. False if there cannot be one. */
async function furnish(house: House, folders: Folders, clock: ShiftedClock, terminal: Terminal): Promise<boolean> {
  const { runner } = house;
  const todayIn = (zone: string): LocalDate => localOf(nowOf(clock), zone).date;
  if (runner.state().membership.description === undefined) {
    const founded = await foundCommittee(runner, folders.committeeFile, todayIn);
    if (!founded.ok) {
      for (const line of [...founded.error, committeeFileBroken(folders.committeeFile)]) terminal.complain(line);
      return false;
    }
    terminal.print(sampleImported(relative(process.cwd(), folders.committeeFile), founded.value));
  }
  await linkConsoleAccounts(runner, todayIn(zoneOf(runner.state())));
  return true;
}

function roomIn(
  { runner, settled, runDueJobs }: House,
  folders: Folders,
  clock: ShiftedClock,
  memory: RoomMemory | undefined,
  terminal: Terminal,
): LocalRoom {
  const outgoing = createOutgoingFolder(folders.outgoing);
  const today = localOf(nowOf(clock), zoneOf(runner.state())).date;
  let place = startingPlace(runner.state(), today, memory);
  const remember = (): void => writeRoomMemory(folders.roomMemory, { ...place, clockShift: clock.shift() });
  return createLocalRoom(
    {
      state: runner.state,
      handle: runner.handle,
      settled,
      runDueJobs,
      clock: clockHands(clock, remember),
      localOf,
      newKey: () => `console:${randomUUID()}`,
      faultText,
      readPhoto: (path) => readFile(path).catch(() => undefined),
      pathOf: (reference) => relative(process.cwd(), outgoing.pathOf(reference)),
      print: terminal.print,
      moved(next: Place) {
        place = next;
        remember();
      },
    },
    place,
  );
}

const faultText = (error: unknown): string =>
  error instanceof StorageFault ? runtimeFault(error) : unexpectedError(detailOf(error));

function clockHands(clock: ShiftedClock, changed: () => void): ClockHands {
  return {
    now: clock.now,
    setTo(date, time, zone) {
      const reading = instantOf(date, time, zone);
      if (reading.kind === "gap") return false;
      clock.set(reading.kind === "instant" ? reading.instant : reading.instants[0]);
      changed();
      return true;
    },
    advance(milliseconds) {
      clock.advance(milliseconds);
      changed();
    },
    reset() {
      clock.reset();
      changed();
    },
  };
}

// A clock gives instants.
const nowOf = (clock: ShiftedClock): Instant => clock.now() as Instant;

/** Line by line, each answered before the next, until the input ends or somebody stops it. */
async function talk(room: LocalRoom, input: LineInput): Promise<void> {
  const stop = (): void => input.stop();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    for (;;) {
      const line = await input.next(room.prompt());
      if (line === undefined || (await room.line(line)) === "end") return;
    }
  } finally {
    for (const signal of signals) process.off(signal, stop);
    input.stop();
  }
}
