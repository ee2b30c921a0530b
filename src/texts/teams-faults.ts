/** Störungen des Anschlusses an Teams. */
export type TeamsFaultCode = "notes-damaged" | "port-taken" | "not-authenticated";

/** To whoever runs the program: what is so, and what to do. */
export const teamsFaults = {
  "notes-damaged":
    "Der Merkzettel des Teams-Anschlusses (teams.sqlite im Ordner »teams«) ist beschädigt oder gehört einem anderen Programm. Es wurde nichts verändert. Bitte den Ordner »teams« sichern und umbenennen; beim nächsten Start entsteht ein neuer. Die Aufzeichnung des Gremiums ist davon nicht betroffen.",
  "port-taken":
    "Die Adresse, auf der Teams erwartet wird, ist schon belegt oder gehört nicht zu dieser Maschine. Bitte SITZUNGSDIENST_TEAMS_ANSCHLUSS prüfen und nachsehen, ob der Dienst schon läuft.",
  "not-authenticated":
    "Ohne MicrosoftAppId würde niemand geprüft. Bitte MicrosoftAppId eintragen, oder für einen Versuch auf dieser Maschine SITZUNGSDIENST_TEAMS_LOKAL=ja.",
} as const satisfies Record<TeamsFaultCode, string>;
