import { counted, joined, oblique } from "./names.ts";

/** Was der lokale Raum selbst sagt. */

type FirstScreen = {
  readonly committee: string;
  readonly organizations: number;
  readonly people: number;
  readonly time: string;
  readonly speaker: string;
  readonly place: string;
  readonly tries: readonly (readonly [line: string, what: string])[];
};

export function firstScreen(facts: FirstScreen): readonly string[] {
  const width = Math.max(...facts.tries.map(([line]) => line.length)) + 2;
  return [
    `Sitzungsdienst · ${facts.committee}`,
    `${facts.organizations} Träger, ${facts.people} Personen · ${facts.time}`,
    "",
    `Sie sprechen als ${facts.speaker}, ${facts.place}. Drei Dinge zum Ausprobieren:`,
    ...facts.tries.map(([line, what]) => `  ${line.padEnd(width)}${what}`),
    "",
    "Mehr zum Raum: /hilfe · Ende: /ende oder Strg-C, alles bleibt gespeichert.",
  ];
}

export const triesBefore = (otherPerson: string): readonly (readonly [string, string])[] => [
  ["sitzung eröffnen", "eröffnet die Sitzung"],
  [`/als ${otherPerson}`, "spricht als jemand anderes; dann zum Beispiel: anwesend"],
  ["hilfe", "zeigt, was Ihnen gerade offensteht"],
];

export const triesDuring = (otherPerson: string): readonly (readonly [string, string])[] => [
  ["status", "zeigt, wo die Sitzung steht"],
  [`/als ${otherPerson}`, "spricht als jemand anderes"],
  ["hilfe", "zeigt, was Ihnen gerade offensteht"],
];

export const roomHelp = (): readonly string[] => [
  "Befehle des Raums (alles andere geht an den Sitzungsdienst):",
  "  /als NAME            als diese Person sprechen",
  "  /als neu NAME        mit einem neuen Konto sprechen, das sich erst mit »anmelden CODE« verbindet",
  "  /raum NAME           in diesen Raum gehen",
  "  /direkt              mit dem Sitzungsdienst allein sprechen",
  "  /foto DATEI TEXT     den Text mit einem Bild schicken: /foto karte.jpg idee: Mehr Plätze",
  "  /uhr                 zeigt die Uhr; /uhr 27.01.2023 9:00 · /uhr 9:30 · /uhr +10 min · /uhr system",
  "  /wer                 zeigt Personen und Räume",
  "  /ende                beendet; beim nächsten Start geht es hier weiter",
  "Eine Auswahl wie [1] ja [2] nein nehmen Sie mit der Zahl. Steht keine Auswahl da, ist eine Zahl eine Zahl.",
  "Ein \\ am Ende einer Zeile setzt die Nachricht in der nächsten Zeile fort.",
];

export const photoAndText = (): string =>
  "Welches Bild, und was soll dazu gesagt werden? So: /foto karte.jpg idee: Mehr Plätze";

export const unknownRoomCommand = (typed: string, meant: string | undefined): string =>
  meant === undefined
    ? `»/${typed}« kennt der Raum nicht. Was es gibt, zeigt /hilfe.`
    : `»/${typed}« kennt der Raum nicht. Meinten Sie /${meant}?`;

export const nowSpeaking = (speaker: string, place: string): string => `Sie sprechen als ${speaker}, ${place}.`;
export const newAccountSpeaking = (name: string): string =>
  `Sie sprechen mit dem neuen Konto »${name}«. Es gehört noch niemandem: /direkt, dann »anmelden CODE«.`;
export const whichPerson = (typed: string): string => `»${typed}« heißen mehrere. Wer ist gemeint?`;
export const unknownPerson = (typed: string, suggestions: readonly string[]): string =>
  suggestions.length === 0
    ? `»${typed}« ist nicht im Gremium. Wer dazugehört, zeigt /wer.`
    : `»${typed}« ist nicht im Gremium. Meinten Sie ${joined(suggestions, "oder")}?`;
export const personMissing = (): string => "Als wer? Zum Beispiel: /als Frau Jansen. Wer dazugehört, zeigt /wer.";
export const newNameMissing = (): string => "Wie soll das Konto heißen? Zum Beispiel: /als neu Jansen";

export const roomMissing = (rooms: readonly string[]): string =>
  rooms.length === 0
    ? "Das Gremium hat keinen Raum; /direkt geht immer."
    : `In welchen Raum? ${joined(rooms, "oder")}.`;
export const unknownRoom = (typed: string, rooms: readonly string[]): string =>
  `Den Raum »${typed}« gibt es nicht. ${rooms.length === 0 ? "/direkt geht immer." : `Es gibt: ${joined(rooms)}.`}`;

export const inRoom = (name: string): string => `im Raum ${name}`;
export const inDirectChat = (): string => "im Direktchat";
export const promptLine = (room: string | undefined, speaker: string): string => `${room ?? "direkt"} · ${speaker}> `;
export const toPerson = (name: string): string => `direkt an ${oblique(name)}`;
export const ownAccount = (name: string): string => `Konto »${name}«`;
export const elsewhere = (places: readonly string[], text: string): string => `(${someOf(places)}: ${text})`;
export const alsoThere = (places: readonly string[]): string => `(ebenso ${someOf(places)})`;
/** "im Raum Träger, direkt an Herrn Brandt und 5 weitere" */
const someOf = (places: readonly string[]): string =>
  places.length <= 3 ? joined(places) : `${places.slice(0, 2).join(", ")} und ${places.length - 2} weitere`;
export const directToYou = (): string => "(direkt an Sie:)";

export const clockShows = (time: string): string => `Die Uhr zeigt ${time}.`;
export const clockUnclear = (): string =>
  "Diese Zeit verstehe ich nicht. Zum Beispiel: /uhr 27.01.2023 9:00, /uhr 9:30, /uhr +10 min oder /uhr system.";
export const clockGap = (time: string): string =>
  `${time} gibt es an diesem Tag nicht: Die Uhr wird auf Sommerzeit vorgestellt.`;

export const numberOutOfRange = (count: number): string =>
  `Zur Auswahl ${count === 1 ? "steht nur die 1" : `stehen 1 bis ${count}`}.`;

export const peopleHeading = (count: number): string => `${counted(count, "Person", "Personen")}:`;
export const roomsLine = (rooms: readonly string[]): string =>
  rooms.length === 0 ? "Kein Raum." : `${rooms.length === 1 ? "Raum" : "Räume"}: ${joined(rooms)}.`;

export const sampleImported = (file: string, name: string): string =>
  `Noch kein Gremium: Das Beispiel »${name}« wurde eingerichtet (${file}).`;
export const committeeFileBroken = (file: string): string =>
  `Das Gremium ließ sich nicht einrichten; es wurde nichts gespeichert. Bitte ${file} berichtigen.`;
export const templatesBroken = (count: number): string =>
  `${counted(count, "Stelle", "Stellen")} in den Vorlagen zu berichtigen; vorher startet der Sitzungsdienst nicht.`;
export const goodbye = (): string => "Auf Wiedersehen. Alles ist gespeichert.";
