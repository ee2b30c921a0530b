import { undeliverable } from "./chat-rooms.ts";

/** Was der Anschluss an Matrix selbst sagt, rooms and chats concerned. */
export const invitationRefused = (): string =>
  "Danke für die Einladung. Ich nehme nur Einladungen von Mitgliedern des Gremiums und von vereinbarten Servern an. Bitte wenden Sie sich an die Geschäftsführung.";

export const roomNotBound = (address: string): string =>
  `Dieser Raum gehört noch zu keinem Gremium. Damit ich hier mitarbeite, trägt die Geschäftsführung ihn in die Gremiumsdatei ein, unter »raeume« mit plattform: matrix und adresse: "${address}".`;

export const notAlone = (): string =>
  "In unserem bisherigen Direktchat lesen auch andere mit. Ihre Nachricht dort habe ich deshalb nicht ausgeführt. Bitte schreiben Sie mir hier.";

export const roomWaits = (room: string): string =>
  `Der Matrix-Raum ${room} wurde durch einen neuen ersetzt, in den ich noch nicht eingeladen bin. Bitte laden Sie mich dort ein; bis dahin warten meine Nachrichten.`;

export const roomLost = (
  room: string,
  why: "kicked" | "banned" | "silenced" | "gone",
  by: string | undefined,
  dropped: number,
): string =>
  [
    lossOf[why](room, by),
    undeliverable(dropped),
    why === "silenced"
      ? "Bitte geben Sie mir dort das Recht zu schreiben."
      : "Soll ich dort weiter mitarbeiten, laden Sie mich bitte wieder ein.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");

const lossOf = {
  kicked: (room, by) => `Ich wurde aus dem Matrix-Raum ${room} entfernt${by === undefined ? "" : `, von ${by}`}.`,
  banned: (room, by) => `Ich wurde aus dem Matrix-Raum ${room} ausgeschlossen${by === undefined ? "" : `, von ${by}`}.`,
  silenced: (room) => `Im Matrix-Raum ${room} darf ich nicht schreiben.`,
  gone: (room) => `Im Matrix-Raum ${room} bin ich nicht mehr.`,
} satisfies Record<string, (room: string, by: string | undefined) => string>;

export const roomMoved = (room: string): string =>
  `Der Matrix-Raum ${room} wurde erneuert. Ich arbeite im neuen Raum weiter; in der Gremiumsdatei muss nichts geändert werden.`;
