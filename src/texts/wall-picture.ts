import { parseLocalDate } from "../core/kernel/local-date.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted, joined } from "./names.ts";
import { excerpt } from "./prompts.ts";

/** What stands on the picture below its title; what is hidden is counted, nothing more. */
export function wallPictureLines(wall: {
  readonly committee: string;
  readonly day: string;
  readonly groups: number;
  readonly ideas: number;
  readonly hidden: number;
  readonly sealed: number;
}): readonly string[] {
  const counts = [
    ...(wall.groups === 0 ? [] : [counted(wall.groups, "Gruppe", "Gruppen")]),
    counted(wall.ideas, "Idee", "Ideen"),
  ];
  const more = [
    ...(wall.hidden === 0 ? [] : [counted(wall.hidden, "Idee ist noch verdeckt", "Ideen sind noch verdeckt")]),
    ...(wall.sealed === 0
      ? []
      : [counted(wall.sealed, "anonyme Idee liegt noch im Kasten", "anonyme Ideen liegen noch im Kasten")]),
  ];
  const day = parseLocalDate(wall.day);
  const facts = [wall.committee, ...(day === undefined ? [] : [dateWithWeekday(day)]), joined(counts)];
  return [facts.join(" · "), ...(more.length === 0 ? [] : [`${joined(more)}.`])];
}

/** "3 Punkte · 2 unterstützen", each on one line; empty where there are none. */
export function cardMarks(dots: number, support: number): string {
  return [
    ...(dots === 0 ? [] : [counted(dots, "Punkt", "Punkte")]),
    ...(support === 0 ? [] : [counted(support, "unterstützt", "unterstützen")]),
  ]
    .map((mark) => mark.replaceAll(" ", "\u00A0"))
    .join(" · ");
}

/** Behind what began on the picture before. */
export const continuedOnWall = (): string => "Fortsetzung";

/** For those who cannot see it: which of how many pictures, and what is on it. */
export function wallPictureCaption(
  workshop: string,
  picture: number,
  pictures: number,
  heads: readonly string[],
): string {
  const which = pictures === 1 ? "" : `, Bild ${picture} von ${pictures}`;
  return `Tafel „${excerpt(workshop)}“${which}: ${joined(heads.map((head) => excerpt(head)))}`;
}

export const wallPictureReady = (workshop: string, pictures: number): readonly string[] => [
  `Tafel des Workshops „${workshop}“ ${pictures === 1 ? "als Bild" : `auf ${pictures} Bildern`}, Stand jetzt.`,
  "In Worten zeigt sie „tafel“.",
];
export const pictureToAllByModeration = (): readonly string[] => [
  "Abgelehnt: In alle Räume schickt das Bild die Moderation.",
  "„tafel bild“ zeigt es nur hier.",
];
