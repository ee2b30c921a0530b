import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PaperKind, PaperViews } from "../../core/papers/paper-kinds.ts";
import { publicVersion } from "../../core/papers/public-version.ts";
import type { PaperHead, PaperVersion } from "../../core/papers/views.ts";
import { buildTree } from "./build-tree.ts";
import { checkTemplate } from "./check-template.ts";
import { DocumentFault } from "./document-fault.ts";
import { fillTemplate } from "./fill-template.ts";
import { MEDIA_TYPES, PAPER_NAMES, type PaperFile, type PaperFormat, TEMPLATE_FILES } from "./paper-format.ts";
import { type PaperMeta, paperMeta } from "./paper-meta.ts";
import type { PaperTree } from "./paper-tree.ts";
import { describeProblem, TemplateError, type TemplateProblem } from "./template-error.ts";
import { VIEW_SCHEMAS } from "./view-schemas.ts";

/** What the child process is asked for. `view` comes from outside and is checked here. */
export type RenderJob = {
  readonly kind: PaperKind;
  readonly version: PaperVersion;
  readonly view: unknown;
  readonly formats: readonly PaperFormat[];
  readonly templatesFolder: string;
};

/** Renders in this process. Throws DocumentFault. */
export async function renderPaperHere(job: RenderJob): Promise<readonly PaperFile[]> {
  const view = versionOf(job.kind, checkedView(job.kind, job.view), job.version);
  const file = TEMPLATE_FILES[job.kind];
  const template = readTemplate(job.templatesFolder, file);
  refuseProblems(checkTemplate(job.kind, template, file));
  const tree = paperTree(view, template, file);
  const meta = paperMeta(tree, view.head);
  const suffix = job.version === "internal" ? "-intern" : "";
  const name = `${PAPER_NAMES[job.kind]}-${view.meeting.date}${suffix}`;
  const files: PaperFile[] = [];
  for (const format of job.formats) {
    const bytes = await write(format, tree, meta, file);
    files.push({ name: `${name}.${format}`, mediaType: MEDIA_TYPES[format], bytes });
  }
  return files;
}

/** The checker knows better than a failed helper what is wrong with a template. */
function refuseProblems([problem]: readonly TemplateProblem[]): void {
  if (problem !== undefined) throw new DocumentFault("template-invalid", describeProblem(problem), problem);
}

/** The tree of a paper, the same for every format. Throws DocumentFault. */
export function paperTree(view: { readonly head: PaperHead }, template: string, file: string): PaperTree {
  try {
    return buildTree(fillTemplate(template, file, view, { showSources: view.head.version === "internal" }), file);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new DocumentFault("template-invalid", error.message, error.problem, error);
  }
}

function checkedView<K extends PaperKind>(kind: K, view: unknown): PaperViews[K] {
  const parsed = VIEW_SCHEMAS[kind].safeParse(view);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".") ?? "";
  const message = `Die Angaben für ${TEMPLATE_FILES[kind]} sind unvollständig: »${path}« fehlt oder hat die falsche Form.`;
  throw new DocumentFault("view-invalid", message, { file: TEMPLATE_FILES[kind], path }, parsed.error);
}

/** The view for the version asked for; a public view cannot be widened again. */
function versionOf<K extends PaperKind>(kind: K, view: PaperViews[K], version: PaperVersion): PaperViews[K] {
  if (version === "public") return publicVersion(kind, view);
  if (view.head.version === "internal") return view;
  throw new DocumentFault("view-invalid", "Aus der öffentlichen Fassung lässt sich keine interne machen.");
}

function readTemplate(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch (error) {
    throw new DocumentFault(
      "template-missing",
      `Die Vorlage ${file} ist nicht lesbar (Ordner: ${folder}).`,
      { file },
      error,
    );
  }
}

async function write(format: PaperFormat, tree: PaperTree, meta: PaperMeta, file: string): Promise<Uint8Array> {
  try {
    const writer = await WRITERS[format]();
    return await writer(tree, meta);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `${file} ließ sich nicht als ${format.toUpperCase()} ausgeben: ${why}`;
    throw new DocumentFault("render-failed", message, { file }, error);
  }
}

type Writer = (tree: PaperTree, meta: PaperMeta) => Uint8Array | Promise<Uint8Array>;

/** Each writer is loaded when it is needed: most of what a process takes is loading. */
const WRITERS: Readonly<Record<PaperFormat, () => Promise<Writer>>> = {
  async md() {
    const { paperToMarkdown } = await import("./to-markdown.ts");
    return (tree) => Buffer.from(paperToMarkdown(tree), "utf8");
  },
  async txt() {
    const { paperToText } = await import("./to-text.ts");
    return (tree) => Buffer.from(paperToText(tree), "utf8");
  },
  async html() {
    const { paperToHtml } = await import("./to-html.ts");
    return (tree, meta) => Buffer.from(paperToHtml(tree, meta), "utf8");
  },
  docx: async () => (await import("./to-docx.ts")).paperToDocx,
  pdf: async () => (await import("./to-pdf.ts")).paperToPdf,
};

/** Loads ahead what these formats are written with. What cannot be loaded is told when it is asked for. */
export async function loadWriters(formats: readonly PaperFormat[]): Promise<void> {
  for (const format of formats) await WRITERS[format]().catch(() => undefined);
}
