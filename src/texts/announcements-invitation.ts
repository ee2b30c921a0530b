import type { EditionKind, InvitationItem, InvitationText } from "../core/invitation/events.ts";
import type { Appointment } from "../core/kernel/appointment.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { Citation } from "../core/rules/setting.ts";
import { itemText } from "./announcements-agenda.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { dateWithWeekday, numericDate } from "./dates.ts";
import { ordinalTitle } from "./letters.ts";
import { counted, joined, oblique } from "./names.ts";
import { inBrackets } from "./rulings-source.ts";

/** "3. Sitzung am Freitag, 12.05.2028, 9–12 Uhr, Kreishaus" */
export function invitedTo({ ordinal, title, appointment, place }: InvitationText): string {
  const where = place === undefined ? "" : `, ${place}`;
  return `${ordinalTitle(ordinal, title)} am ${appointmentText(appointment)}${where}`;
}

const heads: Readonly<Record<EditionKind, string>> = {
  invitation: "Einladung",
  update: "Geänderte Einladung",
  cancellation: "Abgesagt",
};

export const invitationHead = (kind: EditionKind, text: InvitationText): string =>
  `${heads[kind]}: ${invitedTo(text)}.`;
export const draftHead = (text: InvitationText): string => `Entwurf der Einladung: ${invitedTo(text)}.`;
export const nothingSentYet = (): string => "Versandt ist davon noch nichts. So wird sie lauten:";
export const movedFromLine = (before: Appointment): string => `Verlegt, bisher ${appointmentText(before)}.`;
export const repeatOfLine = (date: LocalDate): string => `Wiederholung der Sitzung vom ${dateWithWeekday(date)}.`;
export const agendaFollows = (): string => "Tagesordnung:";
export const noAgendaOnIt = (): string => "Eine Tagesordnung steht noch nicht darin.";
export const itemLine = ({ late, ...item }: InvitationItem): string =>
  itemText({ ...item, ...(late === true ? { arrival: "late" } : {}) });
export const papersLine = (papers: readonly string[]): string => `Unterlagen: ${papers.join(", ")}.`;
export const linksFollow = (): string => "Verweise:";
export const reasonLine = (reason: string): string => `Grund: ${reason}`;
export const answerLine = (answerBy: LocalDate | undefined): string => {
  const until = answerBy === undefined ? "" : ` bis ${dateWithWeekday(answerBy)}`;
  return `Bitte antworten Sie${until}: „zusage“, „vielleicht“ oder „absage“; wer vertreten wird, mit „absage vertretung NAME“.`;
};

/** Wer sie wie bekommt. */
export function reachLine(byMail: number, onlyInChat: number): string {
  const mail = byMail === 0 ? "Per E-Mail geht sie an niemanden" : `Per E-Mail geht sie an ${personen(byMail)}`;
  return onlyInChat === 0
    ? `${mail}.`
    : `${mail}, nur im Chat ${onlyInChat === 1 ? "liest" : "lesen"} sie ${counted(onlyInChat, "Person", "Personen")}.`;
}

const personen = (count: number): string => counted(count, "Person", "Personen");

export const seatsNotReached = (seats: string, list: string): string =>
  `Niemand erreichbar ist von: ${seats}. Tragen Sie E-Mail-Adressen in die Gremiumsdatei ein oder laden Sie selbst ein, etwa per Brief: „einladung senden außer ${list}“.`;
export const writtenForm = (citation: Citation): string =>
  `Die Geschäftsordnung sieht für die Ladung einen Brief vor ${inBrackets(citation)}. Ob die E-Mail genügt, entscheiden Sie; Briefe verschickt der Sitzungsdienst nicht.`;
export const howToSend = (): string => "Stimmt alles, geht sie mit „einladung senden“ genau so hinaus.";
export const draftIsOutdated = (): string =>
  "Seit diesem Entwurf hat sich etwas geändert. Vor dem Versand: „einladung entwurf“.";

/** Vor dem Versand, when the period cannot be kept any more. */
export const tooLateToSend = (isShould: boolean, isUrgencyAllowed: boolean): string => {
  if (isShould) return "Achtung: Dieser Tag ist vorbei. Die Frist ist ein Soll; die Verspätung wird vermerkt.";
  return isUrgencyAllowed
    ? "Achtung: Dieser Tag ist vorbei, die Frist ist ein Muss. Kürzer geht es nur dringend, mit Begründung: „einladung senden dringend: …“. Sonst hilft ein späterer Tag: „sitzung verlegen …“."
    : "Achtung: Dieser Tag ist vorbei, die Frist ist ein Muss, und eine Verkürzung ist nicht vorgesehen. Es hilft ein späterer Tag: „sitzung verlegen …“.";
};

const summoned: Readonly<Record<EditionKind, string>> = {
  invitation: "Sie sind eingeladen",
  update: "Die Einladung hat sich geändert",
  cancellation: "Die Sitzung ist abgesagt",
};

export function summonsLine(kind: EditionKind, text: InvitationText): string {
  const isMoved = kind === "update" && text.movedFrom !== undefined;
  return `${isMoved ? "Die Sitzung ist verlegt" : summoned[kind]}: ${invitedTo(text)}.`;
}

const sentWords: Readonly<Record<EditionKind, string>> = {
  invitation: "Die Einladung",
  update: "Die geänderte Einladung",
  cancellation: "Die Absage",
};

export function lettersUnderWay(kind: EditionKind, letters: number): string {
  if (letters === 0)
    return `${sentWords[kind]} steht in den Räumen. E-Mails gehen keine hinaus: Es sind keine Adressen eingetragen.`;
  return `${sentWords[kind]} ist unterwegs: ${counted(letters, "E-Mail", "E-Mails")}. Was daraus wird, zeigt „versand“.`;
}
export const onlyNewOnes = (letters: number, others: number): string =>
  `Geändert hat sich nur, an wen sie geht: ${counted(letters, "E-Mail", "E-Mails")}, im Chat ${counted(others, "Person", "Personen")}. Alle anderen haben sie schon.`;
export const notReachedPeople = (kind: EditionKind, people: string): string =>
  `Ohne E-Mail-Adresse und ohne verbundenes Konto, also nicht erreicht: ${people}. Bitte ${kind === "cancellation" ? "sagen Sie ihnen auf anderem Weg Bescheid" : "laden Sie sie auf anderem Weg ein"}.`;

const matters: Readonly<Record<EditionKind, string>> = {
  invitation: "Einladung",
  update: "Geänderte Einladung",
  cancellation: "Absage",
};

/** "Einladung zum Freitag, 12.05.2028" */
const matter = (kind: EditionKind, date: LocalDate): string => `${matters[kind]} zum ${dateWithWeekday(date)}`;

export type DispatchSummary = {
  readonly kind: EditionKind;
  readonly date: LocalDate;
  readonly letters: number;
  readonly accepted: number;
  readonly filed: number;
  /** Names of those it did not get to. */
  readonly failed: readonly string[];
};

export function dispatchDone({ kind, date, letters, accepted, filed, failed }: DispatchSummary): string {
  const head =
    filed > 0
      ? `${filed} von ${letters} als Datei abgelegt, weil kein Mailversand eingerichtet ist`
      : `${accepted} von ${letters} zugestellt (an den Mailserver übergeben)`;
  const rest = failed.length === 0 ? "" : ` Nicht zugestellt: ${joined(failed)}.`;
  return `${matter(kind, date)}: ${head}.${rest}`;
}

export const notDelivered = (kind: EditionKind, date: LocalDate, person: string, address: string): string =>
  `${matter(kind, date)}: Die E-Mail an ${oblique(person)} ist nicht zugestellt (${address}).`;
export const serverSaid = (answer: string): string => `Der Mailserver antwortete: „${answer}“`;
export const whatNow = (kind: EditionKind): string =>
  kind === "cancellation"
    ? "Bitte sagen Sie auf anderem Weg Bescheid."
    : "Berichtigen Sie die Adresse in der Gremiumsdatei und lesen Sie sie neu ein; „einladung senden“ schreibt dann nur an die neue Adresse. Oder laden Sie auf anderem Weg ein.";

export const dispatchHeading = (kind: EditionKind, date: LocalDate, edition: number, moment: string): string =>
  `Versandnachweis, ${matter(kind, date)} (Ausgabe ${edition} vom ${moment}):`;
export const earlierEdition = (kind: EditionKind, edition: number, moment: string, letters: number): string =>
  `Davor: Ausgabe ${edition} vom ${moment}, ${matters[kind]}, ${counted(letters, "E-Mail", "E-Mails")}.`;

const outcomes = {
  accepted: "vom Mailserver angenommen",
  filed: "als Datei abgelegt",
  refused: "vom Mailserver abgewiesen",
  bounced: "kam als unzustellbar zurück",
} as const;

type Outcome = keyof typeof outcomes;

export const dispatchLine = (
  person: string,
  address: string,
  one: { readonly outcome: Outcome; readonly moment: string; readonly answer: string },
): string => `${person}, ${address}: ${outcomes[one.outcome]} am ${one.moment} („${one.answer}“)`;
export const waitsStill = (person: string, address: string): string => `${person}, ${address}: wartet auf den Versand`;
export const onlyInChatLine = (people: string): string => `Ohne E-Mail-Adresse: ${people}.`;
export const nothingDispatched = (date: LocalDate | undefined): string =>
  date === undefined
    ? "Es ist keine Sitzung geplant, zu der eingeladen wurde."
    : `Zur Sitzung am ${dateWithWeekday(date)} ist noch keine Einladung hinausgegangen.`;
export const proofIsForLeadership = (): string =>
  "Abgelehnt: Den Versandnachweis sehen Sitzungsleitung und Geschäftsführung; darin stehen E-Mail-Adressen.";

export const nothingInvitedYet = (date: LocalDate | undefined): string =>
  date === undefined
    ? "Es ist keine Sitzung geplant."
    : `Zur Sitzung am ${dateWithWeekday(date)} ist noch nicht eingeladen.`;
export const draftNext = (): string => "Der nächste Schritt: „einladung entwurf“.";
export const draftWaits = (): string => "Ein Entwurf wartet; Sie lesen ihn im Direktchat mit „einladung“.";

/** Namen der Dateien, as they are shown. */
export const paperFileName = (kind: EditionKind, date: LocalDate): string =>
  `${kind === "cancellation" ? "Absage" : "Einladung"} ${numericDate(date)}.pdf`;
export const entryFileName = (date: LocalDate): string => `Sitzung ${numericDate(date)}.ics`;
