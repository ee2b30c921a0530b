import { undeliverable } from "./chat-rooms.ts";

/** Was der Anschluss an Teams selbst sagt, chats concerned. */
export const noDirectChat = (person: string): string =>
  `${person}: Ich kann Ihnen in Teams nicht direkt schreiben, weil Sie mich noch nicht hinzugefügt haben. Bitte suchen Sie in Teams oben nach »Sitzungsdienst«, fügen Sie die App hinzu und schreiben Sie mir dort »hilfe«; was für Sie wartet, kommt dann von selbst. Abstimmen können Sie auch ohne das, mit den Knöpfen unter der Abstimmung.`;

export const greetingInRoom = (): string =>
  "Guten Tag, ich bin der Sitzungsdienst. Hier sprechen Sie mich mit @ und meinem Namen an, zum Beispiel mit »hilfe« dahinter. Wer noch nicht verbunden ist, schreibt mir bitte im Direktchat »anmelden« und den Code von der Geschäftsführung.";

export const roomNotBound = (address: string): string =>
  `Dieser Chat gehört noch zu keinem Gremium. Damit ich hier mitarbeite, trägt die Geschäftsführung ihn in die Gremiumsdatei ein, unter »raeume« mit plattform: teams und adresse: "${address}".`;

export const noAccount = (): string =>
  "Sie sind hier ohne Konto einer Organisation angemeldet; so kann ich nicht prüfen, wer Sie sind. Bitte melden Sie sich in Teams mit Ihrem Konto an oder wenden Sie sich an die Geschäftsführung.";

export const saidInRoom = (): string => "Verstanden; die Antwort steht im Chat.";

export const inDirectChat = (): string => "Die Antwort kommt im Direktchat mit mir.";

export const clickedBefore = (): string =>
  "Auf diesen Klick habe ich schon geantwortet. So steht es jetzt; zum Ändern bitte hier noch einmal wählen.";

export const doneBefore = (): string => "Darauf habe ich schon geantwortet. Wo wir stehen, sagt »status«.";

export const filledBefore = (): string => "Darauf habe ich schon geantwortet. Für etwas Weiteres ist das Feld da.";

export const fieldEnded = (): string => "Das Feld ist geschlossen.";

export const perhapsTwice = (): string =>
  "Möglicherweise doppelt: Es gab eine Störung, und ich weiß nicht, ob dies schon ankam.";

export const ballotPaperButton = (): string => "Mein Stimmzettel";

export const ownVoteButton = (): string => "Meine Stimme";

export const fileDescription = (): string => "Vom Sitzungsdienst erstellt";

export const fileGone = (): string => "Diese Datei gibt es nicht mehr. Bitte das Papier neu anfordern.";

export const fileNotPut = (name: string): string =>
  `»${name}« ließ sich nicht ablegen. Bitte fordern Sie das Papier noch einmal an.`;

export const roomLost = (room: string, dropped: number): string =>
  [
    `Ich wurde aus dem Teams-Chat ${room} entfernt.`,
    undeliverable(dropped),
    "Soll ich dort weiter mitarbeiten, fügen Sie mich bitte wieder hinzu.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
