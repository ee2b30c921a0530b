import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PaperHead, PaperKind, PaperVersion, PaperViews } from "../../core/papers/views.ts";
import { buildTree } from "./build-tree.ts";
import { DocumentFault } from "./document-fault.ts";
import { fillTemplate } from "./fill-template.ts";
import { paperMeta, type PaperMeta } from "./paper-meta.ts";
import type { PaperTree } from "./paper-tree.ts";
import { TemplateError } from "./template-error.ts";
import { paperToDocx } from "./to-docx.ts";
import { paperToHtml } from "./to-html.ts";
import { paperToMarkdown } from "./to-markdown.ts";
import { paperToPdf } from "./to-pdf.ts";
import { VIEW_SCHEMAS } from "./view-schemas.ts";

export type PaperFormat = "md" | "html" | "docx" | "pdf";

/** File of the template for each kind of paper. */
export const TEMPLATE_FILES: { readonly [K in PaperKind]: string } = {
  agenda: "tagesordnung.hbs",
  attendance: "anwesenheitsliste.hbs",
  minutes: "protokoll.hbs",
  report: "bericht.hbs",
};

export function paperTree(kind: PaperKind, view: { readonly head: PaperHead }, folder: string): PaperTree {
  const file = TEMPLATE_FILES[kind];
  const source = readFileSync(join(folder, file), "utf8");
  return buildTree(fillTemplate(source, file, view, { showSources: view.head.version === "internal" }), file);
}

export async function write(format: PaperFormat, tree: PaperTree, meta: PaperMeta): Promise<Uint8Array> {
  switch (format) {
    case "md":
      return Buffer.from(paperToMarkdown(tree));
    case "html":
      return Buffer.from(paperToHtml(tree, meta));
    case "docx":
      return await paperToDocx(tree, meta);
    case "pdf":
      return paperToPdf(tree, meta);
  }
}
export type _x = [PaperVersion, PaperViews, DocumentFault, TemplateError, typeof VIEW_SCHEMAS];
export { paperMeta };
