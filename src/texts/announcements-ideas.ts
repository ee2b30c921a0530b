import { counted } from "./names.ts";
import { excerpt } from "./prompts.ts";

/** "Idee 7 „Mehr Plätze“" */
export const ideaName = (idea: number, text: string): string => `Idee ${idea} „${excerpt(text)}“`;

export const ideaNoted = (idea: number, text: string): string => `${ideaName(idea, text)} ist notiert.`;
export const ideasNoted = (first: number, last: number): string =>
  `${last - first + 1} Ideen sind notiert: Nummer ${first} bis ${last}.`;
export const ideaOfQuestion = (question: number, text: string): string => `Zur Leitfrage ${question}: ${excerpt(text)}`;
export const ideasStayHidden = (): string => "Bis die Moderation aufdeckt, sehen die anderen nur, wie viele es sind.";
export const sealedIdeasTaken = (count: number): string =>
  count === 1
    ? "Ihre Idee liegt verschlossen im Kasten, ohne Namen. Ändern lässt sie sich nicht mehr."
    : `Ihre ${count} Ideen liegen verschlossen im Kasten, ohne Namen. Ändern lassen sie sich nicht mehr.`;

/** Beinahe-Dublette: a question, never a verdict. */
export const looksLike = (idea: number, like: number, text: string): string =>
  `Idee ${idea} ähnelt ${ideaName(like, text)}. Meinen Sie dasselbe? Dann unterstützen Sie jene und ziehen Ihre zurück; sonst bleiben beide stehen.`;
export const looksLikeOwn = (idea: number, like: number, text: string): string =>
  `Idee ${idea} ähnelt Ihrer ${ideaName(like, text)}. Ist es dieselbe, ziehen Sie eine zurück; sonst bleiben beide stehen.`;

export const supportLabel = (idea: number): string => `Idee ${idea} unterstützen`;
export const withdrawLabel = (idea: number): string => `Idee ${idea} zurückziehen`;
export const nextIdeasLabel = (): string => "Weitere Ideen";

export const ideaChanged = (idea: number, text: string): string => `Idee ${idea} lautet jetzt: ${text}`;
export const yourIdeaChanged = (by: string, idea: number, text: string): string =>
  `${by} hat Ihre Idee ${idea} geändert. Sie lautet jetzt: ${text}`;
export const ideaWithdrawn = (idea: number, text: string): string => `${ideaName(idea, text)} ist zurückgezogen.`;
export const yourIdeaWithdrawn = (by: string, idea: number, text: string): string =>
  `${by} hat Ihre ${ideaName(idea, text)} zurückgezogen.`;
export const yourIdeaIsBack = (by: string, idea: number, text: string): string =>
  `${by} hat das zurückgenommen. Ihre ${ideaName(idea, text)} steht wieder da.`;
export const ideaCommented = (idea: number, text: string): string =>
  `Ihr Kommentar zu ${ideaName(idea, text)} ist notiert.`;
export const yourIdeaCommented = (by: string, idea: number, comment: string): string =>
  `${by} zu Ihrer Idee ${idea}: ${comment}`;
export const ideaSupported = (idea: number, text: string, support: number): string =>
  `Sie unterstützen ${ideaName(idea, text)}. ${support === 1 ? "Das tut jetzt 1 Person." : `Das tun jetzt ${support} Personen.`}`;
export const ideaSupportEnded = (idea: number, text: string): string =>
  `Sie unterstützen ${ideaName(idea, text)} nicht mehr.`;

export const boxOpened = (count: number, first: number, last: number): string =>
  count === 1
    ? `Der Kasten ist geöffnet: 1 anonyme Idee, Nummer ${first}.`
    : `Der Kasten ist geöffnet: ${count} anonyme Ideen, Nummer ${first} bis ${last}, in zufälliger Reihenfolge.`;
export const ideasRevealed = (count: number): string =>
  count === 0 ? "Aufgedeckt. Es gibt noch keine Ideen." : `Aufgedeckt: ${counted(count, "Idee", "Ideen")}.`;
export const moreIdeas = (count: number): string =>
  count === 1 ? "Eine weitere zeigt „ideen“." : `${count} weitere zeigt „ideen“.`;

/** "Klausurtagung: 12 Ideen." */
export const ideasCounted = (title: string, count: number): string => `${title}: ${counted(count, "Idee", "Ideen")}.`;
export const ideasInBox = (count: number): string =>
  `Im Kasten, verschlossen: ${counted(count, "anonyme Idee", "anonyme Ideen")}.`;
export const ideasHiddenStill = (): string => "Sie sind verdeckt, bis die Moderation aufdeckt.";
export const newestIdeas = (): string => "Die neuesten:";
export const howToGiveIdeas = (isAnonymous: boolean): string =>
  isAnonymous
    ? "Ideen geben Sie im Direktchat, ohne Namen: „idee: …“."
    : "Ideen geben Sie hier oder im Direktchat: „idee: …“, mehrere mit „ideen:“ und je einer Zeile.";

export type IdeaFacts = {
  readonly idea: number;
  readonly text: string;
  readonly by?: string;
  readonly support: number;
  readonly comments: number;
  readonly group?: string;
  readonly tags: readonly string[];
};

/** "7: Mehr Plätze (Frau Thomsen; 3 unterstützen; 1 Kommentar; Gruppe 2 „Plätze“; #Partizipation)" */
export function ideaLine({ idea, text, by, support, comments, group, tags }: IdeaFacts): string {
  const facts = [
    ...(by === undefined ? [] : [by]),
    ...(support === 0 ? [] : [support === 1 ? "1 Person unterstützt sie" : `${support} unterstützen sie`]),
    ...(comments === 0 ? [] : [counted(comments, "Kommentar", "Kommentare")]),
    ...(group === undefined ? [] : [group]),
    ...tags.map((tag) => `#${tag}`),
  ];
  return facts.length === 0 ? `${idea}: ${text}` : `${idea}: ${text} (${facts.join("; ")})`;
}
export const groupOfIdea = (group: number, name: string): string => `Gruppe ${group} „${name}“`;
export const commentBy = (who: string, text: string): string => `${who}: ${text}`;
export const supportedBy = (who: string): string => `Es unterstützen: ${who}.`;
export const isWithdrawnIdea = (idea: number): string => `Idee ${idea} ist zurückgezogen.`;

export const noIdeasYet = (): string => "Es gibt noch keine Ideen.";
export const noIdeasFit = (): string => "Keine Idee passt dazu.";
export const noOwnIdeas = (): string => "Von Ihnen steht hier noch keine Idee.";
export const anonymousIdeasAreNobodys = (): string =>
  "Was Sie anonym gegeben haben, kann niemand Ihnen zuordnen, auch ich nicht.";
export const noSuchIdea = (idea: number): string => `Eine Idee ${idea} gibt es nicht.`;
export const ownIdeasHead = (title: string): string => `Ihre Ideen (${title}):`;
export const ideasFrom = (first: number, last: number, all: number): string => `${first} bis ${last} von ${all}:`;

export const anonymousElsewhere = (): string =>
  "Die Ideen dieses Workshops sind anonym. Schreiben Sie sie mir im Direktchat: „idee: …“.";
export const noIdeaNumber = (typed: string): string => `„${typed}“ ist keine Nummer einer Idee.`;
export const noQuestionNumber = (typed: string): string => `„${typed}“ ist keine Nummer einer Leitfrage.`;

/** Über dem Feld auf der Karte, where there is one. */
export const ideaFieldLabel = (isAnonymous: boolean): string =>
  isAnonymous ? "Ihre Idee, ohne Namen. Was Sie hier schreiben, sieht im Chat niemand." : "Ihre Idee";
export const ideaFieldButton = (isAnonymous: boolean): string => (isAnonymous ? "Idee anonym geben" : "Idee geben");
export const ideaFieldQuestion = (): string => "Zu welcher Leitfrage? (freiwillig)";
export const fieldEmpty = (): string =>
  "Das Feld ist leer, notiert ist nichts. Schreiben Sie erst etwas hinein, und drücken Sie dann den Knopf.";
export const fieldHolds = (): string => "Ihr Text steht noch im Feld.";
export const fieldOver = (): string => "Dieses Feld gilt nicht mehr; notiert ist nichts.";
export const fieldRenewed = (): string =>
  "Bitte lesen Sie, was jetzt gilt, und drücken Sie dann noch einmal den Knopf.";
export const youWrote = (): string => "Das hatten Sie geschrieben:";
