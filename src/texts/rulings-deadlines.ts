import type { ProposalRuling } from "../core/rules/agenda-deadline.ts";
import type { CallDefectKind, CallDefectNote, CallDefectRuling, ObjectionRuling } from "../core/rules/call-defect.ts";
import type { ExtraordinaryRuling } from "../core/rules/extraordinary-meeting.ts";
import type { InvitationRuling } from "../core/rules/invitation-content.ts";
import type { LateCallReason, LateCallRuling } from "../core/rules/late-call.ts";
import type { MinutesDeadlines } from "../core/rules/minutes-deadlines.ts";
import type { NoticeGiven, NoticeRuling } from "../core/rules/notice-period.ts";
import type { MeetingsPerYearRuling, TargetRuling } from "../core/rules/planning.ts";
import { dateWithWeekday, numericDate } from "./dates.ts";
import { counted, joined } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

type Unit = NoticeRuling["unit"];

const clearUnits: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  calendarDay: ["voller Tag", "volle Tage"],
  week: ["volle Woche", "volle Wochen"],
  month: ["voller Monat", "volle Monate"],
  hour: ["Stunde", "Stunden"],
};
const plainUnits: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  calendarDay: ["Tag", "Tage"],
  week: ["Woche", "Wochen"],
  month: ["Monat", "Monate"],
  hour: ["Stunde", "Stunden"],
};

/** "14 volle Tage", "7 Tage vorher", "48 Stunden". */
function lengthText({ n, unit, count }: Pick<NoticeRuling, "n" | "unit" | "count">): string {
  const [one, many] = count === "clear" ? clearUnits[unit] : plainUnits[unit];
  return `${counted(n, one, many)}${count === "clear" && unit !== "hour" ? "" : " vorher"}`;
}

const actOf = ({ counts }: NoticeRuling): string => (counts === "receipt" ? "Zugang" : "Absendung");
const untilTime = (cutoff: string | null): string => (cutoff === null ? "" : `, ${cutoff} Uhr`);
const bindingText = ({ binding }: NoticeRuling): string => (binding === "should" ? "soll, " : "");
const clearDaysText = (days: number): string => counted(days, "voller Tag", "volle Tage");

/** Ladungsfrist: last day of the call. "Zu laden ist bis Montag, 01.05.2023 (Zugang; 10 volle Tage, § 4 Abs. 2 GO)." */
export function noticeSentence(ruling: NoticeRuling): string {
  const { latest, latestDispatch, cutoff, shiftedFrom } = ruling;
  const rule = `${actOf(ruling)}; ${bindingText(ruling)}${lengthText(ruling)}, ${sourceText(ruling)}`;
  const posted = latestDispatch === latest ? "" : ` Der Brief muss bis ${dateWithWeekday(latestDispatch)} zur Post.`;
  const moved =
    shiftedFrom === undefined ? "" : ` Der ${numericDate(shiftedFrom)} ist kein Werktag, es gilt der Werktag davor.`;
  return `Zu laden ist bis ${dateWithWeekday(latest)}${untilTime(cutoff)} (${rule}).${posted}${moved}`;
}

/** Whether the call was in time, what it left, and what would have been in time. */
export function noticeGivenSentence(ruling: NoticeRuling, given: NoticeGiven): string {
  const day = `${dateWithWeekday(given.day)}, ${clearDaysText(given.clearDays)} vor der Sitzung`;
  const after = given.isAfterCutoff ? ` (nach ${ruling.cutoff} Uhr, zählt zum nächsten Tag)` : "";
  const last = `letzter Tag war ${dateWithWeekday(ruling.latest)}`;
  const rule = `(${bindingText(ruling)}${lengthText(ruling)}, ${sourceText(ruling)})`;
  return given.isTimely
    ? `Die Ladung ist rechtzeitig: ${actOf(ruling)} ${day}${after}; ${last} ${rule}.`
    : `Die Ladung ist um ${counted(given.daysLate, "Tag", "Tage")} zu spät: ${actOf(ruling)} ${day}${after}; ${last} ${rule}.`;
}

const lateReasons: Readonly<Record<LateCallReason, string>> = {
  late: "Die Frist ist ein Muss",
  urgencyNotProvided: "Eine Verkürzung wegen Dringlichkeit ist nicht vorgesehen",
  reasonMissing: "Die Dringlichkeit braucht eine Begründung, die ins Protokoll kommt",
  shorterThanLeast: "Auch bei Dringlichkeit ist die Frist zu kurz",
};

/** On what a late call rests, or why it may not go out. */
export function lateCallSentence(ruling: LateCallRuling): string {
  const source = `(${sourceText(ruling)})`;
  if (ruling.reason !== undefined) {
    const least = ruling.reason === "shorterThanLeast" ? `, nötig sind mindestens ${clearDaysText(ruling.least)}` : "";
    return `${lateReasons[ruling.reason]}${least} ${source}.`;
  }
  if (ruling.on === "urgency") return `Die Frist ist wegen Dringlichkeit verkürzt ${source}.`;
  if (ruling.on === "should")
    return `Die Frist ist nur ein Soll: Die Ladung gilt, die Verspätung wird vermerkt ${source}.`;
  return "";
}

/** Antragsfrist zur Tagesordnung. */
export function proposalSentence(ruling: ProposalRuling): string {
  const until = `${dateWithWeekday(ruling.latest)}${untilTime(ruling.cutoff)}`;
  const rule = `${lengthText({ ...ruling, unit: "calendarDay" })}, ${sourceText(ruling)}`;
  if (ruling.isTimely === false) return `Vorschläge zur Tagesordnung waren bis ${until} möglich (${rule}).`;
  return `Vorschläge zur Tagesordnung bis ${until} (${rule}).`;
}

const fieldNames: ReadonlyMap<string, string> = new Map([
  ["ort", "Ort"],
  ["beginn", "Beginn"],
  ["tagesordnung", "Tagesordnung"],
]);

export function missingFields(missing: readonly string[]): string {
  return joined(missing.map((field) => fieldNames.get(field) ?? field));
}

export function invitationContentSentence(ruling: InvitationRuling): string {
  if (ruling.isComplete) return `Die Ladung enthält alle Pflichtangaben (${sourceText(ruling)}).`;
  return `In der Ladung fehlt: ${missingFields(ruling.missing)} (${sourceText(ruling)}).`;
}

/** Rüge: whether it counts. */
export function objectionSentence(ruling: ObjectionRuling): string {
  const source = `(${sourceText(ruling)})`;
  if (ruling.isInTime) return `Die Rüge ist rechtzeitig ${source}.`;
  const until =
    ruling.until === "beforeFirstItem"
      ? "bis zum Aufruf des ersten Punktes nach der Eröffnung"
      : "bis zum Ende der Sitzung";
  return `Die Rüge kommt zu spät, möglich war sie ${until} ${source}. Sie wird vermerkt, ändert aber nichts.`;
}

const defectNames: Readonly<Record<CallDefectKind, string>> = {
  period: "Die Ladungsfrist ist nicht gewahrt",
  notInvited: "Es wurden nicht alle geladen",
  content: "In der Ladung fehlen Pflichtangaben",
};

const defectNotes: Readonly<Record<CallDefectNote, string>> = {
  allPresentNoObjection: "geheilt, weil alle Sitze anwesend sind und niemand rügt",
  curedByParticipation: "geheilt, weil die nicht Geladenen teilnehmen, ohne zu rügen",
  noObjection: "unbeachtlich, solange niemand rechtzeitig rügt",
  should: "unbeachtlich, die Frist ist nur ein Soll",
};

/** Ladungsmangel and what follows from it. */
export function callDefectSentence(ruling: CallDefectRuling): string {
  const source = `(${sourceText(ruling)})`;
  const head = defectNames[ruling.defect];
  if (ruling.note !== undefined) return `${head}; das ist ${defectNotes[ruling.note]} ${source}.`;
  const { present, votingSeats, objections } = ruling;
  const facts = `${present} von ${counted(votingSeats, "Sitz", "Sitzen")} anwesend, ${counted(objections, "rechtzeitige Rüge", "rechtzeitige Rügen")}`;
  return `${head}; der Mangel ist zu beachten: ${facts} ${source}. Beraten ist möglich, beschließen nicht.`;
}

/** Zieltermin vor dem JHA. */
export function targetSentence(ruling: TargetRuling): string {
  const dayOff = ruling.isWorkday
    ? ""
    : ` Das ist kein Werktag; der Werktag davor ist ${dateWithWeekday(ruling.workday)}.`;
  return `Zieltermin vor dem JHA am ${numericDate(ruling.jha)}: ${dateWithWeekday(ruling.target)} (${sourceText(ruling)}).${dayOff}`;
}

export function meetingsPerYearSentence(ruling: MeetingsPerYearRuling): string {
  const { year, count, needed, missing } = ruling;
  const head = `Sitzungen ${year}: ${count}, vorgesehen sind mindestens ${needed} (${sourceText(ruling)}).`;
  return missing === 0 ? head : `${head} Es ${missing === 1 ? "fehlt" : "fehlen"} noch ${missing}.`;
}

const approvals: Readonly<Record<MinutesDeadlines["approval"], string>> = {
  nextMeeting: "Genehmigt wird in der nächsten Sitzung.",
  objectionsOnly: "Behandelt werden nur Einwendungen.",
  silence: "",
  signature: "Es gilt mit der Unterschrift.",
};

/** Protokollfristen. */
export function minutesDeadlinesSentence(ruling: MinutesDeadlines): string {
  const { draftDue, objections, approvedFrom, approval, isDraftInTime } = ruling;
  const source = `(${sourceText(ruling)})`;
  if (objections === undefined) return `Der Entwurf ist bis ${dateWithWeekday(draftDue)} zu verschicken ${source}.`;
  const late = isDraftInTime === false ? ` Verschickt wurde nach dem ${numericDate(draftDue)}, also zu spät.` : "";
  const moved =
    objections.shiftedFrom === undefined ? "" : `, weil der ${numericDate(objections.shiftedFrom)} kein Werktag ist`;
  const approved =
    approvedFrom === undefined
      ? approvals[approval]
      : `Ohne Einwendung gilt es ab ${dateWithWeekday(approvedFrom)} als genehmigt.`;
  const head = `Einwendungen sind bis zum Ende des Tages möglich: ${dateWithWeekday(objections.lastDay)}${moved} ${source}.`;
  return [`${head}${late}`, approved].filter((text) => text !== "").join(" ");
}

/** Außerordentliche Sitzung auf Verlangen. */
export function extraordinarySentence(ruling: ExtraordinaryRuling): string {
  const source = `(${sourceText(ruling)})`;
  if (ruling.days === undefined) return `Eine Sitzung auf Verlangen ist nicht vorgesehen ${source}.`;
  const demanded = `verlangt von ${ruling.demands}, nötig ${ruling.needed === 1 ? "ist 1" : `sind ${ruling.needed}`}`;
  if (!ruling.isGranted) return `Noch keine Sitzung auf Verlangen: ${demanded} ${source}.`;
  const { lastDay, isLastDayWorkday, lastWorkday, inviteLatest, isFeasible } = ruling.days;
  const workday = isLastDayWorkday
    ? ""
    : `, das ist kein Werktag; letzter Werktag davor ist ${dateWithWeekday(lastWorkday)}`;
  const call = isFeasible
    ? `Dafür ist bis ${dateWithWeekday(inviteLatest)} zu laden.`
    : "Die Ladungsfrist ist bis dahin nicht mehr einzuhalten.";
  return `Die Sitzung ist bis ${dateWithWeekday(lastDay)} abzuhalten${workday}: ${demanded} ${source}. ${call}`;
}

/** "noch 5 Tage", "heute", "seit 2 Tagen vorbei". */
export function daysLeftText(days: number): string {
  if (days === 0) return "heute ist der letzte Tag";
  return days > 0 ? `noch ${counted(days, "Tag", "Tage")}` : `seit ${counted(-days, "Tag", "Tagen")} vorbei`;
}
