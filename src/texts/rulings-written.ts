import type { WrittenAdmissionReason, WrittenAdmissionRuling } from "../core/rules/written-procedure-admission.ts";
import type { WrittenDutiesRuling, WrittenDuty } from "../core/rules/written-procedure-duties.ts";
import type { WrittenObjectionRuling } from "../core/rules/written-procedure-objection.ts";
import type { WrittenDaysRuling } from "../core/rules/written-procedure-period.ts";
import type { WrittenRuling, WrittenTurning } from "../core/rules/written-procedure-result.ts";
import { counted } from "./names.ts";
import { explanationOf, tallyText, turningSentence } from "./rulings.ts";
import { sourceText } from "./rulings-source.ts";

const admissionTexts: Readonly<Record<WrittenAdmissionReason, string>> = {
  notProvided: "Ein Umlaufverfahren ist nicht vorgesehen",
  excluded: "Über diesen Gegenstand wird nicht im Umlauf beschlossen",
  notUrgent: "Ein Umlaufverfahren gibt es nur, wenn die Sache eilt; es fehlt der Grund der Eile",
  notSimple: "Ein Umlaufverfahren gibt es nur in einfachen Sachen",
  notChair: "Ein Umlaufverfahren kann nur der Vorsitz eröffnen",
  notAuthorized: "Ein Umlaufverfahren braucht einen Beschluss, der den Vorsitz dazu ermächtigt",
};

const subjectNames: ReadonlyMap<string, string> = new Map([
  ["wahl", "Wahl"],
  ["go-aenderung", "Änderung der Geschäftsordnung"],
  ["wahleinspruch", "Einspruch gegen eine Wahl"],
]);

/** "Über diesen Gegenstand wird nicht im Umlauf beschlossen: Wahl (§ 20 Abs. 6 GO)". */
export function admissionText(ruling: WrittenAdmissionRuling): string {
  if (ruling.reason === undefined) return `Das Umlaufverfahren ist zulässig (${sourceText(ruling)})`;
  const subject = ruling.reason === "excluded" ? `: ${subjectNames.get(ruling.subject) ?? ruling.subject}` : "";
  return `${admissionTexts[ruling.reason]}${subject} (${sourceText(ruling)})`;
}

/** "2 Tage sind zu kurz; vorgesehen sind 3 bis 7 Tage (§ 9 GO)". */
export function daysText(ruling: WrittenDaysRuling): string {
  const { days, minDays, maxDays, reason } = ruling;
  const limits = maxDays === null ? `mindestens ${dayCount(minDays)}` : `${minDays} bis ${dayCount(maxDays)}`;
  if (reason === undefined) return `${dayCount(days)}, vorgesehen sind ${limits} (${sourceText(ruling)})`;
  const is = days === 1 ? "ist" : "sind";
  return `${dayCount(days)} ${is} zu ${reason === "tooShort" ? "kurz" : "lang"}; vorgesehen sind ${limits} (${sourceText(ruling)})`;
}

const dayCount = (days: number): string => counted(days, "Tag", "Tage");

/** Was ein Widerspruch bewirkt, before there is any. */
export function objectionRuleSentence(ruling: WrittenObjectionRuling): string {
  const { needed } = ruling;
  if (needed === undefined) return `Ein Widerspruch gegen das Verfahren ist nicht vorgesehen (${sourceText(ruling)}).`;
  const who = needed === 1 ? "Schon ein Widerspruch bringt" : `${needed} Widersprüche bringen`;
  return `${who} die Sache in die nächste Sitzung (${sourceText(ruling)}).`;
}

/** Was die Widersprüche bis jetzt bewirken. */
export function objectionSentence(ruling: WrittenObjectionRuling): string {
  const so = counted(ruling.objections, "Widerspruch", "Widersprüche");
  const needed = `nötig ${ruling.needed === 1 ? "ist 1" : `sind ${ruling.needed ?? 0}`}`;
  if (ruling.procedure === "void")
    return `Damit kommt der Umlauf nicht zustande und die Sache in die nächste Sitzung, wenn es dabei bleibt (${so}, ${needed}; ${sourceText(ruling)}).`;
  return `Der Umlauf läuft weiter (${so}, ${needed}; ${sourceText(ruling)}).`;
}

/** "Angenommen: 9 Ja, 2 Nein, 1 Enthaltung; teilgenommen haben 12 von 17 Sitzen. Einfache Mehrheit …: 9 > 2 (§ 9 GO)." */
export function writtenRulingSentence(ruling: WrittenRuling): string {
  return `${headOf(ruling)} ${explanation(ruling)} (${sourceText(ruling)}).`;
}

function headOf(ruling: WrittenRuling): string {
  const { counts, participants, entitled, outcome, reason } = ruling;
  if (outcome === "void") return "Unwirksam:";
  const silence =
    ruling.silenceConsents && counts.silent > 0
      ? `; ${counted(counts.silent, "Sitz hat", "Sitze haben")} geschwiegen, das gilt als Zustimmung`
      : "";
  const recused = counts.recused > 0 ? `, ${counts.recused} befangen` : "";
  const seats = `teilgenommen haben ${participants} von ${counted(entitled, "Sitz", "Sitzen")}${recused}`;
  const tie = reason === "tie" ? " bei Stimmengleichheit" : "";
  return `${outcomeNames[outcome]}${tie}: ${tallyText(counts)}; ${seats}${silence}.`;
}

const outcomeNames = { carried: "Angenommen", rejected: "Abgelehnt", noResult: "Ergebnislos" } as const;

function explanation(ruling: WrittenRuling): string {
  const { reason, counts, participantsNeeded, entitled, majority } = ruling;
  switch (reason) {
    case "notDeliveredToAll":
      return `Der Wortlaut hat nur ${counts.delivered} von ${counted(counts.votingSeats, "Sitz", "Sitzen")} erreicht`;
    case "objections":
      return `${counted(against(ruling), "Widerspruch", "Widersprüche")} gegen das Verfahren`;
    case "noSeats":
      return "Es gibt keinen Sitz mit Stimmrecht";
    case "everyoneRecused":
      return "Alle Sitze sind befangen";
    case "participation":
      return `Nötig ${participantsNeeded === 1 ? "ist 1" : `sind ${participantsNeeded}`}`;
    case "notAllConsent":
      return `Nötig ist die Zustimmung aller ${entitled} Sitze`;
    default:
      if (majority === undefined) return `Alle ${counted(entitled, "Sitz", "Sitze")} stimmen zu`;
      if (ruling.outcome === "noResult") return "Noch einmal abgestimmt wird in der nächsten Sitzung";
      // Stimmen des Vorsitzes fehlen: then nobody settles the tie.
      return majority.outcome === "chairDecides" ? "Der Vorsitz hat nicht entschieden" : explanationOf(majority);
  }
}

const against = ({ counts, silenceConsents }: WrittenRuling): number =>
  silenceConsents ? Math.max(counts.objections, counts.no) : counts.objections;

/** Was das Ergebnis gedreht hätte; empty where nothing is known of it. */
export function writtenTurningSentence({ outcome, wouldTurn }: Pick<WrittenRuling, "outcome" | "wouldTurn">): string {
  if (wouldTurn === undefined) return "";
  const { kind, votes } = wouldTurn;
  if (kind === "moreDelivered" || kind === "fewerObjections" || kind === "moreParticipants")
    return `${procedureTurning(kind, votes)} wäre ausgezählt worden.`;
  return turningSentence({ outcome: outcome === "carried" ? "carried" : "rejected", wouldTurn: { kind, votes } });
}

function procedureTurning(kind: WrittenTurning["kind"], votes: number): string {
  if (kind === "moreDelivered") return `Mit ${counted(votes, "weiteren Zustellung", "weiteren Zustellungen")}`;
  if (kind === "fewerObjections") return `Mit ${counted(votes, "Widerspruch", "Widersprüchen")} weniger`;
  return `Mit ${counted(votes, "weiteren Stimme", "weiteren Stimmen")}`;
}

const dutyTexts: Readonly<Record<WrittenDuty, string>> = {
  immediatelyText: "Beschluss im Wortlaut an alle",
  nextMeeting: "TOP Bericht über Umlaufbeschlüsse in der nächsten Sitzung",
};

/** Aufgaben nach dem Ende eines Umlaufs, one for each duty. */
const dutyTasks = ({ duties }: Pick<WrittenDutiesRuling, "duties">): readonly string[] =>
  duties.map((duty) => dutyTexts[duty]);

/** "Bekanntgabe: Beschluss im Wortlaut an alle; TOP … (GO schweigt, Standardregel)."; empty where there is no such duty. */
export function dutiesSentence(ruling: WrittenDutiesRuling): string {
  const tasks = dutyTasks(ruling);
  return tasks.length === 0 ? "" : `Bekanntgabe: ${tasks.join("; ")} (${sourceText(ruling)}).`;
}
