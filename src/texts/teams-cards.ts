/** Was nur auf Karten in Teams steht. */

/** Teil einer langen Nachricht: "(1/3)". */
export const partMark = (part: number, parts: number): string => `(${part}/${parts})`;

/** Vor den Namen derer, die etwas tun sollen. */
export const askedHere = (names: readonly string[]): string => `Gefragt: ${names.join(", ")}`;

export const openFile = (name: string): string => `Datei öffnen: ${name}`;

/** Unter einer Antwort, von der nur der Anfang auf die Karte passt. */
export const goesOnInDirectChat = (): string => "Das ist noch nicht alles: Im Direktchat mit mir geht es weiter.";

/** Wo es keine erste Zeile gibt, für die Benachrichtigung. */
export const unnamedMessage = (): string => "Nachricht vom Sitzungsdienst";

export const unnamedFile = (): string => "Datei";

/** Über den Zahlen eines Ergebnisses. */
export const votesHead = (): string => "Stimmen";
