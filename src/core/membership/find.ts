import { nearestWords } from "../kernel/edit-distance.ts";
import { foldGerman } from "../kernel/fold-german.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { OrganizationRecord, PersonRecord } from "./events.ts";
import { organizationsOn, peopleOn, seatsOf } from "./queries.ts";
import type { MembershipState, Seat } from "./state.ts";

/** Gefunden: exactly one, several to choose from, or nobody, then with what was perhaps meant. */
export type Found<T> =
  | { readonly kind: "one"; readonly value: T }
  | { readonly kind: "several"; readonly candidates: readonly T[] }
  | { readonly kind: "none"; readonly suggestions: readonly T[] };

/** What a thing may be called, folded. `key` alone decides where nothing else has that name. */
type Named<T> = { readonly value: T; readonly key: string; readonly names: readonly string[] };

/** A typed name taken apart: "@Frau Müller (Regenbogen)". */
type TypedName = {
  readonly name: string;
  readonly salutation: "Herr" | "Frau" | undefined;
  readonly organization: string | undefined;
  readonly isMention: boolean;
};

const MOST_SUGGESTIONS = 3;
const salutations: Readonly<Record<string, "Herr" | "Frau">> = {
  herr: "Herr",
  herrn: "Herr",
  hr: "Herr",
  "hr.": "Herr",
  frau: "Frau",
  fr: "Frau",
  "fr.": "Frau",
};

/**
 * Person nach getipptem Namen: "Frau Jansen", "Jansen", "@Jansen", "Maria Jansen", the key, "Müller (Regenbogen)"; case and
 * spelling of umlauts do not matter. Only members of that day are found. Never guesses: a wrong Anrede or a typing mistake gives suggestions.
 */
export function findPeople(state: MembershipState, typed: string, date: LocalDate): Found<PersonRecord> {
  const wanted = readName(typed);
  const everyone = peopleOn(state, date).map(namedPerson);
  const inOrganization = everyone.filter(({ value }) => isFrom(state, value, wanted.organization, date));
  const byKey = inOrganization.filter(({ key }) => key === wanted.name);
  if (wanted.isMention && byKey.length === 1) return found(byKey);

  const matching = inOrganization.filter(({ key, names }) => key === wanted.name || names.includes(wanted.name));
  const addressed = matching.filter(({ value }) => fits(value, wanted.salutation));
  if (addressed.length > 0) return found(addressed);
  if (matching.length > 0) return { kind: "none", suggestions: matching.map(({ value }) => value) };
  const sameName = everyone.filter(({ key, names }) => key === wanted.name || names.includes(wanted.name));
  if (sameName.length > 0)
    return { kind: "none", suggestions: sameName.slice(0, MOST_SUGGESTIONS).map((one) => one.value) };
  return { kind: "none", suggestions: similar(wanted.name, inOrganization) };
}

/** Träger nach Name, Kurzname, Schlüssel oder einem ganzen Wort daraus ("Kinderschutzbund"). */
export function findOrganization(state: MembershipState, typed: string, date: LocalDate): Found<OrganizationRecord> {
  return findNamed(typed, organizationsOn(state, date).map(namedOrganization));
}

/** Sitz nach Träger; with two seats "Jugendamt 2", "jugendamt#2" or "Jugendamt (Sitz 2)". */
export function findSeat(state: MembershipState, typed: string, date: LocalDate): Found<Seat> {
  const organizations = organizationsOn(state, date);
  const seats = organizations.flatMap((organization) =>
    seatsOf(organization).map((seat, index) => namedSeat(organization, seat, index + 1)),
  );
  return findNamed(typed, seats);
}

function namedPerson(value: PersonRecord): Named<PersonRecord> {
  const name = foldName(value.name);
  const full = value.givenName === undefined ? [] : [`${foldName(value.givenName)} ${name}`];
  return { value, key: foldGerman(value.person), names: [name, ...full] };
}

function namedOrganization(value: OrganizationRecord): Named<OrganizationRecord> {
  const names = value.shortName === undefined ? [value.name] : [value.name, value.shortName];
  return { value, key: foldGerman(value.organization), names: names.map(foldGerman) };
}

function namedSeat(organization: OrganizationRecord, value: Seat, number: number): Named<Seat> {
  const { key, names } = namedOrganization(organization);
  const numbered = [key, ...names].flatMap((name) => [
    `${name} ${number}`,
    `${name} (sitz ${number})`,
    `${name} sitz ${number}`,
  ]);
  return { value, key: foldGerman(value.seat), names: [key, ...names, ...numbered] };
}

function findNamed<T>(typed: string, things: readonly Named<T>[]): Found<T> {
  const wanted = foldGerman(typed.replace(/^\s*@/, ""));
  const byName = things.filter(({ key, names }) => key === wanted || names.includes(wanted));
  if (byName.length > 0) return found(byName);
  const byWord = wanted === "" ? [] : things.filter(({ names }) => names.some((name) => hasWords(name, wanted)));
  if (byWord.length > 0) return found(byWord);
  return { kind: "none", suggestions: similar(wanted, things) };
}

function readName(typed: string): TypedName {
  const parts = /^\s*(@?)\s*([^()]*?)\s*(?:\(([^()]*)\)\s*)?[.,:;!?]*\s*$/.exec(typed);
  const words = foldName(parts?.[2] ?? typed).split(" ");
  const salutation = words.length > 1 ? salutations[words[0] ?? ""] : undefined;
  return {
    name: (salutation === undefined ? words : words.slice(1)).join(" "),
    salutation,
    organization: parts?.[3] === undefined ? undefined : foldGerman(parts[3]),
    isMention: parts?.[1] === "@",
  };
}

/** Titles do not belong to what people type. */
function foldName(name: string): string {
  return foldGerman(name).replace(/\b(?:prof|dr)\.\s*/g, "");
}

function fits(person: PersonRecord, salutation: "Herr" | "Frau" | undefined): boolean {
  return salutation === undefined || person.salutation === undefined || person.salutation === salutation;
}

function isFrom(state: MembershipState, person: PersonRecord, typed: string | undefined, date: LocalDate): boolean {
  if (typed === undefined) return true;
  return valuesOf(findOrganization(state, typed, date)).some(
    ({ organization }) => organization === person.organization,
  );
}

function valuesOf<T>(result: Found<T>): readonly T[] {
  if (result.kind === "one") return [result.value];
  return result.kind === "several" ? result.candidates : [];
}

function found<T>(matching: readonly Named<T>[]): Found<T> {
  const [first, ...others] = matching;
  if (first !== undefined && others.length === 0) return { kind: "one", value: first.value };
  return { kind: "several", candidates: matching.map(({ value }) => value) };
}

function similar<T>(wanted: string, things: readonly Named<T>[]): readonly T[] {
  const names = things.flatMap((thing) => [
    thing.key,
    ...thing.names,
    ...thing.names.flatMap((name) => name.split(" ")),
  ]);
  const near = nearestWords(
    wanted,
    names.filter((name) => name.length > 2),
    MOST_SUGGESTIONS,
  );
  const matching = near.flatMap((name) =>
    things.filter((thing) => thing.key === name || thing.names.some((one) => one === name || hasWords(one, name))),
  );
  return [...new Set(matching.map(({ value }) => value))].slice(0, MOST_SUGGESTIONS);
}

const hasWords = (name: string, wanted: string): boolean => ` ${name} `.includes(` ${wanted} `);
