import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PaperKind } from "../../core/papers/paper-kinds.ts";
import { checkTemplate } from "./check-template.ts";
import { TEMPLATE_FILES } from "./paper-format.ts";
import type { TemplateProblem } from "./template-error.ts";

const KINDS: readonly PaperKind[] = [
  "agenda",
  "attendance",
  "minutes",
  "report",
  "invitation",
  "wall",
  "documentation",
];

/** All problems of the templates in the folder; a missing file is one. Meant for the start and for `check`. */
export function checkTemplates(folder: string): readonly TemplateProblem[] {
  return KINDS.flatMap((kind) => {
    const file = TEMPLATE_FILES[kind];
    const source = readText(join(folder, file));
    if (source !== undefined) return checkTemplate(kind, source, file);
    return [{ file, line: 1, message: `Die Vorlage fehlt oder ist nicht lesbar (Ordner: ${folder})` }];
  });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // reported as missing by the caller
  }
}
