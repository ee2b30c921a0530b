import { groupsOf } from "../../core/committee/idea-groups-now.ts";
import { runningWorkshop } from "../../core/committee/workshop-now.ts";
import {
  askTarget,
  noGroupNumber,
  noIdeaNumbers,
  pairLabel,
  toGroupLabel,
  twoGroupsNeeded,
} from "../../texts/announcements-idea-groups.ts";
import { excerpt } from "../../texts/prompts.ts";
import {
  type Acceptor,
  absent,
  problem,
  type ReadingContext,
  type Suggestion,
  taken,
  withHead,
  without,
} from "./acceptor.ts";
import { quotationsIn } from "./quotes.ts";
import { bodyText, line } from "./text.ts";

const LONGEST_NAME = 100;

/** Name einer Gruppe: in quotation marks, else everything that is left of the line. */
export const nameOfGroup: Acceptor<string> = {
  sign: '"NAME"',
  take(rest, context) {
    const quotation = quotationsIn(rest.head)[0];
    if (quotation === undefined) return whole.take(rest, context);
    const name = whole.take({ head: quotation.inner, body: undefined }, context);
    return name.kind === "taken" ? taken(name.value, without(rest, quotation.start, quotation.end)) : name;
  },
};
const whole = line("NAME", LONGEST_NAME);

/** Neuer Name hinter dem Doppelpunkt. */
export const newNameOfGroup: Acceptor<string> = {
  ...bodyText("NAME"),
  take(rest, context) {
    const text = bodyText("NAME").take(rest, context);
    if (text.kind !== "taken") return text;
    const name = whole.take({ head: text.value.replace(/\s+/gu, " "), body: undefined }, context);
    return name.kind === "taken" ? taken(name.value, text.rest) : name;
  },
};

/** Nummer einer Gruppe, at the beginning of what is left. */
export const groupNumber: Acceptor<number> = {
  sign: "GRUPPE",
  take(rest) {
    if (rest.head === "") return absent;
    const match = /^(?:gruppe\s+)?(\d{1,6})\.?(?=\s|$)/iu.exec(rest.head);
    return match === null
      ? problem(noGroupNumber(excerpt(rest.head)), rest.head)
      : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
  offer: (context) => groupsOffered(context, ""),
};

function groupsOffered({ state }: ReadingContext, before: string): readonly Suggestion[] {
  const workshop = runningWorkshop(state);
  const groups = workshop === undefined ? [] : groupsOf(state, workshop);
  return groups.map(({ group, name }) => ({ label: toGroupLabel(group, name), instead: `${before}${group}` }));
}

/** Nummer einer Idee, at the beginning of what is left. */
export const ideaAhead: Acceptor<number> = {
  sign: "IDEE",
  take(rest) {
    if (rest.head === "") return absent;
    const match = /^(?:idee\s+)?(\d{1,6})(?=\s|$)/iu.exec(rest.head);
    return match === null
      ? problem(noIdeaNumbers(excerpt(rest.head)), rest.head)
      : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Nummern hinter dem Doppelpunkt, or behind a name in quotation marks: "1, 4, 7". */
export const groupedIdeas: Acceptor<readonly number[]> = {
  sign: "NUMMER, NUMMER",
  fromBody: true,
  take(rest) {
    const text = rest.head === "" ? (rest.body ?? "") : rest.head;
    if (text === "") return absent;
    const numbers = numbersIn(text);
    if (numbers === undefined) return problem(noIdeaNumbers(excerpt(text)), text);
    return taken(numbers, rest.head === "" ? { ...rest, body: undefined } : withHead(rest, ""));
  },
};

/** Gruppen, die eine werden: "2 und 3", "2, 3 und 4 zusammenlegen". The first one stays. */
export const groupsToMerge: Acceptor<readonly number[]> = {
  sign: "GRUPPE und GRUPPE",
  take(rest) {
    if (rest.head === "") return absent;
    const numbers = numbersIn(rest.head.replace(/\s+(?:zusammenlegen|zusammenfassen|vereinen)[.!]?$/iu, ""));
    if (numbers === undefined) return problem(noGroupNumber(excerpt(rest.head)), rest.head);
    return numbers.length < 2 ? problem(twoGroupsNeeded()) : taken(numbers, withHead(rest, ""));
  },
  offer: pairsOffered,
};

/** More pairs than these nobody reads. */
const MOST_PAIRED = 4;

/** Each two of the newest groups. */
function pairsOffered({ state }: ReadingContext): readonly Suggestion[] {
  const workshop = runningWorkshop(state);
  const groups = workshop === undefined ? [] : groupsOf(state, workshop).slice(-MOST_PAIRED);
  return groups.flatMap((into, index) =>
    groups
      .slice(index + 1)
      .map((from) => ({ label: pairLabel(into, from), instead: `${into.group} und ${from.group}` })),
  );
}

export type IdeaMove = {
  readonly ideas: readonly number[];
  readonly group?: number;
  readonly from?: number | "none";
};

const NUMBERS = "\\d{1,6}(?:(?:\\s*[,;&+]\\s*|\\s+und\\s+|\\s+)\\d{1,6})*";
const MOVE = new RegExp(
  `^(?:ideen?\\s+)?(${NUMBERS})(?:\\s+(?:(ohne\\s+gruppe)|(?:aus|von)(?:\\s+der)?\\s+gruppe(?:\\s+(\\d{1,6}))?))?(?:\\s+(?:nach|in|zu)\\s+gruppe(?:\\s+(\\d{1,6}))?)?[.!]?$`,
  "iu",
);

/** Verschieben: "3, 5 nach gruppe 2", "3 aus gruppe 1 nach gruppe 2", "3 aus gruppe"; without any target it is asked for. */
export const ideaMove: Acceptor<IdeaMove> = {
  sign: "NUMMER, NUMMER nach gruppe GRUPPE",
  take(rest, context) {
    if (rest.head === "") return absent;
    const match = MOVE.exec(rest.head);
    if (match === null) return problem(noIdeaNumbers(excerpt(rest.head)), rest.head);
    const [all, typed = "", ungrouped, from, group] = match;
    const ideas = numbersIn(typed) ?? [];
    const takesOut = /\s(?:aus|von)\s/iu.test(all) && !/\s(?:nach|in|zu)\s/iu.test(all);
    if (group === undefined && !takesOut) return whichGroup(rest.head, context);
    return taken(
      {
        ideas,
        ...(group === undefined ? {} : { group: Number(group) }),
        ...(ungrouped === undefined ? {} : { from: "none" as const }),
        ...(from === undefined ? {} : { from: Number(from) }),
      },
      withHead(rest, ""),
    );
  },
};

function whichGroup(typed: string, context: ReadingContext) {
  const said = typed.replace(/\s+(?:nach|in|zu)\s+gruppe[.!]?$/iu, "").replace(/\s+/gu, " ");
  return problem(askTarget(), typed, groupsOffered(context, `${said} nach gruppe `));
}

/** Undefined unless there are numbers and nothing else. */
function numbersIn(text: string): readonly number[] | undefined {
  const words = text
    .replace(/^(?:ideen?|gruppen?|nr\.?|nummern?)\s+/iu, "")
    .split(/\s*[,;&+]\s*|\s+und\s+(?:gruppe\s+)?|\s+/iu)
    .filter((word) => word !== "");
  return words.length > 0 && words.every((word) => /^\d{1,6}\.?$/u.test(word))
    ? words.map((word) => Number.parseInt(word, 10))
    : undefined;
}
