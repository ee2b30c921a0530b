import { matrixFaults } from "./matrix-faults.ts";

/** Was das Programm im Dienst meldet: lines of the log, read by whoever looks after it. */
export const serviceRuns = (committee: string, account: string): string =>
  `»${committee}« ist in Matrix erreichbar, als ${account}. Beenden mit Strg-C; alles bleibt gespeichert.`;

export const serverSilent = (): string => "Der Matrix-Server antwortet zurzeit nicht; was wartet, folgt von selbst.";

export const serviceAlarm = (): string => `ALARM: ${matrixFaults["signed-out"]}`;

export const noMatrixRoom = (): string =>
  "Hinweis: In der Gremiumsdatei steht kein Raum mit plattform: matrix. Laden Sie das Konto in den Raum ein und sprechen Sie es dort an (!ag hilfe); es nennt die Adresse für die Datei.";

export const unsignedDevice = (): string =>
  "Hinweis: Das Gerät ist nicht bestätigt; in Element steht neben seinen Nachrichten ein Warnzeichen, und manche Programme geben ihm keine Schlüssel. Abhilfe: npx sitzungsdienst matrix login, mit dem Wiederherstellungsschlüssel oder --neue-identitaet.";
