import { existsSync, readFileSync } from "node:fs";

const FOLDER = new URL("sources/", import.meta.url);

/** The sentence before a text in the document it comes from, for what a "daraus" looks back to; undefined if we do not have it. */
export function sentenceBefore(text: string, sources: readonly string[]): string | undefined {
  for (const source of sources) {
    const file = new URL(`${encodeURIComponent(source)}.txt`, FOLDER);
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    const sentences = lines.map((line) => line.trim()).filter((line) => line !== "");
    const place = sentences.indexOf(text.trim());
    if (place > 0) return sentences[place - 1];
  }
  return undefined;
}
