import type { GroupsHeardRuling, ProceduralAdmissionRuling } from "../core/rules/procedural-admission.ts";
import type { ProceduralRuling, SpeechesRuling, SpeechSide } from "../core/rules/procedural-opposition.ts";
import type { ProceduralTurnRuling } from "../core/rules/procedural-order.ts";
import { counted, joined, oblique } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

/** Why a procedural motion may not be moved; empty if it may. */
export function admissionSentence(ruling: ProceduralAdmissionRuling): string {
  const source = `(${sourceText(ruling)})`;
  if (ruling.reason === undefined) return "";
  switch (ruling.reason) {
    case "noVote":
      return `GO-Anträge stellt, wer in dieser Sitzung einen Sitz mit Stimme vertritt ${source}.`;
    case "noMember":
      return `GO-Anträge stellen nur Mitglieder ${source}.`;
    case "hasSpoken":
      return `Schluss der Debatte kann nicht beantragen, wer zu diesem Punkt schon gesprochen hat ${source}.`;
    case "tooLong":
      return `Eine Unterbrechung dauert höchstens ${counted(ruling.maxMinutes ?? 0, "Minute", "Minuten")}, beantragt sind ${ruling.minutes ?? 0} ${source}.`;
    case "noRepeat":
      return `Auf Zweifel hin wird eine Abstimmung nicht wiederholt ${source}.`;
    case "notAppealable":
      return `Entscheidungen der Sitzungsleitung können nicht angefochten werden ${source}.`;
  }
}

/** What is possible instead. */
export function admissionRemedy({ reason }: ProceduralAdmissionRuling): string {
  switch (reason) {
    case "hasSpoken":
      return "Wer noch nicht gesprochen hat, kann ihn stellen; „schluss der redeliste“ steht allen offen.";
    case "tooLong":
      return "Eine kürzere Unterbrechung kann beantragt werden.";
    default:
      return "Die Sitzungsleitung kann darauf hingewiesen werden.";
  }
}

export const groupsSentence = (ruling: GroupsHeardRuling): string =>
  `Schluss der Debatte erst, wenn jede Gruppe zu Wort kam; es ${ruling.waitingFor.length === 1 ? "fehlt" : "fehlen"} noch: ${joined(ruling.waitingFor)} (${sourceText(ruling)}).`;

const sides: Readonly<Record<SpeechSide, string>> = { for: "Fürrede", against: "Gegenrede" };

export function speechesSentence(side: SpeechSide, ruling: SpeechesRuling): string {
  const most = ruling.perSide === 1 ? `eine ${sides[side]}` : `höchstens ${ruling.perSide} ${sides[side]}n`;
  return `Zu einem GO-Antrag gibt es ${most}, keine Aussprache (${sourceText(ruling)}).`;
}

/** What happens with and without opposition: to be asked of everybody. */
export function oppositionAsked(unopposed: ProceduralRuling, formalIsEnough: boolean): string {
  if (unopposed.rule === "goAntrag.vote")
    return `Darüber wird auch ohne Gegenrede abgestimmt (${sourceText(unopposed)}).`;
  const reason = formalIsEnough ? "auch ohne Begründung" : "mit Begründung";
  return `Gegenrede ist möglich, ${reason}; ohne Gegenrede ist er angenommen (${sourceText(unopposed)}).`;
}

/** When it is dealt with; empty where it can be at once. */
export function turnOfProcedure(ruling: ProceduralTurnRuling, nameOf: (person: string) => string): string {
  if (ruling.handledAfter === null) return "";
  const before = ruling.before === null ? "" : `, vor ${oblique(nameOf(ruling.before))}`;
  return `Behandelt wird er nach dem laufenden Beitrag von ${oblique(nameOf(ruling.handledAfter))}${before}.`;
}

/** "Ohne Gegenrede angenommen, ohne Abstimmung (§ 7 GO)." */
export const unopposedSentence = (ruling: ProceduralRuling): string =>
  ruling.rule === "goAntrag.byRight"
    ? "Darüber wird nicht abgestimmt: Es steht jedem Mitglied zu."
    : `Niemand spricht dagegen, damit ist er ohne Abstimmung angenommen (${sourceText(ruling)}).`;
