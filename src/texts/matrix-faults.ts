/** Störungen des Anschlusses an Matrix. */
export type MatrixFaultCode =
  | "notes-damaged"
  | "login-damaged"
  | "not-signed-in"
  | "signed-out"
  | "login-refused"
  | "server-unknown"
  | "other-account";

/** To whoever runs the program: what is so, and what to do. */
export const matrixFaults = {
  "notes-damaged":
    "Der Merkzettel des Matrix-Anschlusses (matrix.sqlite im Ordner »matrix«) ist beschädigt oder gehört einem anderen Programm. Es wurde nichts verändert. Bitte den Ordner sichern, den Ordner »matrix« umbenennen und neu anmelden: npx sitzungsdienst matrix login. Die Aufzeichnung des Gremiums ist davon nicht betroffen.",
  "login-damaged":
    "Die Matrix-Anmeldung (anmeldung.json im Ordner »matrix«) ist nicht lesbar. Bitte neu anmelden: npx sitzungsdienst matrix login.",
  "not-signed-in": "Für Matrix ist niemand angemeldet. Bitte einmal anmelden: npx sitzungsdienst matrix login.",
  "signed-out":
    "Der Matrix-Server kennt die Anmeldung nicht mehr: Das Gerät wurde abgemeldet oder das Passwort geändert. In Matrix wird nichts mehr gelesen und gesendet; Nachrichten warten. Bitte neu anmelden: npx sitzungsdienst matrix login.",
  "login-refused":
    "Der Matrix-Server hat die Anmeldung abgelehnt. Bitte Konto und Passwort (oder Token) prüfen und noch einmal anmelden.",
  "server-unknown":
    "Unter dieser Adresse antwortet kein Matrix-Server. Bitte die Adresse prüfen, zum Beispiel https://matrix.beispiel.de.",
  "other-account":
    "Im Ordner »matrix« liegt die Anmeldung eines anderen Kontos. Für ein neues Konto den Ordner »matrix« umbenennen und noch einmal anmelden.",
} as const satisfies Record<MatrixFaultCode, string>;
