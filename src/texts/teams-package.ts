/** Was Teams über die App zeigt, in German and English, and what `teams-package` says. */

type AppTexts = {
  /** At most 30 characters. */
  readonly name: string;
  /** At most 100. */
  readonly fullName: string;
  /** At most 80. */
  readonly short: string;
  readonly full: string;
};

export const germanApp: AppTexts = {
  name: "Sitzungsdienst",
  fullName: "Sitzungsdienst – das Chat-Sekretariat Ihres Gremiums",
  short: "Sitzungen, Abstimmungen und Protokolle Ihres Gremiums, im Chat",
  full: [
    "Der Sitzungsdienst ist das Sekretariat einer Arbeitsgemeinschaft im Chat. Er führt Anwesenheit, Tagesordnung und Redeliste, nimmt Anträge entgegen und zählt Abstimmungen und Wahlen nach Ihrer Geschäftsordnung, auch geheime.",
    "Am Ende schreibt er das Protokoll. Zwischen den Sitzungen begleitet er Umlaufbeschlüsse, Aufgaben und Fristen.",
    "Im Gruppenchat und im Kanal sprechen Sie ihn mit @Sitzungsdienst an, im Direktchat schreiben Sie einfach. Was gerade möglich ist, zeigt »hilfe«. Mitmachen kann, wen die Geschäftsführung als Mitglied eingetragen hat.",
  ].join("\n\n"),
};

export const englishApp: AppTexts = {
  name: "Sitzungsdienst",
  fullName: "Sitzungsdienst – your committee’s meetings in the chat",
  short: "Meetings, votes and minutes of your committee, in the chat",
  full: [
    "Sitzungsdienst looks after a committee in its chat. It keeps attendance, agenda and speakers list, takes motions, and counts votes and elections by your rules of procedure, secret ones too.",
    "At the end it writes the minutes. Between meetings it looks after written procedures, tasks and deadlines.",
    "In group chats and channels, call it with @Sitzungsdienst; in a chat with it alone, just write. It speaks German, and so do its commands; “hilfe” shows what you can do. Members entered by the committee’s office can take part.",
  ].join("\n\n"),
};

/** Commands stay German in every language, since they are typed; what they do is said in English, too. */
export const englishSummaries = {
  "add-item": "Proposes an item for the agenda",
  agenda: "Shows the agenda",
  entry: "Hands in an anonymous contribution",
  excused: "Records who is excused",
  help: "Shows what you can do",
  link: "Connects your account with your membership",
  "move-motion": "Moves a motion",
  "next-item": "Calls the next item",
  "note-agreed": "Records an agreement for the minutes",
  "open-ballot": "Opens a vote",
  "open-meeting": "Opens the meeting; you chair it then",
  "paper-minutes": "Makes the minutes",
  present: "Records who is present",
  "request-to-speak": "Puts you on the speakers list",
  resolutions: "Shows open motions and resolutions",
  rules: "Explains the rules of procedure in force",
  status: "Shows where the committee stands",
  task: "Records a task, with or without a person and a deadline",
  tasks: "Shows the tasks",
  "written-procedures": "Shows running and finished written procedures",
} as const;

export const packageUsage = "teams-package [--ordner ORDNER] [--alles-lesen]";

export const appIdMissing = (): string =>
  "Es fehlt die App-ID. Sie steht in Entra in der Übersicht der App-Registrierung (»Anwendungs-ID«). Bitte als MicrosoftAppId in die Datei .env eintragen.";

export const addressMissing = (): string =>
  "Es fehlt die öffentliche Adresse dieses Dienstes, zum Beispiel https://sitzungsdienst.example.org. Bitte als SITZUNGSDIENST_TEAMS_ADRESSE in die Datei .env eintragen.";

export const packageWritten = (file: string, isReadingAll: boolean): string =>
  isReadingAll ? `Geschrieben: ${file} (»alles lesen«)` : `Geschrieben: ${file}`;

export const packageNext = (isReadingAll: boolean): readonly string[] => [
  "Geprüft an Microsofts Schema. Hochladen: Teams Admin Center, Teams-Apps, Apps verwalten, Hochladen.",
  ...(isReadingAll
    ? [
        "Bitte nur eines der beiden Pakete hochladen: Mit »alles lesen« bekommt der Sitzungsdienst jede Nachricht der Chats und Teams, in die er geholt wird.",
      ]
    : []),
];

export const packageInvalid = (file: string): string =>
  `${file} wurde nicht geschrieben, denn Teams würde es nicht annehmen:`;

export const folderNotWritable = (folder: string, why: string): string =>
  `In ${folder} lässt sich nichts schreiben (${why}). Bitte mit --ordner einen anderen Ordner angeben.`;

/** What stands behind "würde es nicht annehmen". */
export const packageFindings = {
  schema: (file: string, message: string): string => `${file}: ${message}`,
  pointsNowhere: (key: string): string => `en.json: »${key}« gibt es im Manifest nicht`,
  notTranslated: (key: string): string => `en.json: »${key}« ist nicht übersetzt`,
  notSecure: (url: string): string => `manifest.json: ${url} ist keine https-Adresse`,
  notInDomains: (url: string): string => `manifest.json: ${url} gehört zu keiner der validDomains`,
  versionNotPlain: (version: string): string =>
    `manifest.json: Die Version ${version} besteht nicht aus drei Zahlen; andere nimmt Teams nicht an`,
  commandTwice: (title: string, list: number): string =>
    `manifest.json: Der Befehl »${title}« steht in der ${list + 1}. Liste zweimal`,
  textTooLong: (text: string, limit: number): string => `»${text}« ist länger als ${limit} Zeichen`,
  iconWrong: (file: string, size: number): string => `${file} ist kein PNG mit ${size} × ${size} Pixeln`,
  fileMissing: (file: string): string => `${file} fehlt im Paket`,
};
