import { committeeTags } from "../../core/committee/committee-tags.ts";
import { noTagTarget, oneResultOnly } from "../../texts/announcements-routes.ts";
import { type Acceptor, absent, problem, type Taken, taken, withHead, without } from "./acceptor.ts";
import { blankQuotations } from "./quotes.ts";
import { line } from "./text.ts";

export type TagTarget = {
  readonly ideas?: readonly number[];
  readonly result?: number;
  readonly isRemoved: boolean;
};

const TARGET =
  /(?<!\p{L})(an|von|zu|bei)\s+(ideen?|ergebnis(?:sen)?)\s+(\d{1,6}(?:\s*(?:,|und|&)\s*\d{1,6})*)\.?(\s+(?:weg|ab|entfernen))?$/iu;

/** Woran ein Schlagwort kommt, or from what it is taken away: "an idee 3, 5", "von ergebnis 2 weg". */
export const tagTarget: Acceptor<TagTarget> = {
  sign: "an idee|ergebnis NUMMER",
  take(rest): Taken<TagTarget> {
    if (rest.head === "") return absent;
    const match = TARGET.exec(blankQuotations(rest.head));
    if (match === null) return problem(noTagTarget());
    const [, word = "", kind = "", list = "", away] = match;
    const numbers = [...new Set([...list.matchAll(/\d+/gu)].map(([number]) => Number(number)))];
    const isRemoved = away !== undefined || word.toLowerCase() === "von";
    const left = without(rest, match.index, match.index + match[0].length);
    if (kind.toLowerCase().startsWith("idee")) return taken({ ideas: numbers, isRemoved }, left);
    const [result, another] = numbers;
    return result === undefined || another !== undefined
      ? problem(oneResultOnly())
      : taken({ result, isRemoved }, left);
  },
};

const words = line("SCHLAGWORT");

/** Schlagwort: "Partizipation", #partizipation. */
export const tag: Acceptor<string> = {
  sign: "SCHLAGWORT",
  take(rest, context) {
    const read = words.take(withHead(rest, rest.head.replace(/^(?:mit\s+)?#/u, "")), context);
    return read;
  },
  offer: ({ state }) => committeeTags(state).map((one) => ({ label: one, instead: `"${one}"` })),
};
