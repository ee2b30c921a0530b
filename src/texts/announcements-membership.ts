import type { LocalDate } from "../core/kernel/local-date.ts";
import { dateWithWeekday } from "./dates.ts";
import { oblique } from "./names.ts";

export const codeIssued = (person: string, validUntil: LocalDate): string =>
  `Code für ${oblique(person)}, gültig bis ${dateWithWeekday(validUntil)}, einmal zu verwenden:`;
export const passCodeOn = (): string =>
  "Bitte geben Sie ihn persönlich weiter. Im Direktchat mit mir: anmelden und der Code.";
export const codeReplaced = (person: string): string => `Für ${oblique(person)} gibt es einen neuen Code.`;
export const linked = (person: string): string => `Willkommen, ${person}. Ihr Konto ist verbunden.`;
export const votesFor = (seat: string): string => `Sie gehören zum Sitz ${seat}.`;
export const unlinked = (person: string): string => `Die Verbindung dieses Kontos mit ${oblique(person)} ist gelöst.`;
export const rulesAdopted = (title: string): string => `Ab jetzt gilt: ${title}.`;
export const reverted = (what: string): string =>
  `Zurückgenommen: ${what}. Der Vorgang bleibt im internen Protokoll sichtbar.`;
