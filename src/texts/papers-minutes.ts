import type { LocalDate, LocalTime } from "../core/kernel/local-date.ts";
import type { InvitationFacts, MinutesWording } from "../core/papers/wording.ts";
import { minutesApproved, objectionSettled } from "./announcements-issued-minutes.ts";
import { procedureClosed, procedureName } from "./announcements-written.ts";
import { numericDate, writtenDate } from "./dates.ts";
import { counted, joined } from "./names.ts";
import { asSentence, capitalized, quotedText, spokenSpan, spokenTime } from "./papers-sentences.ts";
import { questionDecided, questionLabel, questionTitle } from "./questions.ts";
import { wordsText } from "./rules-explained-values.ts";
import { absenceSentence } from "./rulings-conflicts.ts";
import { missingFields } from "./rulings-deadlines.ts";
import { approvalManner } from "./rulings-minutes.ts";
import { writtenRulingSentence } from "./rulings-written.ts";
import { entryName } from "./words-entries.ts";

/** Was das Protokoll von sich aus sagt. */
export const minutesWording: MinutesWording = {
  withoutItem: "Ohne Tagesordnungspunkt",
  opened: (time) => `Die Sitzung wurde${at(time)} eröffnet.`,
  closed: (time) => `Die Sitzung wurde${at(time)} geschlossen.`,
  invited,
  callObjected: (who, text, inTime) =>
    `${who} rügte die Ladung${inTime ? "" : " (zu spät, ohne Folgen)"}: ${asSentence(text)}`,
  paused: ({ from, until, minutes }) => {
    if (from !== undefined && until !== undefined) return `Die Sitzung war ${spokenSpan(from, until)} unterbrochen.`;
    const planned = minutes === undefined ? "" : ` für ${minutes} Minuten`;
    return `Die Sitzung wurde${at(from)}${planned} unterbrochen.`;
  },
  came: (who, time) => `${who} kam${at(time)} hinzu.`,
  left: (who, time) => `${who} verließ die Sitzung${at(time)}.`,
  away: (who, from, until) =>
    from === undefined || until === undefined
      ? `${who} verlässt zwischendurch den Raum.`
      : `${absenceSentence(who, { from, until })}.`,
  proxy: (who, organization) => `${who} stimmte mit Vollmacht auch für ${organization}.`,
  recused: (organization) => `${organization} war bei diesem Punkt befangen und ohne Stimme.`,
  note: (text, field) => inField(field, asSentence(text)),
  attributed: ({ manner, who, text, field }) =>
    inField(field, manner === "verbatim" ? `${quotedText(text)}, so ${who}.` : reported(who, text)),
  leadIn: (text, field) => inField(field, capitalized(text.trim())),
  adjourned: "Der Punkt wurde vertagt.",
  deferred: "Der Punkt wurde wegen Beschlussunfähigkeit zurückgestellt.",
  cancelled: "Die Sitzung wurde wegen Beschlussunfähigkeit aufgehoben.",
  ballotCancelled: (about, reason) => `Die Abstimmung (${about}) wurde abgebrochen. Grund: ${asSentence(reason)}`,
  forwarding: (to, text) => `Weiterleitung an ${to}: ${asSentence(text)}`,
  collection: (heading) => `Anonym gesammelt – ${heading.trim()}`,
  task: (text, dueText) => (dueText === undefined ? text : `${text} (${dueText})`),
  question: questionTitle,
  questionDecided: ({ question, subject, outcome, manner, reference, names }) =>
    questionDecided(question, questionLabel(subject, names), outcome, manner, reference),
  questionWithdrawn: (question, subject, names) =>
    `${asSentence(questionTitle(question, subject, names))} Die Frage wurde zurückgezogen.`,
  motion: (number) => `Antrag ${number}`,
  amendment: (number) => `Ä${number}`,
  round: (number) => `${number}. Wahlgang`,
  runoff: "Stichwahl",
  lot: "Losentscheid",
  lotDrawn: ({ about, winners, witnesses }) => {
    const place = about === "seat" ? "" : " für die Stichwahl";
    // Names stay in the nominative: "Herr" would have to become "Herrn" elsewhere.
    const result = `Durch Los${place} bestimmt: ${joined(winners)}.`;
    return witnesses.length === 0 ? result : `${result} Zeug*innen: ${joined(witnesses)}.`;
  },
  declared: "Feststellung der Sitzungsleitung",
  electionDeclared: ({ elected, unanimous, eligible }) => {
    const verb = elected.length === 1 ? "wurde" : "wurden";
    const how = unanimous ? " einstimmig" : "";
    const base = eligible === 1 ? "1 Mitglied war stimmberechtigt" : `${eligible} Mitglieder waren stimmberechtigt`;
    return `${joined(elected)} ${verb}${how} gewählt. Stimmen wurden nicht gezählt; ${base}.`;
  },
  ended: "Ende der Wahl",
  contest: "Anfechtung der Wahl",
  electionContested: ({ who, reason, isInTime }) =>
    `${who} ficht die Wahl an${isInTime ? "" : ", nach Ablauf der Frist"}. Grund: ${asSentence(reason)}`,
  electionEnded: (reason) => `Die Wahl wurde beendet. Grund: ${asSentence(reason)}`,
  writtenResult: ({ procedure, title }, closing, ruling) =>
    `${procedureClosed(procedureName(procedure, title), closing)} ${writtenRulingSentence(ruling)}`,
  corrected: (label) => `Zurückgenommen: ${asSentence(entryName(label))}`,
  system: "automatisch",
  approvalManner,
  minutesApproved: (date, approval) => minutesApproved(date, approval.on, approvalManner(approval)),
  signed: (who, role) => `${wordsText([role])}: ${who}.`,
  objection: ({ objection, by, text, reason, isInTime, settlement, settledOn }) => {
    const head = `Einwendung ${objection}${by === undefined ? "" : ` (${by})`}: ${asSentence(text)}`;
    const why = reason === undefined ? "" : ` Begründung: ${asSentence(reason)}`;
    return `${head}${why} ${isInTime ? settled(settlement, settledOn) : "Nach Ablauf der Frist; nicht berücksichtigt."}`;
  },
  objectionSettled,
};

function settled(
  settlement: { readonly isAccepted: boolean; readonly text?: string } | undefined,
  on: LocalDate | undefined,
): string {
  if (settlement === undefined) return "Noch nicht behandelt.";
  const day = on === undefined ? "" : ` in der Sitzung vom ${numericDate(on)}`;
  if (!settlement.isAccepted) return `Zurückgewiesen${day}.`;
  const wording = settlement.text === undefined ? "" : ` Neuer Wortlaut: ${asSentence(settlement.text)}`;
  return `Berücksichtigt${day}.${wording}`;
}

const at = (time: LocalTime | undefined): string => (time === undefined ? "" : ` um ${spokenTime(time)}`);

/** "Frau Jansen, Leitung Soziale Dienste, berichtete: …" */
const reported = (who: string, text: string): string =>
  `${who}${who.includes(", ") ? "," : ""} berichtete: ${asSentence(text)}`;

const inField = (field: string | undefined, text: string): string => (field === undefined ? text : `${field}: ${text}`);

/** "Zur Sitzung wurde am 12. Januar 2023 geladen (Zugang), 14 volle Tage vorher und damit fristgerecht." */
function invited(facts: InvitationFacts): string {
  const { sent, received, clearDays, latest, timely, urgent, reason, missing, notInvited } = facts;
  const source = facts.paragraph === undefined ? "" : ` (${facts.paragraph})`;
  const days = [
    ...(sent === undefined ? [] : [`abgesandt am ${writtenDate(sent)}`]),
    ...(received === undefined ? [] : [`zugegangen am ${writtenDate(received)}`]),
  ];
  const left = counted(clearDays, "voller Tag", "volle Tage");
  const verdict = timely
    ? "fristgerecht"
    : `nach Ablauf der Frist, letzter Tag war der ${writtenDate(latest)}${urgent ? "; wegen Dringlichkeit verkürzt" : ""}`;
  return [
    `Zur Sitzung wurde geladen: ${joined(days)}, ${left} vor der Sitzung; ${verdict}${source}.`,
    ...(reason === undefined ? [] : [`Begründung: ${asSentence(reason)}`]),
    ...(notInvited.length === 0 ? [] : [`Nicht geladen: ${joined(notInvited)}.`]),
    ...(missing.length === 0 ? [] : [`In der Ladung fehlte: ${missingFields(missing)}.`]),
  ].join(" ");
}
