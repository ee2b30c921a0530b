import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createSettableClock, type SettableClock } from "../../adapters/clock/settable-clock.ts";
import { instantOf, localOf } from "../../adapters/clock/zone-time.ts";
import type { ClockSetting } from "../../adapters/console/clock-setting.ts";
import { visibleAddresses } from "../../adapters/console/place.ts";
import { type Surroundings, surroundingsOf } from "../../adapters/console/surroundings.ts";
import { createOutgoingFolder } from "../../adapters/files/outgoing-folder.ts";
import type { Instant } from "../../core/kernel/ids.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { accountsOf } from "../../core/membership/queries.ts";
import { accountOfAddress, addressesOf, directAddress } from "../../flows/addresses.ts";
import type { Incoming } from "../../flows/incoming.ts";
import { zoneOf } from "../../flows/names-of.ts";
import type { Reply } from "../../flows/reply.ts";
import {
  crashed,
  faultCame,
  noLetterYet,
  noSuchChoice,
  noSuchRoom,
  noSuchSpeaker,
  timeMissing,
} from "../../texts/transcript.ts";
import { type House, openHouse } from "../compose.ts";
import { detailOf } from "../describe-fault.ts";
import { programFolder } from "../folders.ts";
import { foundCommittee, linkConsoleAccounts } from "../furnish.ts";
import { cameLines, contentLines } from "./came-lines.ts";
import { type Observed, unmetExpectations } from "./check-expectations.ts";
import { createPlayedPost, mailAddressOf } from "./played-post.ts";
import { predictable } from "./predictable-drawing.ts";
import { type Arrival, createRecordingStage, type RecordingStage } from "./recording-stage.ts";
import { accountNamed } from "./speakers.ts";
import type { Expectation, Say, Step, Transcript } from "./transcript.ts";

/** Where calendars could be subscribed to. */
const PLAYED_FEEDS = "https://ag78.example.org";

/** Abweichung: where in the transcript, and in lines what was expected and what came. */
export type Failure = { readonly line: number; readonly lines: readonly string[] };

/** Zeuge: learns what the house heard and what time it was told, in order, and sees the house at the end. */
export type Witness = {
  turned(instant: Instant): void;
  /** What was chosen by number is heard as the command of that choice. */
  heard(incoming: Incoming): void;
  ended(house: House, outgoing: string): void;
};

/** Plays a transcript on a store of its own, in a folder that is thrown away; `show` sees every step with all that came. */
export async function playTranscript(
  transcript: Transcript,
  file: string,
  templates: string,
  show?: (lines: readonly string[]) => void,
  witness?: Witness,
): Promise<readonly Failure[]> {
  const root = mkdtempSync(join(tmpdir(), "sitzungsdienst-play-"));
  const player = createPlayer(transcript, root, templates, show, witness);
  try {
    const problems = await player.open(committeePath(transcript.committee, file));
    if (problems.length > 0) return [{ line: 1, lines: problems }];
    const failures: Failure[] = [];
    for (const step of transcript.steps) failures.push(...(await player.play(step)));
    player.end();
    return failures;
  } finally {
    await player.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Beside the transcript, or where the program's own examples lie. */
function committeePath(written: string, file: string): string {
  const beside = resolve(dirname(file), written);
  return existsSync(beside) ? beside : resolve(programFolder, written);
}

function createPlayer(
  transcript: Transcript,
  root: string,
  templates: string,
  show: ((lines: readonly string[]) => void) | undefined,
  witness: Witness | undefined,
) {
  const stage: RecordingStage = createRecordingStage();
  const clock = createSettableClock("2000-01-01T00:00:00.000Z");
  const outgoing = join(root, "ausgang");
  const houses: House[] = [];
  const post = createPlayedPost(stage.note);
  const drawing = predictable(transcript.chance);
  let lives = 0;
  let messages = 0;
  let house = openLife();
  const around: Surroundings = surroundingsOf({ state: () => house.runner.state(), now, localOf });

  // The clock gives instants.
  function now(): Instant {
    return clock.now() as Instant;
  }

  /** Each life of the program has its own folder, which begins as a copy of what the last one left on the disk. */
  function openLife(): House {
    lives += 1;
    const data = join(root, `leben-${lives}`);
    const opened = openHouse({
      folders: {
        database: join(data, "gremium.sqlite"),
        keys: join(data, "schluessel"),
        outgoing,
        photos: join(outgoing, "..", "fotos"),
        templates,
      },
      clock,
      stage,
      formats: ["md"],
      post,
      feedAddress: PLAYED_FEEDS,
      drawing,
    });
    houses.push(opened);
    return opened;
  }

  async function open(committee: string): Promise<readonly string[]> {
    const zone = zoneOf(house.runner.state());
    if (!turnClock(clock, transcript.start, around, zone)) return [timeMissing()];
    witness?.turned(now());
    const founded = await foundCommittee(house.runner, committee, (other): LocalDate => localOf(now(), other).date);
    if (!founded.ok) return founded.error;
    await linkConsoleAccounts(house.runner, around.today());
    house.startDelivering();
    await house.settled();
    await house.runDueJobs();
    await house.settled();
    return [];
  }

  /** Nothing is closed and nothing more is said: what counts is what is on the disk at this moment. */
  async function crash(): Promise<void> {
    cpSync(join(root, `leben-${lives}`), join(root, `leben-${lives + 1}`), { recursive: true });
    house = openLife();
    house.startDelivering();
    await house.settled();
    await house.runDueJobs();
    await house.settled();
  }

  async function play(step: Step): Promise<readonly Failure[]> {
    const before = stage.arrivals().length;
    const since = (): readonly Arrival[] => stage.arrivals().slice(before);
    if (step.kind === "clock") {
      if (!turnClock(clock, step.setting, around, around.zone())) return [{ line: step.line, lines: [timeMissing()] }];
      witness?.turned(now());
      await house.runDueJobs();
      await house.settled();
      if (since().length > 0) show?.(cameLines(since(), around));
      return failuresOf(step.expected, since(), []);
    }
    if (step.kind === "mail") {
      const problem = await mailed(step);
      show?.([`[post] ${step.address}: ${step.text}`, ...cameLines(since(), around)]);
      return [...problem, ...failuresOf(step.expected, since(), [mailAddressOf(step.address)])];
    }
    const says = saysOf(step);
    const spoken = step.kind === "crash" ? [await crash()] : await Promise.all(says.map((say) => speak(say)));
    await house.settled();
    const problems = spoken.flatMap((problem) => (problem === undefined ? [] : [problem]));
    const here = says.flatMap((say) => hereOf(say));
    show?.([
      ...says.map(({ room, speaker, text }) => `[${room ?? "direkt"}] ${speaker}: ${text}`),
      ...cameLines(since(), around),
    ]);
    return [...problems, ...failuresOf(step.expected, since(), here)];
  }

  async function mailed({ line, address, text }: Extract<Step, { kind: "mail" }>): Promise<readonly Failure[]> {
    const mail = post.answerOf(address, text);
    if (mail === undefined) return [{ line, lines: [`  ${noLetterYet(address)}`] }];
    messages += 1;
    await house.runner.perform(`mail:play-${messages}`, { type: "TakeMail", mail });
    await house.settled();
    return [];
  }

  function hereOf(say: Say): readonly string[] {
    const account = accountNamed(house.runner.state().membership, say.speaker, around.today());
    const room = say.room === undefined ? undefined : around.findRoom(say.room)?.room;
    return account === undefined ? [] : visibleAddresses({ account, ...(room === undefined ? {} : { room }) });
  }

  /** Says it; the failure if that was not possible at all. */
  async function speak(say: Say): Promise<Failure | undefined> {
    const failure = (message: string): Failure => ({ line: say.line, lines: [`  ${message}`] });
    const account = accountNamed(house.runner.state().membership, say.speaker, around.today());
    if (account === undefined) return failure(noSuchSpeaker(say.speaker));
    const room = say.room === undefined ? undefined : around.findRoom(say.room)?.room;
    if (say.room !== undefined && room === undefined) return failure(noSuchRoom(say.room));
    const place = { account, ...(room === undefined ? {} : { room }) };
    const chosen = choiceOf(say.text, visibleAddresses(place));
    if (chosen === "none") return failure(noSuchChoice(Number(say.text)));
    const from = chosen !== undefined && accountOfAddress(chosen.address) !== undefined ? { account } : place;
    messages += 1;
    const incoming = {
      ...from,
      key: `play:${messages}`,
      text: chosen?.command ?? say.text,
      at: now(),
      addressed: true,
    };
    witness?.heard(incoming);
    try {
      const handled = await house.runner.handle(incoming);
      if (handled.kind === "fault") return failure(faultCame(handled.fault.code));
      if (handled.kind === "handled") handled.immediate.forEach(noteAtOnce);
      return undefined;
    } catch (error) {
      return failure(crashed(detailOf(error)));
    }
  }

  function noteAtOnce(reply: Reply): void {
    for (const address of addressesOf(house.runner.state(), reply.to)) stage.note({ address, reply });
  }

  /** "2" takes the second choice last shown there; a number where nothing is offered is a number. */
  function choiceOf(text: string, here: readonly string[]): { command: string; address: string } | "none" | undefined {
    if (!/^\d{1,2}$/.test(text)) return undefined;
    const offered = stage
      .arrivals()
      .findLast(({ address, reply }) => here.includes(address) && reply.choices.length > 0);
    if (offered === undefined) return undefined;
    const choice = offered.reply.choices[Number(text) - 1];
    return choice === undefined ? "none" : { command: choice.command, address: offered.address };
  }

  function failuresOf(
    expected: readonly Expectation[],
    arrivals: readonly Arrival[],
    here: readonly string[],
  ): readonly Failure[] {
    const files = createOutgoingFolder(outgoing);
    const observed: Observed = {
      arrivals,
      here,
      addressesOf: addressesNamed,
      contentOf: (reference) => readFileSync(files.pathOf(reference), "utf8"),
    };
    return unmetExpectations(expected, observed).map(({ line, message, content }) => ({
      line,
      lines: [message, ...(content === undefined ? cameLines(arrivals, around) : contentLines(content))],
    }));
  }

  function addressesNamed({ kind, name }: Parameters<Observed["addressesOf"]>[0]): readonly string[] | undefined {
    if (kind === "mail") return [mailAddressOf(name)];
    return kind === "room" ? roomAddress(name) : directAddresses(name);
  }

  function roomAddress(name: string): readonly string[] | undefined {
    const room = around.findRoom(name);
    return room === undefined ? undefined : [room.room];
  }

  function directAddresses(name: string): readonly string[] | undefined {
    const { membership } = house.runner.state();
    const account = accountNamed(membership, name, around.today());
    if (account === undefined) return undefined;
    const person = membership.accounts.get(account);
    return (person === undefined ? [account] : accountsOf(membership, person)).map(directAddress);
  }

  return {
    open,
    play,
    end: () => witness?.ended(house, outgoing),
    async close() {
      for (const opened of houses) await opened.close();
    },
  };
}

function saysOf(step: Exclude<Step, { kind: "clock" | "mail" }>): readonly Say[] {
  if (step.kind === "together") return step.says;
  return step.kind === "say" ? [step] : [];
}

/** False for a time that does not exist on its day. */
function turnClock(clock: SettableClock, setting: ClockSetting, around: Surroundings, zone: string): boolean {
  if (setting.kind === "advance") clock.advance(setting.milliseconds);
  if (setting.kind !== "set") return true;
  const reading = instantOf(setting.date ?? around.today(), setting.time, zone);
  if (reading.kind === "gap") return false;
  clock.set(reading.kind === "instant" ? reading.instant : reading.instants[0]);
  return true;
}
