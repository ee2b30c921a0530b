import { foldGerman } from "../../../core/kernel/fold-german.ts";
import type { ReplyChoice } from "../../../flows/reply.ts";

/** What a choice carries in front, and what a person reacts with to take it. */
export const NUMBER_KEYS = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"] as const;

const numbers = new Map(NUMBER_KEYS.map((key, index) => [bareKey(key), index]));
const words = new Map([
  ...["👍", "✅", "✔", "☑"].map((key) => [key, "ja"] as const),
  ...["👎", "❌", "✖"].map((key) => [key, "nein"] as const),
  ...["🤷", "⚪", "⬜", "🤐"].map((key) => [key, "enthaltung"] as const),
]);

/** No message that is longer is read as a command anyway. */
const LONGEST_CHOICE = 5000;

/** Auswahl durch eine Reaktion: a number by its place, 👍 👎 🤷 by the word it stands for, if that word is offered once. */
export function choiceOfReaction(key: string, choices: readonly ReplyChoice[]): ReplyChoice | undefined {
  const bare = bareKey(key);
  const place = numbers.get(bare);
  if (place !== undefined) return choices[place];
  const word = words.get(bare);
  return word === undefined ? undefined : choiceOfWord(word, choices);
}

/** Auswahl durch ein Wort: label or command, as people type them; undefined if two choices are meant. */
export function choiceOfWord(text: string, choices: readonly ReplyChoice[]): ReplyChoice | undefined {
  const typed = text.length > LONGEST_CHOICE ? "" : folded(text);
  if (typed === "") return undefined;
  const byCommand = choices.filter(({ command }) => folded(command) === typed);
  const meant = byCommand.length > 0 ? byCommand : choices.filter(({ label }) => folded(label) === typed);
  return meant.length === 1 ? meant[0] : undefined;
}

/** One emoji is typed in many ways: with or without variation selector, in a colour of skin, as a woman or a man. */
function bareKey(key: string): string {
  return key.replace(/[\ufe0e\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|\u200d[♀♂]\ufe0f?/gu, "");
}

const folded = (text: string): string => foldGerman(text).replace(/[\s.!?,;:…]+$/u, "");
