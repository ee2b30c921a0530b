import type { ItemArrival } from "../core/agenda/events.ts";
import { counted } from "./names.ts";

type Item = {
  readonly title: string;
  readonly minutes?: number;
  readonly public: boolean;
  readonly deciding: boolean;
  readonly arrival?: ItemArrival;
};

/** "Geschäftsordnung (20 min, nichtöffentlich, ohne Beschluss)" */
export function itemText(item: Item): string {
  const aside = [
    ...(item.minutes === undefined ? [] : [`${item.minutes} min`]),
    ...(item.public ? [] : ["nichtöffentlich"]),
    ...(item.deciding ? [] : ["ohne Beschluss"]),
    ...(item.arrival === "late" ? ["nach der Frist"] : []),
  ];
  return aside.length === 0 ? item.title : `${item.title} (${aside.join(", ")})`;
}

export const itemAdded = (place: number, item: Item): string =>
  `Neu auf der Tagesordnung, TOP ${place}: ${itemText(item)}.`;
export const itemAdmitted = (title: string, place: number): string =>
  `TOP ${place} „${title}“ ist als dringlich aufgenommen und gilt als angekündigt.`;
export const itemIsLate = (title: string): string =>
  `Der Punkt war nicht angekündigt. Beschlossen werden kann darüber erst, wenn er als dringlich aufgenommen ist: „dringlich: ${title}“.`;
export const itemChanged = (place: number, item: Item): string => `TOP ${place} heißt jetzt: ${itemText(item)}.`;
export const itemMoved = (title: string, place: number): string => `„${title}“ ist jetzt TOP ${place}.`;
export const itemRemoved = (title: string): string => `„${title}“ steht nicht mehr auf der Tagesordnung.`;
export const agendaAdopted = (count: number): string =>
  `Die Tagesordnung ist festgestellt (${counted(count, "Punkt", "Punkte")}).`;
export const itemCalled = (place: number, item: Item): string => `TOP ${place}: ${itemText(item)}`;
export const itemAdjourned = (place: number, title: string): string =>
  `TOP ${place} „${title}“ ist vertagt und kommt auf die nächste Tagesordnung.`;

export const itemSetAside = (place: number, title: string, how: "notConsidered" | "referred", to?: string): string =>
  how === "notConsidered"
    ? `Mit TOP ${place} „${title}“ befasst sich die Sitzung nicht; der Punkt ist damit erledigt.`
    : `TOP ${place} „${title}“ ist überwiesen${to === undefined ? "" : ` an ${to}`}; der Punkt ist damit für heute erledigt.`;
export const wordReturned = (person: string): string => `${person} hat das Wort wieder.`;

export const speakerRequested = (person: string, place: number, own: boolean): string =>
  own ? `Sie stehen auf der Redeliste, Platz ${place}.` : `${person} steht auf der Redeliste, Platz ${place}.`;
export const speakerWithdrawn = (person: string, own: boolean): string =>
  own ? "Ihre Wortmeldung ist zurückgezogen." : `Die Wortmeldung von ${person} ist zurückgezogen.`;
export const youSpeak = (): string => "Sie haben das Wort.";
export const youHaveTheFinalWord = (): string => "Sie haben das Schlusswort.";
export const speakingTimeForItem = (seconds: number): string => `Redezeit: ${timeText(seconds)}.`;
export const lastCallGiven = (): string =>
  "Letzte Gelegenheit, sich zu melden: Wenn das Wort das nächste Mal erteilt wird, ist die Redeliste geschlossen.";
export const debateClosed = (finalWord: boolean): string =>
  `Die Aussprache ist geschlossen; wer noch auf der Redeliste stand, kommt nicht mehr zu Wort.${finalWord ? " Das Schlusswort bleibt: „nächste“." : ""}`;
export const speakersListClosed = (): string => "Die Redeliste ist geschlossen. Wer darauf steht, kommt noch zu Wort.";
export const speakersListReopened = (): string => "Die Redeliste ist wieder offen.";

/** "3 Minuten", "90 Sekunden" */
export function timeText(seconds: number): string {
  return seconds % 60 === 0 ? counted(seconds / 60, "Minute", "Minuten") : counted(seconds, "Sekunde", "Sekunden");
}

export const speakingTimeSet = (seconds: number): string => `Redezeit ab jetzt: ${timeText(seconds)}.`;
export const speaksNow = (person: string): string => `Es spricht: ${person}.`;
export const nobodyWaits = (): string => "Niemand wartet auf das Wort.";
export const waitInOrder = (): string => "Es folgen:";
export const listIsClosed = (): string => "Die Redeliste ist geschlossen.";
