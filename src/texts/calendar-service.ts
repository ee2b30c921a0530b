import { calDavFaults } from "./caldav-faults.ts";

export const feedsRun = (address: string, host: string, port: number): string =>
  `Kalender-Abos gibt es unter ${address} (hier auf ${host}:${port}).`;

export function calDavTrouble(code: string): string {
  const known = Object.entries(calDavFaults).find(([fault]) => fault === code)?.[1];
  const next = known ?? "Bitte die Angaben SITZUNGSDIENST_CALDAV_… und den Server prüfen; es wird weiter versucht.";
  return `Der CalDAV-Kalender lässt sich nicht fortschreiben (${code}). ${next}`;
}
