import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Files below a folder in which these words stand, as UTF-8 or UTF-16. */
export function filesHolding(folder: string, words: string): readonly string[] {
  const written = [Buffer.from(words, "utf8"), Buffer.from(words, "utf16le")];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const content = readFileSync(path);
    return written.some((one) => content.includes(one));
  });
}
