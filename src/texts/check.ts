import type { LocalDate } from "../core/kernel/local-date.ts";
import { numericDate } from "./dates.ts";
import { counted } from "./names.ts";

export const checkedFine = (what: string): string => `In Ordnung: ${what}`;

export const checkFailed = (count: number): string => `Nicht in Ordnung: ${counted(count, "Stelle", "Stellen")}.`;

export const noRecordYet = (folder: string): string =>
  `In ${folder} gibt es noch keine Aufzeichnung. »npm start« legt eine an.`;

export type RecordFigures = {
  readonly stream: string;
  readonly events: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly brokenAt: number | undefined;
  /** Checksum of the last event; noted on paper, it shows later whether events at the end were taken away. */
  readonly chainEnd: string;
};

/** What `verify` says of one stream. */
export function recordLines({ stream, events, from, to, brokenAt, chainEnd }: RecordFigures): readonly string[] {
  const span = from === undefined || to === undefined ? "" : `, ${from} bis ${to}`;
  const chain =
    brokenAt === undefined
      ? `Prüfsummenkette: lückenlos, letzte Prüfsumme ${chainEnd.slice(0, 16)}`
      : `Prüfsummenkette: gebrochen bei Ereignis ${brokenAt}; ab dort wurde nachträglich etwas verändert`;
  return [`${stream}: ${counted(events, "Ereignis", "Ereignisse")}${span}`, chain];
}

export const damagedEvent = (message: string): string => `Ein Ereignis ist nicht lesbar: ${message}`;

export const waitingMessages = (count: number): string =>
  `Noch zu übermitteln: ${counted(count, "Nachricht", "Nachrichten")}`;

export const boxesWithoutKey = (boxes: readonly string[]): string =>
  `Urnen ohne Schlüssel, die niemand mehr öffnen kann: ${boxes.join(", ")}`;

export const verified = (): string => "Alles in Ordnung.";
/** The chain and every event are fine; only votes that were not opened yet are lost. */
export const verifiedButKeyless = (boxes: number): string =>
  `Die Aufzeichnung ist vollständig; ${boxes === 1 ? "eine offene Urne hat" : `${boxes} offene Urnen haben`} keinen Schlüssel.`;
export const notVerified = (): string => "Die Aufzeichnung ist nicht in Ordnung.";

export type StatusFigures = {
  readonly committee: string | undefined;
  readonly seats: number;
  readonly people: number;
  readonly events: number;
  readonly openMeeting: LocalDate | undefined;
};

/** Stand von außen: without going into the room. */
export function statusLines({ committee, seats, people, events, openMeeting }: StatusFigures): readonly string[] {
  if (committee === undefined) return ["Noch kein Gremium. »sitzungsdienst import DATEI« richtet eines ein."];
  return [
    `${committee}: ${counted(seats, "Sitz", "Sitze")}, ${counted(people, "Person", "Personen")}`,
    openMeeting === undefined ? "Keine Sitzung eröffnet." : `Eröffnet ist die Sitzung vom ${numericDate(openMeeting)}.`,
    `Aufgezeichnet: ${counted(events, "Ereignis", "Ereignisse")}`,
  ];
}
