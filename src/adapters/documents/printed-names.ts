import type { Party, PersonName } from "../../core/papers/views.ts";

/** "Herr Lindner (Regenbogen)"; of a Träger alone its name. */
export function nameOf(somebody: PersonName | Party): string {
  if ("name" in somebody) return withOrganization(bareName(somebody), somebody.organization);
  const person = somebody.person;
  if (person === undefined) return somebody.organization ?? "ohne Angabe";
  return withOrganization(bareName(person), somebody.organization ?? person.organization);
}

/** "Frau Jansen und Frau Neeth (Deutscher Kinderschutzbund)": neighbours of one Träger share its name. */
export function namesOf(persons: readonly PersonName[]): string {
  const groups: { organization: string | undefined; names: string[] }[] = [];
  for (const person of persons) {
    const last = groups.at(-1);
    if (last !== undefined && last.organization === person.organization) last.names.push(bareName(person));
    else groups.push({ organization: person.organization, names: [bareName(person)] });
  }
  return conjunction(groups.map((group) => withOrganization(conjunction(group.names), group.organization)));
}

function bareName(person: PersonName): string {
  const name = person.salutation === undefined ? person.name : `${person.salutation} ${person.name}`;
  return person.role === undefined ? name : `${name}, ${person.role}`;
}

function withOrganization(name: string, organization: string | undefined): string {
  return organization === undefined ? name : `${name} (${organization})`;
}

const german = new Intl.ListFormat("de", { type: "conjunction" });

/** "a, b und c" */
export function conjunction(words: readonly string[]): string {
  return german.format(words);
}
