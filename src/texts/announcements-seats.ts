import type { LossRuling } from "../core/rules/quorum-loss.ts";
import type { Citation } from "../core/rules/setting.ts";
import { oblique } from "./names.ts";
import { citationText, sourceText } from "./rulings-source.ts";

/** Stimmführung, Vollmacht, Wiederholungssitzung, Folgen der Beschlussunfähigkeit. */

export const voterDesignated = (seat: string, person: string): string =>
  `Für ${seat} stimmt in dieser Sitzung ${person}.`;

export const proxyGranted = (seat: string, person: string): string =>
  `Vollmacht für diese Sitzung: ${person} stimmt auch für ${seat}. Der Sitz zählt als anwesend, solange die bevollmächtigte Person da ist.`;

export const proxyEnded = (seat: string): string => `Die Vollmacht für ${seat} gilt nicht mehr.`;

export const seatVoteVoided = (seat: string, citation: Citation): string =>
  `Für ${seat} wurde verschieden gestimmt: Die Stimme gilt als nicht abgegeben (${citationText(citation)}).`;

export const stillToVote = (seat: string): string =>
  `Für ${seat} haben Sie noch nicht abgestimmt: bitte noch einmal stimmen.`;

export const repeatScheduled = (appointment: string, place: string): string =>
  `Wiederholungssitzung angesetzt: ${appointment}${place}.`;

/** The sentence of the invitation without which the relief does not hold. */
export const repeatNotice = (min: number, citation: Citation): string =>
  `Hinweis in der Einladung: Über die wegen Beschlussunfähigkeit zurückgestellten Punkte beschließt diese Sitzung ${
    min > 1 ? `schon mit ${min} anwesenden Stimmen` : "ohne Rücksicht auf die Zahl der Anwesenden"
  } (${citationText(citation)}).`;

export const repeatWithoutNotice = (citation: Citation): string =>
  `Ohne den Hinweis in der Einladung gilt auch für zurückgestellte Punkte die gewöhnliche Beschlussfähigkeit (${citationText(citation)}).`;

export const deferredItems = (): string => "Zurückgestellt waren:";

export const meetingCancelled = (loss: LossRuling): string =>
  `Die Sitzung ist aufgehoben: Ohne Beschlussfähigkeit wird nicht weiter getagt (${sourceText(loss)}).`;

export const deferredToNext = (count: number): string =>
  count === 1
    ? "1 Punkt ist wegen Beschlussunfähigkeit zurückgestellt."
    : `${count} Punkte sind wegen Beschlussunfähigkeit zurückgestellt.`;

export const repeatNext = (): string => "Die Wiederholungssitzung ansetzen: „wiederholungssitzung am …“.";

export const itemDeferred = (): string => "Er ist wegen Beschlussunfähigkeit zurückgestellt.";

export const quorumDoubted = (person: string): string =>
  `Die Beschlussfähigkeit ist angezweifelt, von ${oblique(person)}. Gezählt ist:`;

export const deliberateOnly = (): string => "Beraten ist möglich, beschließen nicht.";

/** The chair must act without being asked. */
export const exOfficioNext = (citation: Citation | undefined): string =>
  `Das stellt die Sitzungsleitung von Amts wegen fest${
    citation === undefined ? "" : ` (${citationText(citation)})`
  }: „beschlussfähig“.`;
