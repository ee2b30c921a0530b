import { ideasFor } from "../../core/committee/ideas-now.ts";
import { foldGerman } from "../../core/kernel/fold-german.ts";
import { entries } from "../../core/kernel/table.ts";
import { noStoryNumber, resultLine, severalStories, storyIdea } from "../../texts/announcements-routes.ts";
import { excerpt } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, type ReadingContext, type Suggestion, taken, withHead } from "./acceptor.ts";
import { shortened } from "./things.ts";

type Story = { readonly result: number } | { readonly idea: number };
type Found = { readonly story: Story; readonly offer: Suggestion };

const NUMBER = /^(?:(idee|ergebnis)\s+)?(?:nr\.?\s*|nummer\s+)?(\d{1,6})\s*[.?]*$/iu;
const MOST_OFFERED = 5;
const SHORTEST_WORD = 3;
const ARTICLES: ReadonlySet<string> = new Set([
  "der",
  "die",
  "das",
  "dem",
  "den",
  "des",
  "ein",
  "eine",
  "einer",
  "einem",
  "einen",
  "und",
]);

/** Wovon erzählt werden soll: a result or an idea, by its number or by words of it. */
export const storyOf: Acceptor<Story> = {
  sign: "[ergebnis|idee] NUMMER oder WORTE",
  take(rest, context) {
    if (rest.head === "") return absent;
    const [, kind, number] = NUMBER.exec(rest.head) ?? [];
    if (number !== undefined)
      return taken(
        kind?.toLowerCase() === "idee" ? { idea: Number(number) } : { result: Number(number) },
        withHead(rest, ""),
      );
    const found = storiesWith(rest.head, context);
    const [only, another] = found;
    if (only === undefined) return problem(noStoryNumber(excerpt(rest.head)));
    if (another === undefined) return taken(only.story, withHead(rest, ""));
    const offers = found.slice(0, MOST_OFFERED).map(({ offer }) => offer);
    return problem(severalStories(excerpt(rest.head), found.length), rest.head, offers);
  },
};

/** Results first. In a room only what everybody may see. */
function storiesWith(typed: string, { state, actor, isPrivate }: ReadingContext): readonly Found[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const fits = ({ text }: { readonly text: string }): boolean => {
    const folded = foldGerman(text);
    return words.every((word) => folded.includes(word));
  };
  const results = entries(state.routes.results)
    .filter(fits)
    .map((one) => ({
      story: { result: one.result },
      offer: { label: resultLine(one, shortened(one.text)), instead: `ergebnis ${one.result}` },
    }));
  const ideas = entries(state.workshops.workshops)
    .flatMap((workshop) => ideasFor(state, workshop, isPrivate ? actor : undefined))
    .filter(fits)
    .map(({ idea, text }) => ({
      story: { idea },
      offer: { label: storyIdea(idea, shortened(text)), instead: `idee ${idea}` },
    }));
  return [...results, ...ideas];
}

const wordsOf = (typed: string): readonly string[] =>
  [...foldGerman(typed).matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([word]) => word)
    .filter((word) => word.length >= SHORTEST_WORD && !ARTICLES.has(word));
