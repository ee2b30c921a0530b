import { nearestWords } from "../../core/kernel/edit-distance.ts";
import { foldGerman } from "../../core/kernel/fold-german.ts";
import type { ReplyChoice } from "../reply.ts";
import type { CommandRow } from "./command-row.ts";
import { commandTable } from "./command-table.ts";

const MOST_SUGGESTIONS = 3;
const LONGEST_WORDS = 3;
/** In the middle of a sentence a short word is no command. */
const SHORTEST_LATER = 5;
const LONGEST_SENTENCE = 16;

type Named = { readonly row: CommandRow; readonly folded: string; readonly size: number };

const names: readonly Named[] = commandTable.flatMap((row) =>
  [row.words, ...row.aliases]
    .filter((words) => !/[#…?]/.test(words))
    .map((words) => ({ row, folded: foldGerman(words), size: words.split(" ").length })),
);

/** Ähnliche Befehle for a first line that is none, with what stood behind the words kept. */
export function similarCommands(text: string): readonly ReplyChoice[] {
  const [line = ""] = text.split("\n");
  const words = line
    .slice(0, 200)
    .split(/[\s:]+/)
    .filter((word) => word !== "");
  const found: ReplyChoice[] = [];
  for (let size = Math.min(LONGEST_WORDS, words.length); size >= 1; size--) {
    const typed = foldGerman(words.slice(0, size).join(" "));
    if (typed.length < 3) continue;
    const candidates = names.filter((name) => name.size === size);
    const near = nearestWords(
      typed,
      candidates.map((name) => name.folded),
      MOST_SUGGESTIONS,
    );
    for (const folded of near) {
      const row = candidates.find((name) => name.folded === folded)?.row;
      if (row === undefined || found.some((one) => one.label === row.words)) continue;
      found.push({ label: row.words, command: `${row.words}${behindWords(line, size)}` });
    }
  }
  for (const { words: label } of namedLater(line))
    if (!found.some((one) => one.label === label)) found.push({ label, command: label });
  return found.slice(0, MOST_SUGGESTIONS);
}

/** Befehle, deren Worte weiter hinten stehen: "Ich möchte einen Workshop planen". */
function namedLater(line: string): readonly CommandRow[] {
  const words = [...line.matchAll(/[\p{L}\p{N}]+/gu)].slice(1, LONGEST_SENTENCE);
  for (let size = LONGEST_WORDS; size >= 1; size--) {
    const found = words.flatMap((first, at) => {
      const last = words[at + size - 1];
      if (last === undefined) return [];
      const typed = foldGerman(line.slice(first.index, last.index + last[0].length));
      return typed.length < SHORTEST_LATER ? [] : (names.find(({ folded }) => folded === typed)?.row ?? []);
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** What stood behind the first words, from the separator on. */
function behindWords(line: string, size: number): string {
  const match = new RegExp(`^(?:[\\s:]*[^\\s:]+){${size}}`).exec(line);
  return line.slice(match?.[0].length ?? line.length).trimEnd();
}
