import type { CommitteeState } from "../../core/committee/state.ts";
import type { Instant } from "../../core/kernel/ids.ts";
import { accountOfAddress, addressesOf } from "../../flows/addresses.ts";
import type { Handled } from "../../flows/committee-runner.ts";
import type { Incoming } from "../../flows/incoming.ts";
import type { LocalClock } from "../../flows/names-of.ts";
import type { OutboxEntry } from "../../flows/ports.ts";
import type { Reply } from "../../flows/reply.ts";
import {
  alsoThere,
  directToYou,
  elsewhere,
  numberOutOfRange,
  photoAndText,
  unknownRoomCommand,
} from "../../texts/local-room.ts";
import { createChoiceMemory } from "./choice-memory.ts";
import { createMessageScreen } from "./message-screen.ts";
import { type Place, visibleAddresses } from "./place.ts";
import { readRoomCommand } from "./room-command.ts";
import { type ClockHands, roomCommandRunner } from "./room-commands.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What the room needs of the rest. */
export type LocalRoomParts = {
  state(): CommitteeState;
  handle(incoming: Incoming): Promise<Handled>;
  /** Resolves when what was just committed has been delivered. */
  settled(): Promise<void>;
  /** Does what has come due, after the clock was set. */
  runDueJobs(): Promise<void>;
  readonly clock: ClockHands;
  readonly localOf: LocalClock;
  /** Fresh de-duplication key of a message. */
  newKey(): string;
  /** A fault of the world as a sentence; also for what should never happen, so that the room stays open. */
  faultText(error: unknown): string;
  pathOf(reference: string): string;
  /** Undefined where there is no such file. */
  readPhoto(path: string): Promise<Uint8Array | undefined>;
  print(line: string): void;
  /** Called whenever somebody moved, so that the next start begins there. */
  moved(place: Place): void;
};

/** Lokaler Raum: a platform with one screen and one keyboard, on which all people of the committee speak in turn. */
export type LocalRoom = {
  place(): Place;
  prompt(): string;
  firstScreen(): void;
  /** One line from the keyboard; "end" when the person wants to stop. */
  line(text: string): Promise<"more" | "end">;
  deliver(entry: OutboxEntry): Promise<void>;
  live(address: string, key: string, reply: Reply): void;
  /** Notes what was delivered outside of a line, at the start. */
  noteElsewhere(): void;
};

export function createLocalRoom(parts: LocalRoomParts, start: Place): LocalRoom {
  let place = start;
  const choices = createChoiceMemory();
  const around = surroundingsOf({ state: parts.state, now: () => now(), localOf: parts.localOf });
  const screen = createMessageScreen({
    choices,
    place: () => place,
    print: parts.print,
    pathOf: parts.pathOf,
    texts: { where: around.where, elsewhere, alsoThere, directToYou },
  });
  const commands = roomCommandRunner({
    around,
    membership: () => parts.state().membership,
    hasOpenMeeting: () => parts.state().meetings.current !== undefined,
    clock: parts.clock,
    print: parts.print,
    place: () => place,
    move,
    showChoices: (reply) => screen.say(visibleAddresses(place)[0] ?? "", reply),
  });
  // The clock of the machine or of the room gives instants.
  const now = (): Instant => parts.clock.now() as Instant;

  /** First as whom and where one speaks, then what was missed there. */
  function move(next: Place, line: string): void {
    place = next;
    parts.moved(next);
    parts.print(line);
    screen.catchUp();
  }

  async function line(typed: string): Promise<"more" | "end"> {
    const text = typed.trim();
    if (text === "") return "more";
    const picked = /^\d{1,3}$/.test(text)
      ? choices.pick(place.account, visibleAddresses(place), Number(text))
      : undefined;
    choices.begin();
    if (picked?.kind === "outOfRange") {
      parts.print(numberOutOfRange(picked.count));
      return "more";
    }
    const command = picked?.command ?? typed;
    const roomCommand = readRoomCommand(command);
    if (roomCommand === undefined) {
      await send(command, picked === undefined ? place : placeOf(picked.address));
      return "more";
    }
    if (roomCommand.kind === "unknown") {
      parts.print(unknownRoomCommand(roomCommand.typed, roomCommand.meant));
      return "more";
    }
    if (roomCommand.name === "foto") {
      await sendPhoto(roomCommand.rest);
      return "more";
    }
    const next = await commands.run(roomCommand.name, roomCommand.rest);
    if (roomCommand.name === "uhr") await catchUpWithClock();
    return next;
  }

  /** What came due in the time that was skipped happens now. */
  async function catchUpWithClock(): Promise<void> {
    try {
      await parts.runDueJobs();
    } catch (error) {
      parts.print(parts.faultText(error));
    }
    await parts.settled();
    screen.noteElsewhere();
  }

  /** A choice that was offered in the direct chat is answered there. */
  function placeOf(address: string): Place {
    return accountOfAddress(address) === undefined ? place : { account: place.account };
  }

  /** "karte.jpg idee: …", or "\"meine karte.jpg\" idee: …" */
  async function sendPhoto(typed: string): Promise<void> {
    const [, quoted, plain, text] = /^(?:"([^"]+)"|(\S+))\s+(.+)$/s.exec(typed) ?? [];
    const path = quoted ?? plain;
    if (path === undefined || text === undefined) parts.print(photoAndText());
    else await send(text, place, () => parts.readPhoto(path));
  }

  async function send(text: string, from: Place, photo?: Incoming["photo"]): Promise<void> {
    try {
      const said = { ...from, key: parts.newKey(), text, at: now(), addressed: true };
      const handled = await parts.handle(photo === undefined ? said : { ...said, photo });
      if (handled.kind === "fault") parts.print(parts.faultText(handled.fault));
      if (handled.kind === "handled") for (const reply of handled.immediate) sayAtOnce(reply);
    } catch (error) {
      parts.print(parts.faultText(error));
    }
    await parts.settled();
    screen.noteElsewhere();
    choices.answered(place.account, visibleAddresses(place));
  }

  function sayAtOnce(reply: Reply): void {
    for (const address of addressesOf(parts.state(), reply.to)) screen.say(address, reply);
  }

  return {
    place: () => place,
    prompt: () => around.prompt(place),
    firstScreen: commands.firstScreen,
    line,
    async deliver({ room, body }) {
      // What lies in the outbox was put there by the runner, as JSON of a reply.
      screen.say(room, JSON.parse(body) as Reply);
    },
    live: screen.live,
    noteElsewhere: screen.noteElsewhere,
  };
}
