import { readFileSync } from "node:fs";

const GLOSSARY = new URL("../docs/glossary.md", import.meta.url);

/** These speak the language of a vendor or a protocol (a Matrix user, a Teams session), in names as in files. */
export const VENDOR_ADAPTERS = "src/adapters/{teams,matrix,mail,calendar,http}/**";

/** The words in backticks of the column "never": one English word each, lower case. */
export function forbiddenWordsOf(glossary: string): readonly string[] {
  const words = new Set<string>();
  let column = -1;
  for (const line of glossary.split("\n")) {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (cells.length < 3) column = -1;
    else if (column === -1) column = cells.indexOf("never");
    else for (const match of cells[column]?.matchAll(/`([a-z]+)`/g) ?? []) words.add(match[1] ?? "");
  }
  if (words.size === 0) throw new Error("docs/glossary.md names no forbidden word: has its table changed?");
  return [...words].sort();
}

export function forbiddenWords(): readonly string[] {
  return forbiddenWordsOf(readFileSync(GLOSSARY, "utf8"));
}

/** cspell compares whole words, so the plural is a word of its own. */
export function withPlurals(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => [word, word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`]);
}
