import { type LocalDate, parseLocalDate } from "../../src/core/kernel/local-date.ts";
import { isRecord } from "./compare.ts";

/** The facts of a case, read by name. A fact asked for that is missing or of another kind makes the shape unknown. */
export class UnknownShape extends Error {}

export type Facts = {
  has(...names: readonly string[]): boolean;
  /** The first of the names that is there. */
  value(...names: readonly string[]): unknown;
  number(...names: readonly string[]): number;
  numberOr(otherwise: number, ...names: readonly string[]): number;
  text(...names: readonly string[]): string;
  textOr(otherwise: string, ...names: readonly string[]): string;
  flag(...names: readonly string[]): boolean;
  list(...names: readonly string[]): readonly unknown[];
  texts(...names: readonly string[]): readonly string[];
  facts(...names: readonly string[]): Facts;
  many(...names: readonly string[]): readonly Facts[];
  /** Numbers by name: `{ "A": 7 }`. */
  counts(...names: readonly string[]): Readonly<Record<string, number>>;
  date(...names: readonly string[]): LocalDate;
  names(): readonly string[];
};

export function factsOf(input: unknown): Facts {
  if (!isRecord(input)) throw new UnknownShape(`no record of facts: ${JSON.stringify(input)}`);
  const value = (...names: readonly string[]): unknown => {
    const found = names.find((name) => input[name] !== undefined && input[name] !== null);
    return found === undefined ? undefined : input[found];
  };
  const wanted = <T>(names: readonly string[], read: (value: unknown) => T | undefined): T => {
    const found = read(value(...names));
    if (found === undefined) throw new UnknownShape(`no usable ${names.join(" or ")}`);
    return found;
  };
  const facts: Facts = {
    has: (...names) => value(...names) !== undefined,
    value,
    number: (...names) => wanted(names, numberOf),
    numberOr: (otherwise, ...names) => numberOf(value(...names)) ?? otherwise,
    text: (...names) => wanted(names, textOf),
    textOr: (otherwise, ...names) => textOf(value(...names)) ?? otherwise,
    flag: (...names) => value(...names) === true,
    list: (...names) => wanted(names, listOf),
    texts: (...names) => wanted(names, (found) => listOf(found)?.map(String)),
    facts: (...names) => factsOf(value(...names)),
    many: (...names) => wanted(names, listOf).map(factsOf),
    counts: (...names) => countsOf(value(...names)),
    date: (...names) => wanted(names, dateOf),
    names: () => Object.keys(input),
  };
  return facts;
}

const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const listOf = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

function dateOf(value: unknown): LocalDate | undefined {
  return typeof value === "string" ? parseLocalDate(value.slice(0, 10)) : undefined;
}

export function countsOf(value: unknown): Readonly<Record<string, number>> {
  if (!isRecord(value)) throw new UnknownShape("no counts by name");
  const counts = Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  return Object.fromEntries(counts);
}
