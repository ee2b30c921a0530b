import { fileURLToPath } from "node:url";
import type { PaperKind, PaperViews } from "../../core/papers/paper-kinds.ts";
import type { PaperVersion } from "../../core/papers/views.ts";
import { DocumentFault } from "./document-fault.ts";
import { type PaperFile, type PaperFormat, TEMPLATE_FILES } from "./paper-format.ts";
import { renderAnswerSchema } from "./render-answer.ts";
import { type ChildEnd, type ChildProgram, crashed, type RunChild, writtenJson } from "./run-child.ts";

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
  readonly run: RunChild;
  /** As of `ChildProgram`. */
  readonly cacheFolder?: string | undefined;
  /** How long one job may take, 30 seconds if absent. */
  readonly timeoutMilliseconds?: number;
  /** Bound of the child's JavaScript memory, 256 MB if absent. */
  readonly memoryMegabytes?: number;
  /** Entry of the child process; only tests put another one in. */
  readonly childEntry?: string;
};

type ProgramOptions = Pick<PaperRendererOptions, "cacheFolder" | "memoryMegabytes" | "childEntry">;

const CHILD_ENTRY = fileURLToPath(new URL("./render-child.ts", import.meta.url));

/**
 * Renders each job in processes of its own, one after the other: what a template or Typst does there cannot hurt the bot. PDF takes as
 * long as all the others, so it has a process for itself beside theirs.
 */
export function createPaperRenderer(options: PaperRendererOptions): PaperRenderer {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    renderPaper(request) {
      const run = () => renderApart(request, options);
      const result = queue.then(run, run);
      queue = result;
      return result;
    },
  };
}

/** Formats by the process that writes them. */
function shares(formats: readonly PaperFormat[]): readonly (readonly PaperFormat[])[] {
  const shared = [formats.filter((format) => format !== "pdf"), formats.filter((format) => format === "pdf")];
  return shared.filter((share) => share.length > 0);
}

/** What papers in these formats are written with. */
export const renderPrograms = (formats: readonly PaperFormat[], options: ProgramOptions): readonly ChildProgram[] =>
  shares(formats).map((share) => renderProgram(share, options));

const renderProgram = (formats: readonly PaperFormat[], options: ProgramOptions): ChildProgram => ({
  entry: options.childEntry ?? CHILD_ENTRY,
  args: formats,
  memoryMegabytes: options.memoryMegabytes ?? 256,
  cacheFolder: options.cacheFolder,
});

async function renderApart<K extends PaperKind>(request: PaperRequest<K>, options: PaperRendererOptions) {
  const ends = await Promise.allSettled(
    shares(request.formats).map((formats) => renderInChild({ ...request, formats }, options)),
  );
  const files = ends.flatMap((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value.files;
  });
  return { files };
}

async function renderInChild<K extends PaperKind>(request: PaperRequest<K>, options: PaperRendererOptions) {
  const file = TEMPLATE_FILES[request.kind];
  const end = await options.run({
    program: renderProgram(request.formats, options),
    file,
    job: JSON.stringify({ ...request, templatesFolder: options.templatesFolder }),
    timeoutMilliseconds: options.timeoutMilliseconds ?? 30_000,
  });
  return { files: filesOf(end, file) };
}

function filesOf(end: ChildEnd, file: string): readonly PaperFile[] {
  const answer = renderAnswerSchema.safeParse(writtenJson(end));
  if (!answer.success) throw crashed(file, end);
  if (answer.data.status === "fault") throw new DocumentFault(answer.data.code, answer.data.message, answer.data.place);
  return answer.data.files.map(({ base64, ...rest }) => ({ ...rest, bytes: Buffer.from(base64, "base64") }));
}
