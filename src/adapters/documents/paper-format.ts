import type { PaperKind } from "../../core/papers/views.ts";

export type PaperFormat = "md" | "html" | "docx" | "pdf";

export type PaperFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** Name of each paper in its file name. */
export const PAPER_NAMES: { readonly [K in PaperKind]: string } = {
  agenda: "tagesordnung",
  attendance: "anwesenheitsliste",
  minutes: "protokoll",
  report: "bericht",
};

/** The template of each paper. */
export const TEMPLATE_FILES: { readonly [K in PaperKind]: string } = {
  agenda: "tagesordnung.hbs",
  attendance: "anwesenheitsliste.hbs",
  minutes: "protokoll.hbs",
  report: "bericht.hbs",
};

export const MEDIA_TYPES: { readonly [F in PaperFormat]: string } = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};
