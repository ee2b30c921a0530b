import type { PersonId } from "../../core/kernel/ids.ts";
import { entries } from "../../core/kernel/table.ts";
import type { ResultOrigin } from "../../core/route/events.ts";
import { noOrigin, noResultNumber, resultLine, tooManyResults } from "../../texts/announcements-routes.ts";
import { excerpt } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, type ReadingContext, type Suggestion, taken, without } from "./acceptor.ts";
import { ownerIn } from "./task-text.ts";
import { bodyText } from "./text.ts";
import { shortened } from "./things.ts";

const RESULT = /^(?:(?:zu|ergebnis|nr\.?|nummer)\s+)*(\d{1,6})\.?(?=\s|$)/iu;

/** Ergebnis nach seiner Nummer: "3", "Ergebnis 3". */
export const resultNumber: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    if (rest.head === "") return absent;
    const match = RESULT.exec(rest.head);
    if (match === null) return problem(noResultNumber(excerpt(rest.head)));
    return taken(Number(match[1]), without(rest, 0, match[0].length));
  },
  offer: resultsOffered,
};

function resultsOffered({ state }: ReadingContext): readonly Suggestion[] {
  return entries(state.routes.results)
    .slice(-5)
    .map((one) => ({ label: resultLine(one, shortened(one.text)), instead: `${one.result}` }));
}

const JOINER = "\\s*(?:[,;&+–-]\\s*(?:(?:und|sowie)\\s+)?|(?<=\\s)(?:und|sowie|bis)\\s+)(?:ergebnis\\s+)?";
const LIST = new RegExp(
  `^(?:(?:zu|auf|den|ergebnis(?:sen?)?|nr\\.?|nummern?)\\s+)*(\\d{1,6}\\.?(?:${JOINER}\\d{1,6}\\.?)*)(?=\\s|$)`,
  "iu",
);
const RANGE = /^(\d{1,6})\.?(?:\s*(?:[-–]|bis)\s*(\d{1,6})\.?)?$/iu;
/** No more are written out. */
const MOST_RESULTS = 50;

/** Ein Ergebnis oder mehrere: "3", "1, 3 und 5", "1-3". */
export const resultNumbers: Acceptor<readonly number[]> = {
  sign: "NUMMER[, NUMMER]",
  take(rest) {
    if (rest.head === "") return absent;
    const match = LIST.exec(rest.head);
    const numbers = match === null ? undefined : numbersIn(match[1] ?? "");
    if (match === null || numbers === undefined) return problem(noResultNumber(excerpt(rest.head)));
    if (numbers.length > MOST_RESULTS) return problem(tooManyResults(MOST_RESULTS));
    return taken(numbers, without(rest, 0, match[0].length));
  },
  offer: resultsOffered,
};

/** Undefined unless every part is a number, or goes up from one to another. */
function numbersIn(typed: string): readonly number[] | undefined {
  const parts = typed.replace(/ergebnis\s+/giu, "").split(/\s*[,;&+]\s*(?:(?:und|sowie)\s+)?|\s+(?:und|sowie)\s+/iu);
  const numbers = parts.map((part) => {
    const [, first, last = first] = RANGE.exec(part) ?? [];
    const count = Number(last) - Number(first) + 1;
    // One more than allowed is enough to say so.
    return count >= 1
      ? Array.from({ length: Math.min(count, MOST_RESULTS + 1) }, (_, at) => Number(first) + at)
      : undefined;
  });
  return numbers.every((one) => one !== undefined) ? [...new Set(numbers.flat())] : undefined;
}

const ORIGIN = /^(?:(?:der|dem)\s+)?(idee|gruppe|antrag)\s+(?:nr\.?\s*|nummer\s+)?(\d{1,6})\.?(?=\s|$)/iu;
const origins: Readonly<Record<string, "idea" | "group" | "motion">> = {
  idee: "idea",
  gruppe: "group",
  antrag: "motion",
};

/** Woraus ein Ergebnis wird: "gruppe 2", "idee 7", "antrag 1". */
export const resultOrigin: Acceptor<ResultOrigin> = {
  sign: "gruppe|idee|antrag NUMMER",
  take(rest) {
    if (rest.head === "") return absent;
    const match = ORIGIN.exec(rest.head);
    const kind = origins[match?.[1]?.toLowerCase() ?? ""];
    if (match === null || kind === undefined) return problem(noOrigin(excerpt(rest.head)));
    return taken({ kind, number: Number(match[2]) }, without(rest, 0, match[0].length));
  },
};

export type ResultWords = { readonly text: string; readonly owner?: PersonId; readonly ownerName?: string };

/** Wortlaut, and at its end who it is for: "@Frau Jansen", @"Kreis Auental". */
export const resultWords: Acceptor<ResultWords> = {
  sign: "WORTLAUT [@NAME]",
  fromBody: true,
  take(rest, context) {
    const whole = bodyText("WORTLAUT").take(rest, context);
    if (whole.kind !== "taken") return whole;
    const owner = ownerIn(whole.value, context);
    if (owner.kind === "problem") return owner;
    const text = owner.text.trim();
    return text === "" ? absent : taken({ text, ...owner.value }, whole.rest);
  },
};
