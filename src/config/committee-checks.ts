import { choiceFaults } from "./committee-choices.ts";
import type { Keyed, KeyedCommittee, KeyedPerson } from "./committee-keys.ts";
import { holdersIn, officeCalled, personCalled, type Reference } from "./committee-references.ts";
import type { WrittenCommittee, WrittenOffice, WrittenRoom } from "./committee-schema.ts";
import { pathText } from "./explain-issues.ts";
import type { Problem, YamlDocument, YamlPath } from "./yaml-document.ts";

/** A sentence and the place it speaks of. */
type Fault = { readonly path: YamlPath; readonly message: string };

/** What the shape alone cannot tell: whether the entries of a committee file fit each other. In the order of the lines. */
export function committeeFaults(
  file: WrittenCommittee,
  { organizations, people, offices }: KeyedCommittee,
  document: YamlDocument,
): readonly Problem[] {
  const lineOf = (path: YamlPath) => document.lineOf(path);
  const faults: readonly Fault[] = [
    ...tooManyPeople(people),
    ...keyFaults(organizations, "bei einem der beiden Träger", lineOf),
    ...keyFaults(people, "bei einer der beiden Personen", lineOf),
    ...keyFaults(offices, "bei einem der beiden Ämter", lineOf),
    ...organizations.flatMap((one) => repeatedName(one, organizations, lineOf)),
    ...[...organizations, ...people].flatMap(({ written, path }) => dateFaults(written, path)),
    ...people.flatMap(seatFaults),
    ...offices.flatMap((office) => [...listFaults(office, people), ...placesFault(office, people, offices)]),
    ...people.flatMap(({ written, path }) =>
      (written.aemter ?? []).flatMap((called, index) =>
        faultOf(officeCalled(called, offices), [...path, "aemter", index]),
      ),
    ),
    ...(file.raeume ?? []).flatMap((room, index) => roomFaults(room, index, file.raeume ?? [], lineOf)),
    ...choiceFaults(file, lineOf),
  ];
  return faults
    .map(({ path, message }): Problem => ({ ...document.positionOf(path), path: pathText(path), message }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A committee has 20 to 60 people; the limit keeps a file that was made by mistake from holding up everybody. */
const MOST_PEOPLE = 1000;

function tooManyPeople(people: readonly KeyedPerson[]): readonly Fault[] {
  const first = people[MOST_PEOPLE];
  if (first === undefined) return [];
  return [{ path: first.path, message: `Höchstens ${MOST_PEOPLE} Personen; hier stehen ${people.length}.` }];
}

type LineOf = (path: YamlPath) => number;

function keyFaults<T extends { readonly schluessel?: string | undefined }>(
  entries: readonly Keyed<T>[],
  where: string,
  lineOf: LineOf,
): readonly Fault[] {
  return entries.flatMap(({ key, path, written }, at): readonly Fault[] => {
    if (key === "") {
      return [{ path, message: "Aus diesem Namen lässt sich kein Schlüssel bilden. Bitte »schluessel« angeben." }];
    }
    const first = entries.findIndex((other) => other.key === key);
    const original = entries[first];
    if (first === at || original === undefined) return [];
    const place = written.schluessel === undefined ? path : [...path, "schluessel"];
    const message = `Der Schlüssel »${key}« ist schon vergeben (Zeile ${lineOf(original.path)}). Bitte ${where} einen anderen »schluessel« angeben.`;
    return [{ path: place, message }];
  });
}

function repeatedName(
  { written, path, key }: KeyedCommittee["organizations"][number],
  organizations: KeyedCommittee["organizations"],
  lineOf: LineOf,
): readonly Fault[] {
  const first = organizations.find((other) => other.written.name === written.name);
  if (first === undefined || first.path === path || first.key === key) return [];
  const message = `Der Träger »${written.name}« steht schon in Zeile ${lineOf(first.path)}. Bitte eine der beiden Angaben streichen.`;
  return [{ path: [...path, "name"], message }];
}

function dateFaults(
  { seit, bis }: { readonly seit?: string | undefined; readonly bis?: string | undefined },
  path: YamlPath,
): readonly Fault[] {
  if (seit === undefined || bis === undefined || seit <= bis) return [];
  return [{ path: [...path, "bis"], message: `Das Ende (${bis}) liegt vor dem Beginn (${seit}).` }];
}

function seatFaults({ written, path, organization }: KeyedPerson): readonly Fault[] {
  const hasVote = written.rolle === "stimmberechtigt" || written.rolle === "stellvertretung";
  if (!hasVote) {
    if (written.sitz === undefined) return [];
    return [
      {
        path: [...path, "sitz"],
        message: `Mit der Rolle »${written.rolle}« hat man keinen Sitz. Bitte »sitz« streichen.`,
      },
    ];
  }
  const role = [...path, "rolle"];
  if (organization === undefined) {
    const message = `»${written.rolle}« geht nur bei einem Träger. Bitte die Person dort unter »personen« eintragen.`;
    return [{ path: role, message }];
  }
  const { name, sitze } = organization.written;
  if (sitze === 0) return [{ path: role, message: `»${name}« hat keinen Sitz (sitze: 0), also auch keine Stimme.` }];
  if ((written.sitz ?? 1) <= sitze) return [];
  const seats = sitze === 1 ? "einen Sitz" : `${sitze} Sitze`;
  return [{ path: [...path, "sitz"], message: `»${name}« hat nur ${seats}, hier steht Sitz ${written.sitz}.` }];
}

function listFaults({ written, path }: Keyed<WrittenOffice>, people: readonly KeyedPerson[]): readonly Fault[] {
  const { inhaber = [] } = written;
  const references = inhaber.map((called) => personCalled(called, people));
  const keys = references.map((reference) => ("found" in reference ? reference.found.key : undefined));
  return references.flatMap((reference, index): readonly Fault[] => {
    const place = [...path, "inhaber", index];
    const isTwice = keys[index] !== undefined && keys.indexOf(keys[index]) < index;
    if (isTwice) return [{ path: place, message: `»${inhaber[index]}« steht hier ein zweites Mal.` }];
    return faultOf(reference, place);
  });
}

function placesFault(
  office: Keyed<WrittenOffice>,
  people: readonly KeyedPerson[],
  offices: readonly Keyed<WrittenOffice>[],
): readonly Fault[] {
  const { titel, plaetze, inhaber } = office.written;
  const count = holdersIn(office, people, offices).length;
  if (count <= plaetze) return [];
  const places = plaetze === 1 ? "einen Platz" : `${plaetze} Plätze`;
  const path = inhaber === undefined ? office.path : [...office.path, "inhaber"];
  return [{ path, message: `Das Amt »${titel}« hat ${places}, genannt sind ${count} Personen.` }];
}

function roomFaults(room: WrittenRoom, index: number, rooms: readonly WrittenRoom[], lineOf: LineOf): readonly Fault[] {
  const path = ["raeume", index];
  if (room.plattform !== "console" && room.adresse === undefined) {
    const message = `Für einen Raum in ${room.plattform === "teams" ? "Teams" : "Matrix"} fehlt »adresse«: die Kennung, unter der die Plattform ihn führt.`;
    return [{ path, message }];
  }
  const first = rooms.findIndex(
    (other) => other.schluessel === room.schluessel || roomAddress(other) === roomAddress(room),
  );
  if (first === index) return [];
  return [{ path, message: `Dieser Raum steht schon in Zeile ${lineOf(["raeume", first])}.` }];
}

/** "console:traeger", "matrix:!abc:example.org". */
export function roomAddress({ plattform, adresse, schluessel }: WrittenRoom): string {
  return `${plattform}:${adresse ?? schluessel}`;
}

const faultOf = (reference: Reference<unknown>, path: YamlPath): readonly Fault[] =>
  "problem" in reference ? [{ path, message: reference.problem }] : [];
