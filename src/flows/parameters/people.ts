import type { PersonId, SeatId } from "../../core/kernel/ids.ts";
import type { PersonRecord } from "../../core/membership/events.ts";
import { type Found, findPeople, findSeat } from "../../core/membership/find.ts";
import { withOrganization } from "../../core/membership/queries.ts";
import type { Seat } from "../../core/membership/state.ts";
import { nameProblem } from "../../texts/prompts.ts";
import {
  type Acceptor,
  absent,
  type Problem,
  problem,
  type ReadingContext,
  type Suggestion,
  type Taken,
  taken,
  withHead,
} from "./acceptor.ts";

/** Longer names are nobody's; the limit keeps the search for similar ones cheap. */
const LONGEST_NAME = 120;
const MOST_PEOPLE = 60;

type Reading<T> = { readonly kind: "value"; readonly value: T } | Problem;

/** Person, by the name one calls it; several of that name are offered, a mistyped one gets the nearest. */
export const person: Acceptor<PersonId> = {
  sign: "NAME",
  take(rest, context) {
    if (rest.head === "") return absent;
    const reading = readPerson(rest.head, context);
    return reading.kind === "problem" ? reading : taken(reading.value, withHead(rest, ""));
  },
};

/** Mehrere Personen: "Lindner, Frau Jansen und Neeth". Each once. */
export const people: Acceptor<readonly PersonId[]> = {
  sign: "NAME, NAME",
  take(rest, context): Taken<readonly PersonId[]> {
    const names = splitNames(rest.head);
    if (names.length === 0) return absent;
    if (names.length > MOST_PEOPLE) return problem(nameProblem({ code: "tooMany", limit: MOST_PEOPLE }));
    const found: PersonId[] = [];
    for (const name of names) {
      const reading = readPerson(name, context);
      if (reading.kind === "problem") return reading;
      found.push(reading.value);
    }
    return taken([...new Set(found)], withHead(rest, ""));
  },
};

/** Personen hinter dem Doppelpunkt, in their order. */
export const bodyPeople: Acceptor<readonly PersonId[]> = {
  sign: "NAME, NAME",
  fromBody: true,
  take(rest, context) {
    if (rest.body === undefined) return absent;
    const found = people.take({ head: rest.body, body: undefined }, context);
    return found.kind === "taken" ? taken(found.value, { ...rest, body: undefined }) : found;
  },
};

/** Sitz, by the name of its Träger. */
export const seat: Acceptor<SeatId> = {
  sign: "TRÄGER",
  take(rest, context) {
    if (rest.head === "") return absent;
    const found = shortEnough(rest.head, (name) => findSeat(context.state.membership, name, context.today()));
    if (found.kind === "one") return taken(found.value.seat, withHead(rest, ""));
    return unclear(rest.head, found, seatSuggestion, "seat");
  },
};

/** Mehrere Sitze: "Hafen, Arche und Anker". Each once. */
export const seats: Acceptor<readonly SeatId[]> = {
  sign: "TRÄGER, TRÄGER",
  take(rest, context): Taken<readonly SeatId[]> {
    const names = splitNames(rest.head);
    if (names.length === 0) return absent;
    if (names.length > MOST_PEOPLE) return problem(nameProblem({ code: "tooMany", limit: MOST_PEOPLE }));
    const found: SeatId[] = [];
    for (const name of names) {
      const reading = seat.take({ head: name, body: undefined }, context);
      if (reading.kind !== "taken") return reading;
      found.push(reading.value);
    }
    return taken([...new Set(found)], withHead(rest, ""));
  },
};

export type PeopleOrSeat =
  | { readonly kind: "people"; readonly people: readonly PersonId[] }
  | { readonly kind: "seat"; readonly seat: SeatId };

/** Personen oder ein Träger: whatever has that name; people first. */
export const peopleOrSeat: Acceptor<PeopleOrSeat> = {
  sign: "NAME|TRÄGER",
  take(rest, context): Taken<PeopleOrSeat> {
    const byName = people.take(rest, context);
    if (byName.kind === "taken") return taken({ kind: "people", people: byName.value }, byName.rest);
    const bySeat = seat.take(rest, context);
    if (bySeat.kind === "taken") return taken({ kind: "seat", seat: bySeat.value }, bySeat.rest);
    return byName.kind === "problem" && byName.suggestions.length === 0 ? bySeat : byName;
  },
};

export function readPerson(typed: string, context: ReadingContext): Reading<PersonId> {
  const state = context.state.membership;
  const found = shortEnough(typed, (name) => findPeople(state, name, context.today()));
  if (found.kind === "one") return { kind: "value", value: found.value.person };
  return unclear(typed, found, (record) => personSuggestion(context, record), "person");
}

/** The key decides where names do not. */
export function personSuggestion(context: ReadingContext, record: PersonRecord): Suggestion {
  return { label: withOrganization(context.state.membership, record), instead: `@${record.person}` };
}

function seatSuggestion(one: Seat): Suggestion {
  return { label: one.name, instead: one.name };
}

function shortEnough<T>(typed: string, find: (name: string) => Found<T>): Found<T> {
  return typed.length > LONGEST_NAME ? { kind: "none", suggestions: [] } : find(typed);
}

function unclear<T>(
  typed: string,
  found: Exclude<Found<T>, { kind: "one" }>,
  suggest: (value: T) => Suggestion,
  what: "person" | "seat",
): Problem {
  const isAmbiguous = found.kind === "several";
  const candidates = isAmbiguous ? found.candidates : found.suggestions;
  const code = isAmbiguous ? "several" : "unknown";
  return problem(nameProblem({ code, what, typed, near: candidates.length }), typed, candidates.map(suggest));
}

/** Commas, semicolons and "und" separate, except inside brackets: "Müller (Pflege, Heim)". */
export function splitNames(typed: string): readonly string[] {
  return typed
    .split(/(?:[,;&\n]|(?<=\s)und(?=\s))(?![^()]*\))/iu)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
