import { foldGerman } from "../../core/kernel/fold-german.ts";
import { textProblem, tooManyPoints } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, type Rest, type Taken, taken, withHead, without } from "./acceptor.ts";
import { textFault } from "./clean-text.ts";
import { blankQuotations, quotationsIn } from "./quotes.ts";

export const LONGEST_TITLE = 200;
const MOST_POINTS = 50;

/** Text hinter dem Doppelpunkt, word for word to the end, further lines included. */
export function bodyText(sign: string): Acceptor<string> {
  return {
    sign,
    fromBody: true,
    take: (rest) => (rest.body === undefined ? withoutColon(rest) : checked(rest.body, rest)),
  };
}

/** "notiz Es regnet": perhaps a text without its colon, perhaps a command mistyped. Asked instead of guessed. */
function withoutColon(rest: Rest): Taken<string> {
  if (rest.head === "") return absent;
  return problem(textProblem({ code: "noColon" }), rest.head, [
    { label: "Als Text nehmen", instead: `: ${rest.head}` },
  ]);
}

function checked(text: string, rest: Rest): Taken<string> {
  const fault = textFault(text);
  if (fault?.code === "empty") return absent;
  return fault === undefined ? taken(text, { ...rest, body: undefined }) : problem(textProblem(fault));
}

/** Aufzählung hinter dem Doppelpunkt: "a; b; c"; or one point in a line, which may then hold a semicolon of its own. */
export function bodyPoints(sign: string): Acceptor<readonly string[]> {
  const whole = bodyText(sign);
  return {
    sign,
    fromBody: true,
    take(rest, context) {
      const text = whole.take(rest, context);
      if (text.kind !== "taken") return text;
      // Who writes line by line may use a semicolon inside a line.
      const points = text.value
        .split(text.value.includes("\n") ? "\n" : ";")
        .map((point) => point.replace(/^\s*[•*–-]\s+/, "").trim())
        .filter((point) => point !== "");
      if (points.length === 0) return absent;
      return points.length > MOST_POINTS
        ? problem(tooManyPoints(points.length, MOST_POINTS))
        : taken(points, text.rest);
    },
  };
}

/** Everything that is left of the line, with or without quotation marks. */
export function line(sign: string, limit: number = LONGEST_TITLE): Acceptor<string> {
  return {
    sign,
    take(rest) {
      const quotation = quotationsIn(rest.head)[0];
      const isAll = quotation !== undefined && quotation.start === 0 && quotation.end === rest.head.length;
      return titled(isAll ? quotation.inner : rest.head, withHead(rest, ""), limit);
    },
  };
}

/** Titel in Anführungszeichen; without any, everything that is left of the line. */
export function title(sign: string): Acceptor<string> {
  const whole = line(sign);
  return {
    sign: `"${sign}"`,
    take(rest, context) {
      const quotation = quotationsIn(rest.head)[0];
      if (quotation === undefined) return whole.take(rest, context);
      return titled(quotation.inner, without(rest, quotation.start, quotation.end), LONGEST_TITLE);
    },
  };
}

/** Only what stands in quotation marks; as an answer to the question for it the text alone. */
export function quoted(sign: string): Acceptor<string> {
  return {
    sign: `"${sign}"`,
    bare: line(sign),
    take(rest) {
      const quotation = quotationsIn(rest.head)[0];
      if (quotation === undefined) return absent;
      return titled(quotation.inner, without(rest, quotation.start, quotation.end), LONGEST_TITLE);
    },
  };
}

function titled(text: string, rest: Rest, limit: number): Taken<string> {
  const fault = textFault(text, limit);
  if (fault?.code === "empty") return absent;
  return fault === undefined ? taken(text, rest) : problem(textProblem(fault));
}

/** Zusatz: one of several words, anywhere in the line but not inside quotation marks; each stands for a value. */
export function flag<T>(sign: string, words: Readonly<Record<string, T>>): Acceptor<T> {
  const phrases = Object.entries(words)
    .map(([phrase, value]) => ({ pattern: phrasePattern(phrase), value }))
    .sort((a, b) => b.pattern.source.length - a.pattern.source.length);
  return {
    sign,
    take(rest) {
      if (rest.head === "") return absent;
      const searched = blankQuotations(rest.head);
      for (const { pattern, value } of phrases) {
        const match = pattern.exec(searched);
        if (match !== null) return taken(value, without(rest, match.index, match.index + match[0].length));
      }
      return absent;
    },
  };
}

/** What was read back is meant. */
export const confirmation: Acceptor<boolean> = flag("bestätigt", { bestätigt: true, bestätige: true });

/** "mit änderungen", umlauts also as two letters, as whole words. */
function phrasePattern(phrase: string): RegExp {
  const spelled = phrase
    .split(" ")
    .map((word) => [...word].map(spelledLetter).join(""))
    .join("\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${spelled}(?![\\p{L}\\p{N}])`, "iu");
}

function spelledLetter(letter: string): string {
  const folded = foldGerman(letter);
  if (folded.length > 1) return `(?:${letter}|${folded})`;
  return letter.replace(/[.*+?^$(){}|[\]\\]/, "\\$&");
}

/** What stands behind one of these words ("für Regenbogen", "zeuge Frau Jansen"), handed on to another acceptor. */
export function behind<T>(words: readonly string[], inner: Acceptor<T>): Acceptor<T> {
  const patterns = words.map(phrasePattern);
  return {
    sign: `${words[0] ?? ""} ${inner.sign}`,
    ...(inner.offer === undefined ? {} : { offer: inner.offer }),
    bare: inner,
    take(rest, context) {
      const searched = blankQuotations(rest.head);
      const match = patterns.map((pattern) => pattern.exec(searched)).find((one) => one !== null);
      if (match === undefined || match === null) return absent;
      const before = rest.head.slice(0, match.index);
      const after = rest.head
        .slice(match.index + match[0].length)
        .replace(/^\s*:/, "")
        .trim();
      const value = inner.take({ head: after, body: undefined }, context);
      return value.kind === "taken" ? taken(value.value, withHead(rest, `${before} ${value.rest.head}`)) : value;
    },
  };
}
