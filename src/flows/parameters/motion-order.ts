import { countedMotionsProblem, numberListProblem, reachProblem } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, taken, withHead } from "./acceptor.ts";

/** Reichweite: a number, or "offen". */
export const reach: Acceptor<number | "open"> = {
  sign: "ZAHL|offen",
  take(rest) {
    if (rest.head === "") return absent;
    if (/^(?:offen|unklar|keine)$/iu.test(rest.head)) return taken("open", withHead(rest, ""));
    return /^\d{1,6}$/.test(rest.head)
      ? taken(Number(rest.head), withHead(rest, ""))
      : problem(reachProblem(rest.head), rest.head);
  },
};

/** Nummern von Anträgen: "1, 2 und 3". */
export const motionNumbers: Acceptor<readonly number[]> = {
  sign: "NUMMER, NUMMER",
  take(rest) {
    if (rest.head === "") return absent;
    const words = rest.head.replace(/^(?:die\s+)?anträge\s+/iu, "").split(/\s*,\s*|\s+und\s+|\s+/u);
    const isList = words.every((word) => /^\d{1,6}$/.test(word));
    return isList ? taken(words.map(Number), withHead(rest, "")) : problem(numberListProblem(rest.head), rest.head);
  },
};

/** Stimmen je Antrag: "1: 8, 2: 6". */
export const countedMotions: Acceptor<readonly { readonly motion: number; readonly votes: number }[]> = {
  sign: "NUMMER: STIMMEN, …",
  take(rest) {
    if (rest.head === "") return absent;
    const parts = rest.head
      .split(/\s*[,;]\s*/u)
      .map((part) => /^(?:antrag\s+)?(\d{1,6})\s*[:=]\s*(\d{1,6})$/iu.exec(part));
    const counted = parts.flatMap((match) =>
      match === null ? [] : [{ motion: Number(match[1]), votes: Number(match[2]) }],
    );
    return counted.length === parts.length
      ? taken(counted, withHead(rest, ""))
      : problem(countedMotionsProblem(rest.head), rest.head);
  },
};
