import type { FeedOwner } from "../core/calendar/events.ts";

const feedNames: Readonly<Record<FeedOwner["kind"], string>> = {
  person: "Ihr Kalender-Abo",
  committee: "Das Kalender-Abo des Gremiums",
};

export const feedOpened = (whose: FeedOwner["kind"]): string => `${feedNames[whose]} hat diese Adresse:`;
export const earlierFeedEnded = (): string => "Die frühere Adresse gilt nicht mehr.";
export const howToSubscribe = (whose: FeedOwner["kind"]): string => {
  const head = "Tragen Sie sie im Kalenderprogramm als Abonnement ein.";
  return whose === "person"
    ? `${head} Wer die Adresse kennt, liest mit; behalten Sie sie für sich.`
    : `${head} Geben Sie sie nur an Mitglieder weiter: Wer sie kennt, liest mit.`;
};
export const feedClosed = (whose: FeedOwner["kind"]): string =>
  `${feedNames[whose]} ist beendet; die Adresse gilt nicht mehr.`;
export const noFeedHere = (): string =>
  "Abgelehnt: Kalender-Abos sind hier nicht eingerichtet; es ändert sich nichts. Die Geschäftsführung kann sie einrichten lassen. Einzelne Termine stehen als Datei an der Einladung.";

export const remindersMuted = (): string =>
  "Sie bekommen keine Erinnerungen mehr. Einladungen und Fragen kommen weiter.";
export const remindersUnmuted = (): string => "Sie werden wieder erinnert, wenn etwas von Ihnen fehlt.";
