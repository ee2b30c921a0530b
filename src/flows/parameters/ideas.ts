import { knownTag } from "../../core/committee/committee-tags.ts";
import { inPhase } from "../../core/committee/workshop-now.ts";
import { anonymousElsewhere, noIdeaNumber, noQuestionNumber } from "../../texts/announcements-ideas.ts";
import { excerpt } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, type ReadingContext, type Taken, taken, without } from "./acceptor.ts";
import { quotationsIn } from "./quotes.ts";
import { bodyText } from "./text.ts";

const IDEA = /^(?:(?:zu|zur|für|nr\.?|nummer)\s+)*(?:idee\s+)?(?:(?:nr\.?|nummer)\s+)?(\d{1,6})\.?(?=\s|$)/iu;
const QUESTION = /(?<![\p{L}\p{N}])(?:zu|zur)\s+(?:(?:leit)?frage\s+)?(\d{1,4})\.?(?=\s|$)/iu;
const ONE_TAG = /^[\p{L}\p{N}_ -]{1,100}$/u;
const NO_QUESTION = /(?<![\p{L}\p{N}])(?:zu|zur)\s+(?:(?:leit)?frage\s+)?(?=\S)/iu;

/** Nummer einer Idee: "3", "zu 3", "Idee 3". */
export const ideaNumber: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    if (rest.head === "") return absent;
    const match = IDEA.exec(rest.head);
    if (match === null) return problem(noIdeaNumber(excerpt(rest.head)));
    return taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Leitfrage, zu der eine Idee gehört: "zu 2", "zur Leitfrage 2". */
export const ofQuestion: Acceptor<number> = {
  sign: "zu FRAGE",
  take(rest) {
    if (rest.head === "") return absent;
    const match = QUESTION.exec(rest.head);
    if (match !== null) return taken(Number(match[1]), without(rest, match.index, match.index + match[0].length));
    return NO_QUESTION.test(rest.head) ? problem(noQuestionNumber(excerpt(rest.head))) : absent;
  },
};

const text = bodyText("IDEE");

/** Text einer Idee. Where ideas are anonymous, nobody is asked for one in a room. */
export const ideaBody: Acceptor<string> = {
  ...text,
  take(rest, context) {
    const isMissing = rest.head === "" && (rest.body ?? "") === "";
    return isMissing && isSeenHere(context) ? problem(anonymousElsewhere()) : text.take(rest, context);
  },
};

function isSeenHere({ state, isPrivate }: ReadingContext): boolean {
  const collecting = inPhase(state, "ideas");
  return !isPrivate && collecting.ok && collecting.value.anonymous;
}

const BULLET = /^\s*(?:[•*–-]|\d{1,2}[.)])\s+/u;

/** Viele Ideen: one in a line; on a single line with semicolons between them. Lines without any text are none. */
export const ideaLines: Acceptor<readonly string[]> = {
  sign: "IDEE je Zeile",
  fromBody: true,
  take(rest, context): Taken<readonly string[]> {
    const whole = text.take(rest, context);
    if (whole.kind !== "taken") return whole;
    const lines = whole.value
      .split(whole.value.includes("\n") ? "\n" : ";")
      .map((line) => line.replace(BULLET, "").trim())
      .filter((line) => line !== "");
    return lines.length === 0 ? absent : taken(lines, whole.rest);
  },
};

/** "#Partizipation", "#Hilfe-Planung", and of several words where the committee has such a Schlagwort: "#Kooperation und Koordination". */
export const tagged: Acceptor<string> = {
  sign: "#SCHLAGWORT",
  take(rest, { state }) {
    const at = /(?<!\S)#(?=\S)/u.exec(rest.head)?.index;
    if (at === undefined) return absent;
    const behind = rest.head.slice(at + 1);
    const [quoted] = quotationsIn(behind);
    if (quoted?.start === 0) return taken(quoted.inner, without(rest, at, at + 1 + quoted.end));
    const words = [...behind.matchAll(/\S+/gu)].map((word) => word.index + word[0].length);
    const length = words.findLast((end) => knownTag(state, behind.slice(0, end)).ok) ?? words[0] ?? 0;
    if (!ONE_TAG.test(behind.slice(0, length))) return absent;
    return taken(behind.slice(0, length), without(rest, at, at + 1 + length));
  },
};

/** "in Gruppe 3". */
export const inGroup: Acceptor<number> = numbered(
  "in Gruppe NUMMER",
  /(?<![\p{L}\p{N}])(?:in|aus)\s+gruppe\s+(\d{1,6})(?=\s|$)/iu,
);

/** "ab 51": where a page begins. */
export const fromNumber: Acceptor<number> = numbered("ab NUMMER", /(?<![\p{L}\p{N}])ab\s+(\d{1,6})(?=\s|$)/iu);

function numbered(sign: string, pattern: RegExp): Acceptor<number> {
  return {
    sign,
    take(rest) {
      const match = pattern.exec(rest.head);
      return match === null
        ? absent
        : taken(Number(match[1]), without(rest, match.index, match.index + match[0].length));
    },
  };
}
