import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PaperKind, PaperVersion, PaperViews } from "../../core/papers/views.ts";
import { DocumentFault } from "./document-fault.ts";
import { type PaperFile, type PaperFormat, TEMPLATE_FILES } from "./paper-format.ts";
import { renderAnswerSchema } from "./render-answer.ts";

/** Auftrag: `view` is internal, or public already; asked for the public version, an internal view is narrowed. */
export type PaperRequest<K extends PaperKind> = {
  readonly kind: K;
  readonly version: PaperVersion;
  readonly view: PaperViews[K];
  readonly formats: readonly PaperFormat[];
};

/** Port: makes the files of a paper. Rejects with DocumentFault. */
export type PaperRenderer = {
  renderPaper<K extends PaperKind>(request: PaperRequest<K>): Promise<{ readonly files: readonly PaperFile[] }>;
};

export type PaperRendererOptions = {
  /** Folder of the templates; the office may have its own copies. */
  readonly templatesFolder: string;
  /** How long one job may take, 30 seconds if absent. */
  readonly timeoutMilliseconds?: number;
  /** Bound of the child's JavaScript memory, 256 MB if absent. */
  readonly memoryMegabytes?: number;
  /** Entry of the child process; only tests put another one in. */
  readonly childEntry?: string;
};

const CHILD_ENTRY = fileURLToPath(new URL("./render-child.ts", import.meta.url));
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Renders each job in a process of its own, one after the other: what a template or Typst does there cannot hurt the bot. */
export function createPaperRenderer(options: PaperRendererOptions): PaperRenderer {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    renderPaper(request) {
      const job = JSON.stringify({ ...request, templatesFolder: options.templatesFolder });
      const run = () => runChild(job, TEMPLATE_FILES[request.kind], options);
      const result = queue.then(run, run);
      queue = result;
      return result;
    },
  };
}

async function runChild(job: string, file: string, options: PaperRendererOptions) {
  const end = await childEnd(job, file, options);
  if (end.isTimedOut)
    throw new DocumentFault("timeout", `${file}: Das Erstellen der Unterlage dauerte zu lange und wurde abgebrochen.`, {
      file,
    });
  return { files: filesOf(end, file) };
}

type ChildEnd = {
  readonly output: string;
  readonly errors: string;
  readonly how: string;
  readonly isTimedOut: boolean;
};

function childEnd(job: string, file: string, options: PaperRendererOptions): Promise<ChildEnd> {
  const memory = `--max-old-space-size=${options.memoryMegabytes ?? 256}`;
  const args = ["--disable-warning=ExperimentalWarning", memory, options.childEntry ?? CHILD_ENTRY];
  return new Promise((resolve, reject) => {
    // An empty environment: no secret of the bot's reaches a template.
    const child = spawn(process.execPath, args, { env: { TZ: "UTC" }, stdio: ["pipe", "pipe", "pipe"] });
    const output = collect(child.stdout, MAX_ANSWER_BYTES, () => child.kill("SIGKILL"));
    const errors = collect(child.stderr, 64 * 1024, () => undefined);
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      child.kill("SIGKILL");
    }, options.timeoutMilliseconds ?? 30_000);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new DocumentFault("child-crashed", `${file}: Der Hilfsprozess ließ sich nicht starten.`, { file }, error));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ output: output(), errors: errors(), how: signal ?? `Code ${code}`, isTimedOut });
    });
    // A child that dies early closes its input; its end is reported above.
    child.stdin.on("error", () => undefined);
    child.stdin.end(job);
  });
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

function filesOf(end: ChildEnd, file: string): readonly PaperFile[] {
  const answer = renderAnswerSchema.safeParse(jsonOf(end.output));
  if (!answer.success) {
    const message = `${file}: Der Hilfsprozess für Unterlagen ist abgebrochen (${end.how}).`;
    throw new DocumentFault("child-crashed", message, { file }, new Error(end.errors.slice(-2000)));
  }
  if (answer.data.status === "fault") throw new DocumentFault(answer.data.code, answer.data.message, answer.data.place);
  return answer.data.files.map(({ base64, ...rest }) => ({ ...rest, bytes: Buffer.from(base64, "base64") }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the child died while it wrote, or before
  }
}
