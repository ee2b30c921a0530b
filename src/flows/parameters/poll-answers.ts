import { openDatePolls } from "../../core/committee/date-poll-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { OptionAnswer, PollAnswer } from "../../core/date-poll/events.ts";
import type { DatePoll } from "../../core/date-poll/state.ts";
import { foldGerman } from "../../core/kernel/fold-german.ts";
import { entry } from "../../core/kernel/table.ts";
import { answeredTwice, answersDoNotFit, noAnswers, yearsAreElsewhere } from "../../texts/announcements-date-poll.ts";
import { excerpt } from "../../texts/prompts.ts";
import { type Acceptor, absent, type Problem, problem, taken, withHead } from "./acceptor.ts";

export type PollAnswers = { readonly poll?: number; readonly answers: readonly OptionAnswer[] };

/** Looked up in folded words: "übrige" is "uebrige" there. */
const YES = "ja|passt|geht";
const IF_NEED_BE = "zur not|zurnot|notfalls|vielleicht|eventuell|wenn noetig";
const NO = "nein|passt nicht|geht nicht";
const REST = "sonst|uebrige|uebrigen|rest|andere|anderen";
/** "termine 2028" asks for something else. */
const YEAR = /^(?:19|20)\d\d$/u;
const POLL_AHEAD = /^(\d{1,6})\s+(?=\d)/u;
const TOKEN = new RegExp(
  `\\s*(?:(\\d{1,3})(?!\\p{L})\\s*[.:]?|(${NO})(?!\\p{L})|(${YES})(?!\\p{L})|(${IF_NEED_BE})(?!\\p{L})|(alle|alles)(?!\\p{L})|(${REST})(?!\\p{L})|[,;/&]|(?:und|am|den|termine?|vorschlag|nr\\.?|nummer)(?![\\p{L}\\p{N}]))`,
  "uy",
);

type Group = "all" | "rest" | readonly number[];
type Said = { readonly group: Group; readonly answer: PollAnswer };
/** `bare`: answers without a number, in their order. */
type Reading = { readonly said: readonly Said[]; readonly bare: readonly PollAnswer[] };

/**
 * Antworten auf Vorschläge: "1 ja, 2 nein, 3 zur not", "1 und 2 ja, sonst nein", "alle ja", or in the order of the options "ja nein ja".
 * A number in front of another one is that of the date poll.
 */
export const pollAnswers: Acceptor<PollAnswers> = {
  sign: "NUMMER ja|zur not|nein, …",
  take(rest, { state }) {
    if (rest.head === "") return absent;
    if (YEAR.test(rest.head)) return problem(yearsAreElsewhere(rest.head));
    const ahead = POLL_AHEAD.exec(rest.head);
    const typed = ahead === null ? rest.head : rest.head.slice(ahead[0].length);
    const result = answersIn(typed, state, ahead === null ? undefined : Number(ahead[1]));
    return "kind" in result ? result : taken(result, withHead(rest, ""));
  },
};

/** The same behind a first answer which the command's own words gave; a number in front is always that of the date poll. */
export const pollAnswersFrom = (first: PollAnswer): Acceptor<PollAnswers> => ({
  sign: "ja|zur not|nein, …",
  take(rest, { state }) {
    const ahead = /^(\d{1,6})(?=\s|$)/u.exec(rest.head);
    const behind = rest.head.slice(ahead?.[0].length ?? 0).trim();
    const result = answersIn(`${firstWords[first]} ${behind}`, state, ahead === null ? undefined : Number(ahead[1]));
    return "kind" in result ? result : taken(result, withHead(rest, ""));
  },
});

const firstWords: Readonly<Record<PollAnswer, string>> = { yes: "ja", ifNeedBe: "zur not", no: "nein" };

function answersIn(typed: string, state: CommitteeState, poll: number | undefined): PollAnswers | Problem {
  const reading = readingOf(foldGerman(typed).replace(/[.!]+$/u, ""));
  if (reading === undefined) return problem(noAnswers(excerpt(typed)));
  const named = poll === undefined ? {} : { poll };
  const meant = pollMeant(state, poll);
  const answers = meant === undefined ? numbered(reading, 0) : numbered(reading, meant.options.length);
  if ("kind" in answers && meant !== undefined) return answers;
  // Without a date poll it is refused for that, whatever the answers.
  return { ...named, answers: "kind" in answers ? [] : answers };
}

function pollMeant(state: CommitteeState, number: number | undefined): DatePoll | undefined {
  if (number !== undefined) return entry(state.datePolls.polls, number);
  const [only, another] = openDatePolls(state);
  return another === undefined ? only : undefined;
}

/** Undefined unless every word of it is understood. */
function readingOf(folded: string): Reading | undefined {
  const said: Said[] = [];
  const bare: PollAnswer[] = [];
  let group: Group | undefined;
  let at = 0;
  while (folded.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(folded);
    if (token === null) return undefined;
    at = TOKEN.lastIndex;
    const answer = answerOf(token);
    if (answer !== undefined && group !== undefined) {
      said.push({ group, answer });
      group = undefined;
    } else if (answer !== undefined) bare.push(answer);
    else if (token[1] !== undefined && typeof group !== "string") group = [...(group ?? []), Number(token[1])];
    else if ((token[5] ?? token[6]) !== undefined && group === undefined)
      group = token[5] === undefined ? "rest" : "all";
    else if (token.slice(1).some((part) => part !== undefined)) return undefined;
  }
  const isMixed = said.length > 0 && bare.length > 0;
  return group !== undefined || isMixed || said.length + bare.length === 0 ? undefined : { said, bare };
}

function answerOf([, , no, yes, ifNeedBe]: RegExpExecArray): PollAnswer | undefined {
  if (no !== undefined) return "no";
  if (yes !== undefined) return "yes";
  return ifNeedBe === undefined ? undefined : "ifNeedBe";
}

/** Each option once; "rest" is what no other part of the line names. */
function numbered({ said, bare }: Reading, options: number): readonly OptionAnswer[] | Problem {
  const all = Array.from({ length: options }, (_, index) => index + 1);
  if (bare.length > 0) return inOrder(bare, all);
  const named = said.flatMap(({ group }) => (typeof group === "string" ? [] : group));
  const rest = all.filter((option) => !named.includes(option));
  const answers = said.flatMap(({ group, answer }) =>
    optionsOf(group, all, rest).map((option) => ({ option, answer })),
  );
  const twice = answers.find(({ option }, index) => answers.findIndex((one) => one.option === option) < index);
  return twice === undefined ? answers : problem(answeredTwice(twice.option));
}

function optionsOf(group: Group, all: readonly number[], rest: readonly number[]): readonly number[] {
  if (group === "all") return all;
  return group === "rest" ? rest : group;
}

/** One answer alone holds for all options. */
function inOrder(bare: readonly PollAnswer[], all: readonly number[]): readonly OptionAnswer[] | Problem {
  const [first] = bare;
  if (first !== undefined && bare.length === 1) return all.map((option) => ({ option, answer: first }));
  if (bare.length !== all.length) return problem(answersDoNotFit(bare.length, all.length));
  return bare.map((answer, index) => ({ option: index + 1, answer }));
}
