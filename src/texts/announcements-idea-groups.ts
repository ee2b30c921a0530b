import { counted, joined } from "./names.ts";
import { excerpt } from "./prompts.ts";

/** "Gruppe 2 „Fachkräfte“" */
export const groupName = (group: number, name: string): string => `Gruppe ${group} „${name}“`;

/** "Idee 3", "Ideen 3 und 5" */
export const ideaNumbers = (ideas: readonly number[]): string =>
  `${ideas.length === 1 ? "Idee" : "Ideen"} ${joined(ideas.map(String))}`;

const groupNumbers = (groups: readonly number[]): string =>
  `${groups.length === 1 ? "Gruppe" : "Gruppen"} ${joined(groups.map(String))}`;

export const groupMade = (name: string, ideas: readonly number[]): string =>
  ideas.length === 0 ? `${name} ist angelegt, noch ohne Ideen.` : `${name} ist angelegt, mit ${ideaNumbers(ideas)}.`;
export const cameFrom = (idea: number, group: string): string => `Idee ${idea} war bisher in ${group}.`;
export const groupRenamed = (before: string, after: string): string => `${before} heißt jetzt „${after}“.`;
export const ideasMoved = (ideas: readonly number[], group: string): string =>
  ideas.length === 1 ? `${ideaNumbers(ideas)} ist jetzt in ${group}.` : `${ideaNumbers(ideas)} sind jetzt in ${group}.`;
export const ideasUngrouped = (ideas: readonly number[]): string =>
  ideas.length === 1
    ? `${ideaNumbers(ideas)} ist jetzt in keiner Gruppe.`
    : `${ideaNumbers(ideas)} sind jetzt in keiner Gruppe.`;
export const groupsMerged = (from: readonly number[], into: string): string =>
  from.length === 1
    ? `${groupNumbers(from)} ist in ${into} aufgegangen.`
    : `${groupNumbers(from)} sind in ${into} aufgegangen.`;
export const groupNow = (ideas: readonly number[]): string =>
  ideas.length === 0 ? "Darin ist noch keine Idee." : `Darin jetzt: ${ideaNumbers(ideas)}.`;
export const undoLabel = (): string => "Rückgängig";
export const wallLabel = (): string => "Tafel zeigen";
export const wallPictureLabel = (): string => "Tafel als Bild";
export const newGroupLabel = (): string => "Neue Gruppe";
export const renameGroupLabel = (): string => "Gruppe umbenennen";
export const splitGroupLabel = (): string => "Gruppe teilen";
export const mergeGroupsLabel = (): string => "Gruppen zusammenlegen";
/** "Gruppen 1 Personal und 2 Wege" */
export const pairLabel = (into: GroupLabel, from: GroupLabel): string =>
  `Gruppen ${into.group} ${excerpt(into.name)} und ${from.group} ${excerpt(from.name)}`;
type GroupLabel = { readonly group: number; readonly name: string };
export const wallFileLabel = (): string => "Tafel als Datei";

export const wallTitle = (workshop: string): string => `Tafel: ${workshop}`;
export const noWall = (): readonly string[] => [
  "Es gibt noch keine Tafel, weil es keinen Workshop gab.",
  "Die Leitung setzt einen an: „workshop“, Titel und Tag.",
];
/** "3 Gruppen mit 12 Ideen, 4 ohne Gruppe." */
export const wallInShort = (groups: number, grouped: number, ungrouped: number): string => {
  const held = `${counted(groups, "Gruppe", "Gruppen")} mit ${counted(grouped, "Idee", "Ideen")}`;
  return ungrouped === 0 ? `${held}.` : `${held}, ${ungrouped} ohne Gruppe.`;
};
export const nothingOnWall = (): string => "Es gibt noch keine Ideen und keine Gruppen.";
/** What is hidden is counted, nothing more. */
export const hiddenOnWall = (count: number): string =>
  `${counted(count, "Idee ist", "Ideen sind")} noch verdeckt. Gezeigt und gruppiert wird nach „ideen aufdecken“.`;
export const sealedOnWall = (count: number): string =>
  `${counted(count, "anonyme Idee liegt", "anonyme Ideen liegen")} noch im Kasten.`;
export const emptyGroup = (): string => "noch keine Idee";
export const ungroupedHead = (): string => "Ohne Gruppe";
/** "Frage 2: Was brauchen Familien?" */
export const questionHead = (question: number, text: string): string => `Frage ${question}: ${text}`;
export const otherQuestionsHead = (): string => "Ohne eigene Frage";
export const groupHead = (name: string, count: number): string => `${name} (${counted(count, "Idee", "Ideen")})`;
/** "3: Mehr Plätze" */
export const ideaLine = (idea: number, text: string): string => `${idea}: ${text.replace(/\s+/gu, " ").trim()}`;
export const groupLine = (name: string, count: number): string => `${name}: ${counted(count, "Idee", "Ideen")}`;
export const howToGroup = (): string =>
  "Gruppen bilden Sie mit „gruppe“, dem Namen in Anführungszeichen, Doppelpunkt und Nummern; verschoben wird mit „idee 3 nach gruppe 2“.";
/** Next to be put into a group; `left`: how many there are besides. */
export const whereTo = (idea: number, text: string, left: number): string => {
  const rest = left === 0 ? "" : ` Danach noch ${left}.`;
  return `Wohin mit Idee ${idea} „${excerpt(text)}“?${rest}`;
};
/** Vorschlag: where ideas much like it are. */
export const suggestedGroup = (idea: number, group: string): string => `Idee ${idea} passt vielleicht in ${group}.`;
export const toGroupLabel = (group: number, name: string): string => `→ Gruppe ${group} ${excerpt(name)}`;

export const wallReady = (workshop: string): readonly string[] => [
  `Tafel des Workshops „${workshop}“ als Datei, Stand jetzt.`,
  "Sie zeigt, was gruppiert ist; weitere Änderungen stehen in „tafel“.",
];
export const noWallFile = (): readonly string[] => [
  "Abgelehnt: Es gibt keine Tafel, weil es keinen Workshop gab.",
  "Die Leitung setzt einen an: „workshop“, Titel und Tag.",
];

export const noGroupNumber = (typed: string): string =>
  `„${typed}“ ist keine Nummer einer Gruppe. Gruppen heißen 1, 2, 3 …; „tafel“ zeigt sie.`;
export const noIdeaNumbers = (typed: string): string =>
  `„${typed}“ sind keine Nummern von Ideen. Zum Beispiel: 1, 4, 7.`;
export const twoGroupsNeeded = (): string =>
  "Zum Zusammenlegen braucht es mindestens zwei Gruppen, zum Beispiel 2 und 3.";
export const askGroupName = (): string => "Wie heißt die Gruppe?";
export const askGroup = (): string => "Welche Gruppe?";
export const askTarget = (): string => "In welche Gruppe?";
export const askIdeas = (): string => "Welche Ideen? Zum Beispiel 5, 6";
export const askIdea = (): string => "Welche Idee?";
export const askMove = (): string => "Welche Ideen, und wohin? Zum Beispiel 3, 5 nach gruppe 2";
export const askMerge = (): string => "Welche Gruppen? Zum Beispiel 2 und 3";
