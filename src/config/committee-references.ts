import { foldGerman, slugOf } from "../core/kernel/fold-german.ts";
import type { Keyed, KeyedPerson } from "./committee-keys.ts";
import type { WrittenOffice } from "./committee-schema.ts";
import { nearest } from "./nearest.ts";

/** What a name in the file refers to, or the German sentence that says why not. */
export type Reference<T> = { readonly found: T } | { readonly problem: string };

/** Inhaber*in: by key, or by name as one speaks it ("Jansen", "Frau Jansen", "Maria Jansen"), if only one person has it. */
export function personCalled(called: string, people: readonly KeyedPerson[]): Reference<KeyedPerson> {
  const byKey = people.filter(({ key }) => key === called);
  const wanted = foldGerman(called);
  const matching = byKey.length > 0 ? byKey : people.filter((person) => namesOf(person).includes(wanted));
  const [first, ...others] = matching;
  if (first !== undefined && others.length === 0) return { found: first };
  if (first !== undefined) {
    const keys = matching.map(({ key }) => key).join(", ");
    return { problem: `»${called}« kann mehrere Personen meinen. Bitte den Schlüssel angeben: ${keys}.` };
  }
  const known = people.flatMap(({ key, written }) => [key, written.name]);
  return { problem: unknown(called, known, "steht nicht als Person in der Datei") };
}

export function officeCalled(
  called: string,
  offices: readonly Keyed<WrittenOffice>[],
): Reference<Keyed<WrittenOffice>> {
  const found =
    offices.find(({ key }) => key === called) ??
    offices.find(({ key, written }) => {
      return foldGerman(written.titel) === foldGerman(called) || key === slugOf(called);
    });
  if (found !== undefined) return { found };
  const known = offices.flatMap(({ key, written }) => [key, written.titel]);
  return { problem: unknown(called, known, "steht nicht unter »aemter«") };
}

/** Everybody who holds an office by the file: listed at the office, or naming it; each once. Names that lead nowhere are left out. */
export function holdersIn(
  { key, written }: Keyed<WrittenOffice>,
  people: readonly KeyedPerson[],
  offices: readonly Keyed<WrittenOffice>[],
): readonly string[] {
  const listed = (written.inhaber ?? []).flatMap((called) => {
    const reference = personCalled(called, people);
    return "found" in reference ? [reference.found.key] : [];
  });
  const holds = (called: string) => {
    const reference = officeCalled(called, offices);
    return "found" in reference && reference.found.key === key;
  };
  const naming = people.filter((person) => person.written.aemter?.some(holds)).map((person) => person.key);
  return [...new Set([...listed, ...naming])];
}

function namesOf({ written }: KeyedPerson): readonly string[] {
  const { anrede, vorname, name } = written;
  const full = vorname === undefined ? [name] : [name, `${vorname} ${name}`];
  return (anrede === undefined ? full : [...full, ...full.map((one) => `${anrede} ${one}`)]).map(foldGerman);
}

function unknown(called: string, known: readonly string[], reason: string): string {
  const suggestion = nearest(called, known);
  return `»${called}« ${reason}.${suggestion === undefined ? "" : ` Meinten Sie »${suggestion}«?`}`;
}
