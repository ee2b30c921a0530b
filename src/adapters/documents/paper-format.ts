import type { PaperKind } from "../../core/papers/paper-kinds.ts";

/** "txt": for mails; what is written there is read as it stands. */
export type PaperFormat = "md" | "txt" | "html" | "docx" | "pdf";

export type PaperFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** Name of each paper in its file name. */
export const PAPER_NAMES: { readonly [K in PaperKind]: string } = {
  agenda: "tagesordnung",
  attendance: "anwesenheitsliste",
  minutes: "protokoll",
  report: "bericht",
  invitation: "einladung",
  wall: "tafel",
  documentation: "dokumentation",
};

/** The template of each paper. */
export const TEMPLATE_FILES: { readonly [K in PaperKind]: string } = {
  agenda: "tagesordnung.hbs",
  attendance: "anwesenheitsliste.hbs",
  minutes: "protokoll.hbs",
  report: "bericht.hbs",
  invitation: "einladung.hbs",
  wall: "tafel.hbs",
  documentation: "dokumentation.hbs",
};

export const MEDIA_TYPES: { readonly [F in PaperFormat]: string } = {
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};
