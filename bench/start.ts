import { type ChildProcessByStdio, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { committeeCodec } from "../src/adapters/storage/committee-codec.ts";
import { openSqliteStore } from "../src/adapters/storage/sqlite-store.ts";
import { committeeStream } from "../src/cli/compose.ts";
import type { CommitteeEvent } from "../src/core/committee/events.ts";
import type { Instant } from "../src/core/kernel/ids.ts";
import { atMost, type Figure, median } from "./figure.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const rounds = 5;
const storedEvents = 100_000;

export type Start = { readonly milliseconds: number; readonly megabytes: number };

/** Art zu starten: with what, how it shows that it is there, and how one leaves it. */
export type StartKind = {
  readonly environment: Readonly<Record<string, string>>;
  readonly ready: RegExp;
  leave(child: ChildProcessByStdio<Writable, Readable, null>): void;
};

/** Its first screen ends with this line; the prompt itself is shown on a terminal only. */
export const localRoom: StartKind = {
  environment: {},
  ready: /^Mehr zum Raum: .*$/m,
  leave: (child) => void child.stdin.end("/ende\n"),
};

/** Start bis zur ersten Eingabezeile, memory then, and what 100 000 stored events add to it. */
export async function startFigures(): Promise<readonly Figure[]> {
  return inTemporaryFolder(async (folder) => {
    const usual = join(folder, "usual");
    const large = join(folder, "large");
    await startOnce(usual);
    await startOnce(large);
    await fill(large);
    const small: Start[] = [];
    const full: Start[] = [];
    for (let round = 0; round < rounds; round += 1) {
      small.push(await startOnce(usual));
      full.push(await startOnce(large));
    }
    const time = (starts: readonly Start[]) => median(starts.map((one) => one.milliseconds)) / 1000;
    return [
      atMost("Start bis zur ersten Eingabezeile", time(small), 1.5, " s"),
      atMost("Arbeitsspeicher danach", median(small.map((one) => one.megabytes)), 150, " MB"),
      atMost(`Start mit ${storedEvents} Ereignissen mehr`, time(full) - time(small), 1, " s"),
    ];
  });
}

/** Runs the program as a person would and waits until it is there. */
export function startOnce(data: string, kind = localRoom): Promise<Start> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn("node", ["bin/sitzungsdienst.mjs", "start"], {
      env: { ...process.env, SITZUNGSDIENST_DATEN: data, ...kind.environment },
      stdio: ["pipe", "pipe", "inherit"],
    });
    let output = "";
    let start: Start | undefined;
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (start !== undefined || !kind.ready.test(output)) return;
      start = { milliseconds: performance.now() - began, megabytes: residentMegabytes(child.pid) };
      kind.leave(child);
    });
    child.on("error", reject);
    child.on("close", () => (start === undefined ? reject(new Error(`never there: ${output}`)) : resolve(start)));
  });
}

function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** 100 events to a meeting, as they come: attendance, items, notes, motions, votes. */
async function fill(data: string): Promise<void> {
  const store = openSqliteStore({
    file: join(data, "datenbank", "gremium.sqlite"),
    keysFolder: join(data, "schluessel"),
  });
  let version = [...store.read(committeeStream)].length;
  const at = "2023-01-27T08:00:00.000Z" as Instant;
  const commit = async (events: readonly CommitteeEvent[]) => {
    const records = events.map((event) => ({ ...committeeCodec.encode(event), at, by: "system" }));
    const rest = { outbox: [], jobs: [], sealed: [], closedBoxes: [], discardedBoxes: [] };
    await store.commit({ stream: committeeStream, expectedVersion: version, events: records, ...rest });
    version += events.length;
  };
  const people = [...store.read(committeeStream)].flatMap((record) => {
    const event = committeeCodec.decode(record);
    return event.type === "PersonJoined" && event.record.seat !== undefined ? [event.record] : [];
  });
  const counter = { item: 1, note: 1 };
  for (let meeting = 1; version < storedEvents; meeting += 1) await commit(meetingEvents(meeting, people, counter));
  await store.close();
}

type Voter = Extract<CommitteeEvent, { type: "PersonJoined" }>["record"];

function meetingEvents(
  meeting: number,
  people: readonly Voter[],
  counter: { item: number; note: number },
): readonly CommitteeEvent[] {
  const [leader] = people;
  if (leader === undefined) throw new Error("a committee without voters");
  const date = "2023-01-27" as Extract<CommitteeEvent, { type: "MeetingScheduled" }>["appointment"]["date"];
  const item = counter.item;
  counter.item += 1;
  const notes = Array.from({ length: 70 }, (_, index): CommitteeEvent => {
    const text = `Feststellung ${index + 1}: ${"Es mangelt an Plätzen in der Inobhutnahme. ".repeat(6)}`;
    return { type: "NoteTaken", note: counter.note + index, meeting, item, grade: "found", text, internal: false };
  });
  counter.note += notes.length;
  return [
    { type: "MeetingScheduled", meeting, appointment: { date } },
    { type: "AgendaItemAdded", item, meeting, content: { title: "Lage", public: true, deciding: true } },
    { type: "MeetingOpened", meeting, chairedBy: leader.person },
    ...people.map(
      ({ person, seat }): CommitteeEvent => ({
        type: "AttendanceRecorded",
        person,
        status: "present",
        late: false,
        ...(seat === undefined ? {} : { seat }),
      }),
    ),
    { type: "AgendaItemCalled", item },
    ...notes,
    { type: "MeetingClosed", meeting },
  ];
}
