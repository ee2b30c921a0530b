import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "../../tools/step.ts";

/** What the checks of the repository read, apart from the sources they check. */
const SETTINGS = [
  ".dependency-cruiser.cjs",
  ".gitignore",
  "biome.json",
  "cspell.config.ts",
  "docs/glossary.md",
  "knip.json",
  "package.json",
  "tools",
  "tsconfig.json",
  "vitest.config.ts",
];

/** A temporary project under this project's own settings, holding nothing but `files` (path → text). */
export function plantProject(files: Readonly<Record<string, string>>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "sitzungsdienst-repo-"));
  for (const path of SETTINGS) cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"), "junction");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
