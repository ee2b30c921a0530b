import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { DocumentFault } from "./document-fault.ts";

/** Hilfsprogramm: loads what its arguments name, then waits on its standard input for one job, and ends when it is answered. */
export type ChildProgram = {
  readonly entry: string;
  readonly args: readonly string[];
  /** Bound of the child's JavaScript memory. */
  readonly memoryMegabytes: number;
  /** Where Node keeps what it has compiled: a child that finds it is there sooner. Only its owner may write there. */
  readonly cacheFolder?: string | undefined;
};

export type ChildJob = {
  readonly program: ChildProgram;
  /** What is made, for a sentence. */
  readonly file: string;
  /** Written to the child's standard input. */
  readonly job: string;
  readonly timeoutMilliseconds: number;
};

/** `how`: exit code or signal. */
export type ChildEnd = {
  readonly output: string;
  readonly errors: string;
  readonly how: string;
};

/** One job in a process of its own: what happens there cannot hurt the bot. Rejects with DocumentFault. */
export type RunChild = (job: ChildJob) => Promise<ChildEnd>;

export type WaitingChild = ChildProcessByStdio<Writable, Readable, Readable>;

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** In a process that is started for it. */
export const runChild: RunChild = (job) => giveJob(startChild(job.program), job);

export function startChild({ entry, args, memoryMegabytes, cacheFolder }: ChildProgram): WaitingChild {
  const flags = ["--disable-warning=ExperimentalWarning", `--max-old-space-size=${memoryMegabytes}`];
  // An empty environment: no secret of the bot's reaches a template.
  const env = { TZ: "UTC", ...(cacheFolder === undefined ? {} : { NODE_COMPILE_CACHE: cacheFolder }) };
  return spawn(process.execPath, [...flags, entry, ...args], { env, stdio: ["pipe", "pipe", "pipe"] });
}

export function giveJob(child: WaitingChild, { file, job, timeoutMilliseconds }: ChildJob): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const output = collect(child.stdout, MAX_ANSWER_BYTES, () => child.kill("SIGKILL"));
    const errors = collect(child.stderr, 64 * 1024, () => undefined);
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      child.kill("SIGKILL");
    }, timeoutMilliseconds);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new DocumentFault("child-crashed", `${file}: Der Hilfsprozess ließ sich nicht starten.`, { file }, error));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (isTimedOut) reject(tooSlow(file));
      else resolve({ output: output(), errors: errors(), how: signal ?? `Code ${code}` });
    });
    // A child that dies early closes its input; its end is reported above.
    child.stdin.on("error", () => undefined);
    child.stdin.end(job);
  });
}

function tooSlow(file: string): DocumentFault {
  const message = `${file}: Das Erstellen der Unterlage dauerte zu lange und wurde abgebrochen.`;
  return new DocumentFault("timeout", message, { file });
}

function collect(stream: NodeJS.ReadableStream, limit: number, onTooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else onTooMuch();
  });
  return () => Buffer.concat(chunks).toString("utf8");
}

/** What the child wrote, if it lived long enough to write it. */
export function writtenJson({ output }: ChildEnd): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined; // the child died while it wrote, or before
  }
}

export function crashed(file: string, { how, errors }: ChildEnd): DocumentFault {
  const message = `${file}: Der Hilfsprozess für Unterlagen ist abgebrochen (${how}).`;
  return new DocumentFault("child-crashed", message, { file }, new Error(errors.slice(-2000)));
}
