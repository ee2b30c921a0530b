/** Was »matrix login« fragt und sagt. */
export const loginUsage = "matrix login [--neue-identitaet]";

export const askAccount = (): string => "Matrix-Konto des Sitzungsdienstes (@name:server): ";
export const askServer = (guess: string): string => `Adresse des Servers [${guess}]: `;
export const askPassword = (): string => "Passwort des Kontos (wird nicht angezeigt und nicht gespeichert): ";
export const askRecoveryKey = (): string =>
  "Wiederherstellungsschlüssel des Kontos (leer lassen, wenn es keinen gibt): ";

export const accountMissing = (): string =>
  "Es fehlt das Konto, zum Beispiel @sitzungsdienst:example.org. Bitte eingeben oder als SITZUNGSDIENST_MATRIX_KONTO setzen.";
export const secretMissing = (): string =>
  "Es fehlt das Passwort (oder ein Token). Bitte eingeben oder als SITZUNGSDIENST_MATRIX_PASSWORT setzen.";

export const signedInAs = (account: string, device: string): string => `Angemeldet als ${account}, Gerät ${device}.`;
export const stillSignedIn = (account: string, device: string): string =>
  `Schon angemeldet als ${account}, Gerät ${device}; es bleibt dabei.`;
export const newDeviceInstead = (): string =>
  "Die frühere Anmeldung gilt nicht mehr. Es wird ein neues Gerät angelegt; die alten Schlüssel liegen daneben und werden nicht mehr gebraucht.";

export const deviceSigned = (): string =>
  "Das Gerät ist mit der Identität des Kontos bestätigt: In Element steht kein Warnzeichen neben seinen Nachrichten.";
export const deviceUnsigned = (): string =>
  "Das Gerät ist nicht bestätigt. In Element steht ein rotes oder graues Schild neben seinen Nachrichten, und manche Programme geben ihm keine Schlüssel.\nAbhilfe: den Wiederherstellungsschlüssel angeben (SITZUNGSDIENST_MATRIX_WIEDERHERSTELLUNG), oder mit dem Passwort eine neue Identität anlegen: npx sitzungsdienst matrix login --neue-identitaet";
export const fingerprintIs = (fingerprint: string): string =>
  `Fingerabdruck des Geräts, zum Vergleichen: ${fingerprint}`;

export const forTheAdministrator = (account: string): readonly string[] => [
  "Für die Betreuung des Matrix-Servers: Bitte die Mengenbremse für dieses Konto aufheben. Bei Synapse:",
  `  POST /_synapse/admin/v1/users/${encodeURIComponent(account)}/override_ratelimit`,
  '  {"messages_per_second": 0, "burst_count": 0}',
];
export const notLimited = (messages: number): string =>
  `Geprüft: ${messages} Nachrichten hintereinander gingen ohne Bremse durch. So ist es richtig.`;
export const isLimited = (messages: number): string =>
  `Geprüft: Nach ${messages} Nachrichten hat der Server gebremst. Der Sitzungsdienst arbeitet trotzdem, aber eine Abstimmung mit vielen Beteiligten dauert dann Minuten.`;
export const notProbed = (why: string): string => `Die Mengenbremse ließ sich nicht prüfen (${why}).`;

export const whatNext = (): readonly string[] => [
  "So geht es weiter:",
  "  1. npx sitzungsdienst code NAME      gibt der Geschäftsführung ihren Code zum Anmelden",
  "  2. npm start                         nimmt den Dienst auf",
  "  3. In Element: einen Direktchat mit dem Konto beginnen und »anmelden CODE« schreiben",
];

export const matrixSignedIn = (account: string): string => `Matrix: angemeldet als ${account}.`;
export const matrixSignedOut = (account: string, since: string): string =>
  `Matrix: ${account} ist seit ${since} abgemeldet. Neu anmelden: npx sitzungsdienst matrix login.`;

export const codeUsage = "code NAME";
export const codeIssued = (name: string, code: string, days: number): string =>
  `Code für ${name}: ${code}\nEr gilt einmal und ${days} Tage. Im Direktchat mit dem Sitzungsdienst: anmelden ${code}`;
export const nobodyOfThatName = (typed: string): string =>
  `»${typed}« gehört nicht zum Gremium. Bitte so schreiben wie in der Gremiumsdatei, zum Beispiel: code Frau Vollmer`;
export const severalOfThatName = (typed: string, names: readonly string[]): string =>
  `»${typed}« kann mehrere meinen: ${names.join("; ")}. Bitte genauer.`;
