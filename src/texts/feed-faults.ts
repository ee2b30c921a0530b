/** Störungen der Kalender-Abos. */
export type FeedFaultCode = "port-taken";

/** To whoever runs the program: what is so, and what to do. */
export const feedFaults = {
  "port-taken":
    "Die Adresse, auf der die Kalender-Abos erwartet werden, ist schon belegt oder gehört nicht zu dieser Maschine. Bitte die Angabe prüfen und nachsehen, ob der Dienst schon läuft.",
} as const satisfies Record<FeedFaultCode, string>;
