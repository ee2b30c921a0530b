import { ok, type Result } from "../kernel/result.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";

/** Zeichen einer Idee, höchstens: it shall fit on a card. */
export const LONGEST_IDEA = 1000;
/** Ideen in einer Nachricht, höchstens. */
export const MOST_IDEAS = 50;

/** Text einer Karte, on one line: not empty, not too long. `line`: of several, which one. */
export function ideaText(typed: string, line?: number): Result<string, Refusal> {
  const text = typed.replace(/\s+/gu, " ").trim();
  if (text === "") return refused({ code: "IdeaEmpty" });
  const isTooLong = text.length > LONGEST_IDEA && [...text].length > LONGEST_IDEA;
  if (isTooLong)
    return refused({ code: "IdeaTooLong", longest: LONGEST_IDEA, ...(line === undefined ? {} : { line }) });
  return ok(text);
}

/** The texts of one message, each once; the first that does not do refuses all of them. */
export function ideaTexts(typed: readonly string[]): Result<readonly string[], Refusal> {
  if (typed.length === 0) return refused({ code: "IdeaEmpty" });
  if (typed.length > MOST_IDEAS) return refused({ code: "TooManyIdeas", most: MOST_IDEAS });
  const texts = new Set<string>();
  for (const [index, one] of typed.entries()) {
    const text = ideaText(one, typed.length === 1 ? undefined : index + 1);
    if (!text.ok) return text;
    texts.add(text.value);
  }
  return ok([...texts]);
}
