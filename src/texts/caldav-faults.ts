/** Störungen des Kalender-Servers. */
export type CalDavFaultCode =
  | "bad-address"
  | "unauthorized"
  | "no-calendar"
  | "unreachable"
  | "server-busy"
  | "refused"
  | "conflict";

/** To whoever runs the program: what is so, and what to do. */
export const calDavFaults = {
  "bad-address":
    "Die Adresse des Kalenders taugt nicht: Sie muss mit https:// beginnen und darf kein Passwort enthalten. Bitte Konto und Passwort getrennt angeben; ohne https geht es nur auf derselben Maschine.",
  unauthorized:
    "Der Kalender-Server lässt den Sitzungsdienst nicht hinein. Bitte Konto, Passwort und die Rechte an diesem Kalender prüfen.",
  "no-calendar":
    "An dieser Adresse gibt es keinen Kalender, und anlegen lässt sich dort keiner. Bitte die Adresse prüfen oder den Kalender auf dem Server anlegen.",
  unreachable: "Der Kalender-Server antwortet nicht. Es wird später noch einmal versucht.",
  "server-busy": "Der Kalender-Server kann gerade nicht. Es wird später noch einmal versucht.",
  refused:
    "Der Kalender-Server hat mindestens einen Termin abgelehnt; die anderen stehen dort. Bitte nachsehen, was der Server dazu sagt.",
  conflict:
    "Ein Termin wird auf dem Kalender-Server immer wieder von anderer Seite geändert. Es wird später noch einmal versucht.",
} as const satisfies Record<CalDavFaultCode, string>;
