import { foldGerman } from "../../core/kernel/fold-german.ts";
import type { Rest } from "../parameters/acceptor.ts";
import { blankQuotations } from "../parameters/quotes.ts";
import type { CommandRow } from "./command-row.ts";
import { commandTable } from "./command-table.ts";

/** Erkannter Befehl: its row and what stands behind (or between, or before) its words. */
export type RowMatch = {
  readonly row: CommandRow;
  readonly rest: Rest;
  /** Further lines that the command has no use for. */
  readonly surplus: boolean;
};

type Pattern = { readonly row: CommandRow; readonly tokens: readonly string[] };
type Token = {
  readonly folded: string;
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** Only blanks stand before it: words on both sides of a colon or a quotation mark are never one command. */
  readonly follows: boolean;
};

/** Longest words of a command, with room for numbers between, of which there may be many. */
const MOST_TOKENS = 24;
/** A name in front of a command ("Frau Jansen geht") has no more words than this. */
const LONGEST_SUBJECT = 6;
const QUICK_LENGTH = 40;

const patterns = commandTable.flatMap((row) =>
  [row.words, ...row.aliases].map((words): Pattern => ({ row, tokens: foldGerman(words).split(" ") })),
);
const fromTheFront = indexBy(
  patterns.filter(({ tokens }) => tokens[0] !== "…"),
  (tokens) => tokens[0],
);
const fromTheBack = indexBy(
  patterns.filter(({ tokens }) => tokens[0] === "…"),
  (tokens) => tokens.at(-1),
);

/** Whole lines without anything behind: votes take this path, one look-up. */
const quickLines = new Map(patterns.filter(isPlain).map(({ row, tokens }) => [tokens.join(" "), row]));

/** Expects normalized text. */
export function matchRow(text: string): RowMatch | undefined {
  const quick = text.length <= QUICK_LENGTH ? exactRow(text) : undefined;
  if (quick !== undefined) return { row: quick, rest: { head: "", body: undefined }, surplus: false };
  const lineEnd = text.indexOf("\n");
  const line = lineEnd === -1 ? text : text.slice(0, lineEnd);
  const further = lineEnd === -1 ? undefined : text.slice(lineEnd + 1);
  const match = prefixMatch(line, tokensOf(line, MOST_TOKENS)) ?? suffixMatch(line);
  return match === undefined ? undefined : split(match.row, match.rest, further);
}

/** The row whose words are the whole text; undefined if anything else stands in it. */
export function exactRow(text: string): CommandRow | undefined {
  return quickLines.get(text) ?? quickLines.get(foldGerman(text).replace(/[.!]+$/, ""));
}

type Found = { readonly row: CommandRow; readonly rest: string };

function prefixMatch(line: string, tokens: readonly Token[]): Found | undefined {
  const [first] = tokens;
  if (first === undefined) return undefined;
  for (const { row, tokens: words } of fromTheFront.get(keyOf(first.folded)) ?? []) {
    const matched = wordsAhead(words, tokens);
    const last = matched?.last;
    if (matched === undefined || last === undefined) continue;
    const captured = matched.numbers.map(({ typed }) => typed).join(" ");
    return { row, rest: `${captured} ${line.slice(last.end)}`.trimStart() };
  }
  return undefined;
}

type WordsAhead = { readonly last: Token | undefined; readonly numbers: readonly Token[] };

/** The words of a command at the beginning; "#,#" takes as many numbers as there are. */
function wordsAhead(words: readonly string[], tokens: readonly Token[]): WordsAhead | undefined {
  const numbers: Token[] = [];
  let at = 0;
  for (const word of words) {
    const count = word === "#,#" ? numbersFrom(tokens, at) : Number(fits(word, tokens[at]));
    if (count === 0) return undefined;
    if (word.includes("#")) numbers.push(...tokens.slice(at, at + count));
    at += count;
  }
  return { last: tokens[at - 1], numbers };
}

const NUMBERS = /^\d[\d.,;&+–-]*$/u;
const JOINERS: ReadonlySet<string> = new Set(["und", "sowie", "bis", "&", "+", "-", "–", ","]);

/** How many tokens from here on are a list of numbers: "1, 3 und 5", "1-3". */
function numbersFrom(tokens: readonly Token[], start: number): number {
  let end = start;
  for (let at = start; tokens[at]?.follows === true; at += 1) {
    const { folded = "" } = tokens[at] ?? {};
    if (NUMBERS.test(folded)) end = at + 1;
    else if (at === start || !JOINERS.has(folded)) break;
  }
  return end - start;
}

function suffixMatch(line: string): Found | undefined {
  if (line.length > 200) return undefined;
  const tokens = tokensOf(line, LONGEST_SUBJECT + MOST_TOKENS);
  const last = tokens.at(-1);
  if (last === undefined || last.end !== line.length) return undefined;
  for (const { row, tokens: words } of fromTheBack.get(last.folded) ?? []) {
    const start = tokens.length - (words.length - 1);
    const first = tokens[start];
    if (start < 1 || start > LONGEST_SUBJECT || first === undefined) continue;
    if (words.slice(1).every((word, at) => fits(word, tokens[start + at])))
      return { row, rest: line.slice(0, first.start).trim() };
  }
  return undefined;
}

/** Text behind the colon is left as it was written, further lines with their blanks included. */
function split(row: CommandRow, rest: string, further: string | undefined): RowMatch {
  if (!row.takesBody) {
    const head = rest.replace(/^:\s*/, "").trim();
    return { row, rest: { head, body: undefined }, surplus: further !== undefined && further.trim() !== "" };
  }
  const colon = blankAddresses(blankQuotations(rest)).indexOf(":");
  if (colon === -1) return { row, rest: { head: rest.trim(), body: further?.trim() }, surplus: false };
  const behind = rest.slice(colon + 1);
  const body = further === undefined ? behind : `${behind}\n${further}`;
  return { row, rest: { head: rest.slice(0, colon).trim(), body: body.trim() }, surplus: false };
}

/** "https://kreis.example:8443/a" has colons of its own; one at its end is the end of the line before a text. */
function blankAddresses(text: string): string {
  return text.replace(/[a-z][a-z0-9+.-]*:\/\/\S*?(?=:?(?:\s|$))/giu, (address) => "\u0000".repeat(address.length));
}

function tokensOf(line: string, most: number): readonly Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const match of line.matchAll(/[^\s:"„“”»«]+/gu)) {
    const folded = foldGerman(match[0]);
    const bare = folded.replace(/[?!.,;]+$/, "");
    const end = match.index + match[0].length;
    const follows = line.slice(before, match.index).trim() === "";
    tokens.push({ folded: bare === "" ? folded : bare, typed: match[0], start: match.index, end, follows });
    before = end;
    if (tokens.length === most) break;
  }
  return tokens;
}

function fits(word: string, token: Token | undefined): boolean {
  if (token === undefined || !token.follows) return false;
  if (word === "#") return /^\d+$/.test(token.folded);
  return word.includes("#") ? keyOf(token.folded) === word : word === token.folded;
}

/** "ae1" is looked up as "ae#". */
const keyOf = (folded: string): string => folded.replace(/^(\p{L}+)\d+$/u, "$1#");

function isPlain({ tokens }: Pattern): boolean {
  return tokens.every((token) => token !== "…" && !token.includes("#"));
}

/** More words first, so that "top vertagen" is found before "top". */
function indexBy(
  list: readonly Pattern[],
  key: (tokens: readonly string[]) => string | undefined,
): ReadonlyMap<string, readonly Pattern[]> {
  const index = new Map<string, Pattern[]>();
  for (const pattern of list) {
    const word = key(pattern.tokens) ?? "";
    index.set(word, [...(index.get(word) ?? []), pattern]);
  }
  for (const found of index.values()) found.sort((a, b) => b.tokens.length - a.tokens.length);
  return index;
}
