import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { type Findings, inspectMeeting } from "./meeting-crash-check.ts";
import { fingerprint, foundation, numberOfAnswer, openCrashHouse, sendTo } from "./meeting-crash-house.ts";
import { firstSteps, type ScriptMessage, type ScriptName } from "./meeting-crash-script.ts";

export type Control = "none" | "acknowledge-first" | "new-keys";

/** What a child is to do. */
export type Order = {
  readonly folder: string;
  readonly script: ScriptName;
  readonly control: Control;
  readonly life: number;
  /** Messages to send once more: what was not acknowledged, and some of what was. */
  readonly again: readonly number[];
  /** First step that nobody began. */
  readonly from: number;
  /** Ends with the round and closes in peace. */
  readonly finish: boolean;
};

export type LaneResult = {
  readonly kills: number;
  readonly messages: number;
  readonly acknowledged: number;
  /** Answers found undelivered after a kill. */
  readonly undelivered: number;
  readonly repeated: number;
  readonly problems: readonly string[];
};

const child = join(import.meta.dirname, "..", "crash", "meeting-child.ts");
/** So many new steps at most before the kill, which falls some milliseconds later: into work, on a busy machine too. */
const mostSteps = 16;
const longestRest = 100;
/** Milliseconds of a life that may end while the house opens. */
const longestOpening = 500;

/** What is known of the world outside of the process that dies: what it sent and what it heard. */
class Platform {
  steps = 0;
  life = 0;
  repeated = 0;
  readonly problems: string[] = [];
  readonly acknowledged = new Set<number>();
  readonly delivered = new Map<string, string>();
  /** Answers that were seen waiting after a kill. */
  readonly waiting = new Set<string>();

  /** A line of the child. `known`: acknowledged before this life, so that it can be nothing but a duplicate. */
  hear(line: string, known: ReadonlySet<number>): void {
    const [word, one = "", other = ""] = line.split(" ");
    if (word === "STEP") this.steps = Number(one) + 1;
    if (word === "HANDLED") this.handled(Number(one), other, known);
    if (word === "DELIVERED") this.heard(one, other);
  }

  private handled(number: number, kind: string, known: ReadonlySet<number>): void {
    if (kind !== "handled" && kind !== "duplicate") this.problems.push(`message ${number}: ${kind}`);
    if (known.has(number) && kind !== "duplicate") this.problems.push(`message ${number} was done once more`);
    this.acknowledged.add(number);
  }

  private heard(id: string, print: string): void {
    const before = this.delivered.get(id) ?? print;
    if (before !== print) this.problems.push(`answer ${id} changed its words`);
    this.delivered.set(id, print);
    this.acknowledged.add(numberOfAnswer(id));
  }
}

/** Kills one meeting again and again; what was not acknowledged is sent again. Ends in peace, and compares with a run that nobody disturbed. */
export async function runLane(script: ScriptName, kills: number, control: Control = "none"): Promise<LaneResult> {
  const root = mkdtempSync(join(tmpdir(), "meeting-kill-"));
  const folder = join(root, "house");
  const platform = new Platform();
  try {
    await found(folder);
    let isLast = false;
    for (let kill = 0; !isLast; kill += 1) {
      isLast = kill >= kills && (control !== "none" || hasWorked(script, platform, kills) || kill >= MOST * kills);
      await liveOnce(folder, script, control, platform, isLast);
      const findings = await inspectCopy(root, script, platform);
      const unknown = control === "new-keys" ? [] : findings.unknown;
      platform.problems.push(...[...findings.problems, ...unknown].map((one) => `after kill ${kill + 1}: ${one}`));
      for (const id of findings.pending) platform.waiting.add(id);
      // A control has shown what it is there for.
      if (control !== "none" && platform.problems.length > 0) break;
    }
    if (control === "none") platform.problems.push(...(await differences(root, script, platform)));
    const messages = firstSteps(script, platform.steps).flat().length;
    const { acknowledged, waiting, repeated, problems } = platform;
    return { kills, messages, acknowledged: acknowledged.size, undelivered: waiting.size, repeated, problems };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Where chance has left little time between the kills, there are more of them. */
const hasWorked = (script: ScriptName, { steps }: Platform, kills: number): boolean =>
  firstSteps(script, steps).flat().length > LEAST_WORK * kills;

const LEAST_WORK = 4;
const MOST = 3;

async function found(folder: string): Promise<void> {
  const house = openCrashHouse(folder, () => undefined);
  await house.runner.apply(foundation);
  await house.close();
}

/** One life of the child: killed at a random moment, at times while it opens the house; or, `isLast`, let go in peace. */
async function liveOnce(
  folder: string,
  script: ScriptName,
  control: Control,
  platform: Platform,
  isLast: boolean,
): Promise<void> {
  const known = new Set(platform.acknowledged);
  const sent = firstSteps(script, platform.steps).flat();
  const again = sent.filter((one) => !known.has(one.number) || isRepeated(one, sent.length, control));
  const order: Order = {
    folder,
    script,
    control,
    life: platform.life,
    again: again.map(({ number }) => number),
    from: platform.steps,
    finish: isLast,
  };
  platform.life += 1;
  platform.repeated += again.length;
  const args = ["--disable-warning=ExperimentalWarning", child, JSON.stringify(order)];
  const process = spawn(execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  process.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = once(process, "close");
  if (!isLast) {
    const isForOpening = platform.life % 6 === 0;
    const steps = Math.floor(Math.random() * (mostSteps + 1));
    const isReached = isForOpening
      ? () => output.includes("OPENING\n")
      : () => output.includes("READY\n") && output.split("\nSTEP ").length - 1 >= steps;
    while (!isReached() && process.exitCode === null) await wait(1);
    await wait(Math.random() * (isForOpening ? longestOpening : longestRest));
    process.kill("SIGKILL");
  }
  await ended;
  if (isLast && process.exitCode !== 0) platform.problems.push(`the last life ended with ${process.exitCode}`);
  // A line without its end was not said.
  for (const line of output.split("\n").slice(0, -1)) platform.hear(line, control === "new-keys" ? new Set() : known);
}

/** Now and then a message comes again that was acknowledged; recent ones rather than old ones. */
function isRepeated({ number }: ScriptMessage, sent: number, control: Control): boolean {
  return control === "none" && Math.random() < (number > sent - 40 ? 0.1 : 0.005);
}

/** Looks at a copy, so that it is the next life that has to cope with what the kill left. */
async function inspectCopy(root: string, script: ScriptName, platform: Platform): Promise<Findings> {
  const copy = join(root, "copy");
  cpSync(join(root, "house"), copy, { recursive: true });
  try {
    const sent = firstSteps(script, platform.steps).flat();
    return await inspectMeeting(copy, sent, platform.acknowledged);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The record and all answers, against those of a house that was never killed. */
async function differences(root: string, script: ScriptName, platform: Platform): Promise<readonly string[]> {
  const folder = join(root, "undisturbed");
  await found(folder);
  const answers = new Map<string, string>();
  const house = openCrashHouse(folder, (entry) => answers.set(entry.id, fingerprint(entry)));
  house.startDelivering();
  for (const step of firstSteps(script, platform.steps)) await Promise.all(step.map((one) => sendTo(house, one)));
  await house.settled();
  const expected = recordOf(house);
  await house.close();
  const survivor = openCrashHouse(join(root, "house"), () => undefined);
  const record = recordOf(survivor);
  const waiting = survivor.store.pending().map(({ id }) => id);
  await survivor.close();
  const at = expected.findIndex((one, index) => one !== record[index]);
  return [
    ...(at === -1 && record.length === expected.length
      ? []
      : [`event ${at + 1}: ${record[at]} instead of ${expected[at]}`]),
    ...[...answers].flatMap(([id, print]) => (platform.delivered.get(id) === print ? [] : [`answer ${id} is missing`])),
    ...[...platform.delivered.keys()].filter((id) => !answers.has(id)).map((id) => `answer ${id} belongs to nothing`),
    ...[...platform.waiting]
      .filter((id) => !platform.delivered.has(id))
      .map((id) => `answer ${id} was never delivered`),
    ...waiting.map((id) => `answer ${id} still waits`),
  ];
}

/** Without the instants, which are those of each run. */
function recordOf({ store }: ReturnType<typeof openCrashHouse>): readonly string[] {
  return [...store.read("gremium")].map(({ type, by, data }) => `${type} ${by} ${data}`);
}
