import type { PersonId } from "../../core/kernel/ids.ts";
import {
  type Acceptor,
  absent,
  problem,
  type ReadingContext,
  type Taken,
  taken,
  withHead,
  without,
} from "./acceptor.ts";
import { readDate } from "./dates.ts";
import { meetingOnDay } from "./meetings.ts";
import { person, readPerson } from "./people.ts";
import { quotationsIn } from "./quotes.ts";
import { line } from "./text.ts";

const PREPOSITION = "(?:(?:zur|für die)\\s+sitzung\\s+)?(?:(?:am|für den|zum)\\s+)?";
const NUMERIC_DAY = new RegExp(
  `(?<![\\p{L}\\p{N}"„])${PREPOSITION}(\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{2,4})?)(?![\\p{L}\\p{N}"“])`,
  "iu",
);
const STAND_IN = /(?<![\p{L}\p{N}])(?:(?:in|meine|mit)\s+)?(?:vertretung|es\s+vertritt\s+mich)(?![\p{L}\p{N}])/iu;
const NAMES_BEGIN = new RegExp(`${STAND_IN.source}|(?<![\\p{L}\\p{N}])(?:für|fuer)(?![\\p{L}\\p{N}])|["„»«“]`, "iu");

/** Sitzung, auf die geantwortet wird: a day in figures anywhere in the line, or in words in front of the names. */
export const meetingAnswered: Acceptor<number> = {
  ...meetingOnDay,
  take(rest, context) {
    const numeric = NUMERIC_DAY.exec(rest.head);
    const start = numeric?.index ?? 0;
    const end = numeric === null ? rest.head.search(NAMES_BEGIN) : start + numeric[0].length;
    const typed = numeric?.[1] ?? withoutWord(end === -1 ? rest.head : rest.head.slice(0, end));
    if (typed === "" || (numeric === null && isNoDay(typed, context))) return absent;
    const value = meetingOnDay.take({ head: typed, body: undefined }, context);
    if (value.kind !== "taken") return value;
    return taken(value.value, end === -1 ? withHead(rest, "") : without(rest, start, end));
  },
};

/** Words that are no date at all: perhaps a remark without its colon. */
function isNoDay(typed: string, context: ReadingContext): boolean {
  const reading = readDate(typed, context);
  return reading.kind === "error" && reading.code === "notADate";
}

const withoutWord = (typed: string): string =>
  typed
    .replace(/^\s*(?:zur|für die)\s+sitzung(?=\s|$)/iu, "")
    .replace(/[,;]+\s*$/, "")
    .trim();

/** Für wen: a name, up to that of the Vertretung. */
export const answeringPerson: Acceptor<PersonId> = {
  ...person,
  take(rest, context) {
    const cut = rest.head.search(STAND_IN);
    const [name, behind] = cut === -1 ? [rest.head, ""] : [rest.head.slice(0, cut), rest.head.slice(cut)];
    const value = person.take({ head: name.replace(/[,;]?\s*$/, ""), body: undefined }, context);
    return value.kind === "taken" ? taken(value.value, withHead(rest, behind)) : value;
  },
};

export type StandIn = { readonly substitute: PersonId } | { readonly substituteName: string };

const freeName = line("NAME", 100);

/** Vertretung: somebody of the committee, or a name that is nobody's; in quotation marks it is taken as it stands. */
export const standIn: Acceptor<StandIn> = {
  sign: "NAME",
  take(rest, context) {
    if (rest.head === "") return absent;
    if (quotationsIn(rest.head).length > 0) return named(rest.head, context);
    const reading = readPerson(rest.head, context);
    if (reading.kind === "value") return taken({ substitute: reading.value }, withHead(rest, ""));
    if (reading.suggestions.length === 0) return named(rest.head, context);
    const asItIs = { label: `„${rest.head}“`, instead: `"${rest.head}"` };
    return problem(reading.sentence, rest.head, [...reading.suggestions, asItIs]);
  },
};

function named(head: string, context: ReadingContext): Taken<StandIn> {
  const value = freeName.take({ head, body: undefined }, context);
  return value.kind === "taken" ? taken({ substituteName: value.value }, value.rest) : value;
}
