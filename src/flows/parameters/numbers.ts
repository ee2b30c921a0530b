import type { CountQualifier } from "../../core/kernel/count-qualifier.ts";
import { numberProblem } from "../../texts/prompts.ts";
import { wholeNumberNeeded } from "../../texts/prompts-call.ts";
import { type Acceptor, absent, problem, taken, withHead, without } from "./acceptor.ts";
import { blankQuotations } from "./quotes.ts";

const MINUTES = /(?<![\p{L}\p{N}])(\d{1,4})\s*(?:minuten|minute|min\.?|m)(?![\p{L}\p{N}])/iu;

/** Zeitbudget: "10 min" anywhere in the line. */
export const minutes: Acceptor<number> = {
  sign: "10 min",
  take(rest) {
    const match = MINUTES.exec(blankQuotations(rest.head));
    if (match === null) return absent;
    const value = Number(match[1]);
    if (value < 1 || value > 600) return problem(numberProblem({ code: "minutesOutOfRange" }));
    return taken(value, without(rest, match.index, match.index + match[0].length));
  },
};

/** Dauer, the only thing on the line: "10", "10 min", "90 sekunden", "1:30". In seconds. */
export const duration: Acceptor<number> = {
  sign: "MINUTEN",
  take(rest) {
    if (rest.head === "") return absent;
    const clock = /^(\d{1,3}):([0-5]\d)(?:\s*(?:min\.?|minuten))?$/i.exec(rest.head);
    if (clock !== null) return inRange(Number(clock[1]) * 60 + Number(clock[2]), rest);
    const match = /^(\d{1,5})\s*(minuten|minute|min\.?|m|sekunden|sekunde|sek\.?|s)?$/i.exec(rest.head);
    if (match === null) return problem(numberProblem({ code: "noDuration", typed: rest.head }));
    return inRange(Number(match[1]) * (/^s/i.test(match[2] ?? "") ? 1 : 60), rest);
  },
};

function inRange(seconds: number, rest: Parameters<Acceptor<number>["take"]>[0]) {
  const isSensible = seconds >= 1 && seconds <= 10 * 60 * 60;
  return isSensible ? taken(seconds, withHead(rest, "")) : problem(numberProblem({ code: "minutesOutOfRange" }));
}

/** Ganze Zahl, the only thing there. */
export const wholeNumber: Acceptor<number> = {
  sign: "ZAHL",
  take(rest) {
    if (rest.head === "") return absent;
    const match = /^(\d{1,6})(?:\s+(?:sitzen?|mitgliedern?|trägern?))?$/iu.exec(rest.head);
    const value = Number(match?.[1] ?? -1);
    return value >= 0 && value <= 100_000 ? taken(value, withHead(rest, "")) : problem(wholeNumberNeeded());
  },
};

export type HeadCountReading = { readonly qualifier: CountQualifier; readonly count?: number };

const qualifiers: Readonly<Record<string, CountQualifier>> = {
  über: "over",
  ueber: "over",
  "mehr als": "over",
  etwa: "about",
  rund: "about",
  ca: "about",
  "ca.": "about",
  circa: "about",
  ungefähr: "about",
};

const COUNT = /^(?:(über|ueber|mehr\s+als|etwa|rund|ca\.?|circa|ungefähr)\s+)?(\d{1,6}|\d{1,3}\.\d{3})(?=\s|$)/iu;

/** Zahl mit ihrem Zusatz: "24", "über 50", "etwa 100", at the beginning of the line. */
export const headCount: Acceptor<HeadCountReading> = {
  sign: "ZAHL",
  take(rest) {
    const match = COUNT.exec(rest.head);
    if (match === null) return absent;
    const qualifier = qualifiers[(match[1] ?? "").toLowerCase().replace(/\s+/g, " ")] ?? "exact";
    const count = Number((match[2] ?? "").replace(".", ""));
    return taken({ qualifier, count }, without(rest, 0, match[0].length));
  },
};

/** "2 Sitze", "2 Plätze". */
export const seatCount: Acceptor<number> = {
  sign: "2 Sitze",
  take(rest) {
    const match = /(?<![\p{L}\p{N}])(\d{1,2})\s*(?:sitze?|pl(?:ä|ae)tze?|platz)(?![\p{L}\p{N}])/iu.exec(
      blankQuotations(rest.head),
    );
    return match === null ? absent : taken(Number(match[1]), without(rest, match.index, match.index + match[0].length));
  },
};

/** Quartal: "2. Quartal", "Q2". */
export const quarter: Acceptor<number> = {
  sign: "2. Quartal",
  take(rest) {
    const match = /(?<![\p{L}\p{N}])(?:([1-9])\.?\s*quartal|q([1-9])):?(?![\p{L}\p{N}])/iu.exec(rest.head);
    if (match === null) return absent;
    const value = Number(match[1] ?? match[2]);
    if (value > 4) return problem(numberProblem({ code: "noQuarter" }));
    return taken(value, without(rest, match.index, match.index + match[0].length));
  },
};

export type Tally = { readonly yes: number; readonly no: number; readonly abstain: number };

/** Handzeichen: "15:1:1" (Ja, Nein, Enthaltung), "15/1/1", "15 ja, 1 nein, 1 enthaltung". */
export const tally: Acceptor<Tally> = {
  sign: "JA:NEIN:ENTHALTUNG",
  take(rest) {
    if (rest.head === "") return absent;
    const counts = shortTally(rest.head) ?? wordyTally(rest.head);
    return counts === undefined
      ? problem(numberProblem({ code: "noTally", typed: rest.head }))
      : taken(counts, withHead(rest, ""));
  },
};

function shortTally(typed: string): Tally | undefined {
  const match = /^(\d{1,4})\s*[:/]\s*(\d{1,4})\s*[:/]\s*(\d{1,4})$/.exec(typed);
  return match === null ? undefined : { yes: Number(match[1]), no: Number(match[2]), abstain: Number(match[3]) };
}

/** Only if every word of it is understood. */
function wordyTally(typed: string): Tally | undefined {
  const parts = typed.split(/\s*(?:,|;|\bund\b)\s*|(?<=\p{L})\s+(?=\d)/iu).filter((part) => part !== "");
  const counts = { yes: 0, no: 0, abstain: 0 };
  const seen = new Set<string>();
  for (const part of parts) {
    const match = /^(\d{1,4})\s*(?:x\s*)?(?:(ja(?:stimmen?)?)|(nein(?:stimmen?)?)|enthaltung(?:en)?)$/i.exec(part);
    if (match === null) return undefined;
    const kind = whichOf(match[2], match[3]);
    if (seen.has(kind)) return undefined;
    seen.add(kind);
    counts[kind] = Number(match[1]);
  }
  return seen.has("yes") && seen.has("no") ? counts : undefined;
}

function whichOf(yes: string | undefined, no: string | undefined): keyof Tally {
  if (yes !== undefined) return "yes";
  return no === undefined ? "abstain" : "no";
}

/** Nummer eines Workshops: "2", "Workshop 2", "2. Workshop". */
export const workshopNumber: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    const match = /^(?:workshop\s+)?(\d{1,4})\.?(?:\s+workshop)?(?=\s|$)/i.exec(rest.head);
    return match === null ? absent : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Nummer einer Sitzung: "2", "Sitzung 2", "2. Sitzung". */
export const meetingNumber: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    const match = /^(?:sitzung\s+)?(\d{1,4})\.?(?:\s+sitzung)?(?=\s|$)/i.exec(rest.head);
    return match === null ? absent : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};
