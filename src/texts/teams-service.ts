/** Was das Programm im Dienst von Teams meldet: read by whoever looks after it. */
export const teamsRuns = (committee: string, address: string, place: string): string =>
  `»${committee}« ist in Teams erreichbar: Messaging-Endpunkt ${address}/api/messages, lauscht auf ${place}.`;

export const teamsIsLocal = (): string =>
  "ACHTUNG: Teams läuft im lokalen Betrieb. Es wird keine Anmeldung geprüft; nur zum Ausprobieren auf dieser Maschine.";

export const noTeamsRoom = (): string =>
  "Hinweis: In der Gremiumsdatei steht kein Raum mit plattform: teams. Fügen Sie die App dem Gruppenchat hinzu und sprechen Sie sie dort an (@Sitzungsdienst hilfe); sie nennt die Adresse für die Datei.";

export const connectorSilent = (): string => "Teams antwortet zurzeit nicht; was wartet, folgt von selbst.";

export const teamsRefusesUs = (): string =>
  "Microsoft nimmt die Anmeldung des Sitzungsdienstes nicht an; vermutlich ist sein Geheimnis abgelaufen. In Teams wird nichts mehr gesendet; Nachrichten warten. Bitte in Entra ein neues Geheimnis anlegen, als MicrosoftAppPassword eintragen und neu starten.";
