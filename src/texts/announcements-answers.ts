import type { AttendanceAnswer, MailNoteKind } from "../core/invitation/events.ts";
import type { Appointment } from "../core/kernel/appointment.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { QuorumRuling } from "../core/rules/quorum.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { dateWithWeekday } from "./dates.ts";
import { joined, oblique } from "./names.ts";
import { expectedQuorum } from "./rulings.ts";

export const answerNames: Readonly<Record<AttendanceAnswer, string>> = {
  accepted: "Zusage",
  tentative: "Vielleicht",
  declined: "Absage",
};

const saidTexts: Readonly<Record<AttendanceAnswer, string>> = {
  accepted: "zugesagt",
  tentative: "„vielleicht“ gesagt",
  declined: "abgesagt",
};

const toMeeting = (appointment: Appointment): string => `zur Sitzung am ${appointmentText(appointment)},`;

/** "Sie haben zur Sitzung am Freitag, 12.05.2028, 9–12 Uhr, zugesagt." */
export const answerTaken = (appointment: Appointment, answer: AttendanceAnswer): string =>
  `Sie haben ${toMeeting(appointment)} ${saidTexts[answer]}.`;
export const answerEntered = (person: string, appointment: Appointment, answer: AttendanceAnswer): string =>
  `Eingetragen: ${person} hat ${toMeeting(appointment)} ${saidTexts[answer]}.`;
export const answerEnteredForYou = (appointment: Appointment, answer: AttendanceAnswer, by: string): string =>
  `Für Sie ist eingetragen, von ${oblique(by)}: Sie haben ${toMeeting(appointment)} ${saidTexts[answer]}.`;
export const changeUntilOpening = (): string => "Bis zur Eröffnung können Sie es ändern.";

export const substituteAsked = (substitute: string): string =>
  `Vertretung: ${substitute}. Ich frage dort nach; der Sitz zählt mit der Zusage.`;
export const substituteComes = (substitute: string): string => `Vertretung: ${substitute}, hat schon zugesagt.`;
export const substituteUnreached = (substitute: string): string =>
  `Vertretung: ${substitute}. Von hier aus nicht zu erreichen; bitte sagen Sie selbst Bescheid. Der Sitz zählt mit der Zusage.`;
export const freeSubstitute = (name: string): string =>
  `Vertretung: ${name}. Der Name ist vermerkt; der Sitz zählt erst mit der Anmeldung bei der Geschäftsführung.`;

export const askedToStandIn = (person: string, seat: string, appointment: Appointment): string =>
  `${person} kann ${toMeeting(appointment)} nicht kommen und nennt Sie als Vertretung für ${seat}.`;
export const standInNext = (): string => "Können Sie kommen?";
export const standInIsKnown = (): string => "Sie haben schon zugesagt.";
export const standInSubject = (committee: string, appointment: Appointment): string =>
  `${committee}: Vertretung in der Sitzung am ${appointmentText(appointment)}`;

export const answersHead = (appointment: Appointment): string =>
  `Rückmeldungen zur Sitzung am ${appointmentText(appointment)}`;
export const answersEnded = (appointment: Appointment): string =>
  `Die Rückmeldungen ${toMeeting(appointment)} sind abgeschlossen.`;

/** "Zugesagt: 7 von 17 Stimmen, nötig 9 (§ 5 Abs. 1 GO); es fehlen Antworten von: Arche und Hafen." */
export const expectedSentence = (ruling: QuorumRuling, missing: readonly string[], ofDeferred: boolean): string => {
  const about = ofDeferred ? " für die zurückgestellten Punkte" : "";
  const open = missing.length === 0 ? "" : `; es fehlen Antworten von: ${joined(missing)}`;
  return `${expectedQuorum(ruling)}${about}${open}.`;
};
export const quorumExpected = (): string => "Kommen alle, die zugesagt haben, ist die AG beschlussfähig.";
export const quorumNotExpected = (missing: number): string =>
  `Zur Beschlussfähigkeit ${missing === 1 ? "fehlt noch 1 Zusage" : `fehlen noch ${missing} Zusagen`}.`;
export const quorumUnreachable = (): string =>
  "Beschlussfähig wird die AG so nicht, auch wenn alle kommen, die nicht abgesagt haben.";

/** What the leadership is told once when it turns. */
export const turnedReached = (date: LocalDate): string =>
  `Die Sitzung am ${dateWithWeekday(date)}, wird nach den Zusagen beschlussfähig.`;
export const turnedLost = (date: LocalDate): string =>
  `Nach der letzten Rückmeldung reichen die Zusagen zur Sitzung am ${dateWithWeekday(date)}, nicht mehr.`;
export const turnedUnreachable = (date: LocalDate): string =>
  `Die Sitzung am ${dateWithWeekday(date)}, wird nach den Absagen nicht beschlussfähig.`;
export const unreachableNext = (): string =>
  "Möglich ist: Vertretungen ansprechen, die Sitzung verlegen oder absagen, oder ohne Beschlüsse beraten.";

const standings: Readonly<Record<"tentative" | "declined", string>> = { tentative: "Vielleicht", declined: "Abgesagt" };
export const seatsStanding = (standing: "tentative" | "declined", seats: readonly string[]): string =>
  `${standings[standing]}: ${joined(seats)}.`;

export const noAnswerYet = (seat: string): string => `${seat}: noch keine Antwort`;
/** "Arche: Frau Yıldız (Arche) Zusage; Herr Brandt (Arche) Absage, Vertretung Frau Yıldız (Arche)" */
export const seatAnswers = (seat: string, answers: readonly string[]): string => `${seat}: ${answers.join("; ")}`;
export const answerOf = (person: string, answer: AttendanceAnswer, standIn: string | undefined): string =>
  `${person} ${answerNames[answer]}${standIn === undefined ? "" : `, Vertretung ${standIn}`}`;
export const standInAsked = (substitute: string): string => `${substitute} (gefragt)`;
export const standInUnregistered = (name: string): string => `${name} (nicht angemeldet)`;
export const bySeatHead = (): string => "Je Sitz:";
export const withoutVoteAnswers = (): string => "Ohne Stimme:";
export const commentsHead = (): string => "Bemerkungen:";
export const commentLine = (person: string, comment: string): string => `${person}: ${comment}`;

export const answerReminder = (appointment: Appointment, answerBy: LocalDate | undefined): string =>
  answerBy === undefined
    ? `Erinnerung: Ihre Rückmeldung ${toMeeting(appointment)} fehlt noch.`
    : `Erinnerung: Ihre Rückmeldung ${toMeeting(appointment)} fehlt noch. Erbeten ist sie bis ${dateWithWeekday(answerBy)}.`;
export const reminderNext = (): string => "Wer nicht kommen kann, nennt bitte die Vertretung.";
export const reminderByMailNext = (): string =>
  "Sagen Sie mit dem Kalendereintrag der Einladung zu oder ab, oder antworten Sie auf diese Mail. Wer nicht kommen kann, nennt bitte die Vertretung.";
export const reminderSubject = (committee: string, appointment: Appointment): string =>
  `${committee}: Rückmeldung zur Sitzung am ${appointmentText(appointment)}`;

type NotedFrom = {
  readonly from: string;
  /** Who was invited, where that is clear. */
  readonly person: string | undefined;
};

const senderIn = ({ from, person }: NotedFrom): string => (person === undefined ? from : `${person}, ${from},`);

/** Post, um die sich jemand kümmern muss: first what it is, then what can be done. */
export const mailNotes: Readonly<Record<MailNoteKind, (noted: NotedFrom) => readonly string[]>> = {
  foreignSender: ({ from, person }) => [
    `Eine Antwort auf die Einladung${person === undefined ? "" : ` an ${oblique(person)}`} kam von einer anderen Adresse: ${from}. Eingetragen ist nichts.`,
    "Bitte bei der eingeladenen Person nachfragen, ob sie stimmt.",
  ],
  notInvited: ({ from }) => [
    `${from} antwortet auf eine Einladung, die nicht an diese Adresse ging. Eingetragen ist nichts.`,
    "Vielleicht wurde die Einladung weitergeleitet.",
  ],
  oldDate: (noted) => [
    `${senderIn(noted)} antwortet auf einen Termin, der nicht mehr gilt. Eingetragen ist nichts.`,
    "Gilt ein neuer Termin, bitten Sie um eine Antwort dazu.",
  ],
  delegated: (noted) => [
    `${senderIn(noted)} gibt die Einladung weiter. Eingetragen ist eine Absage mit diesem Namen.`,
    "Der Sitz zählt erst, wenn eine Person zusagt, die für ihn stimmen darf.",
  ],
  counterProposal: (noted) => [
    `${senderIn(noted)} schlägt einen anderen Termin vor. Eingetragen ist nichts.`,
    "Der Termin bleibt, bis die Sitzung verlegt wird.",
  ],
  freeText: (noted) => [
    `${senderIn(noted)} hat mit eigenen Worten geantwortet. Eingetragen ist nichts.`,
    "Steht eine Zusage oder Absage darin, tragen Sie sie bitte ein.",
  ],
  unreadable: ({ from }) => [`Eine Mail von ${from} war nicht zu lesen.`, "Bitte im Postfach nachsehen."],
  tooLarge: ({ from }) => [
    `Eine Mail von ${from} ist zu groß und wurde nicht gelesen.`,
    "Bitte im Postfach nachsehen.",
  ],
  unknownMeeting: (noted) => [
    `${senderIn(noted)} antwortet auf einen Termin, der nicht von hier ist. Eingetragen ist nichts.`,
    "Bitte im Postfach nachsehen.",
  ],
  sharedAddress: ({ from }) => [
    `${from} antwortet auf eine Einladung; die Adresse gehört mehreren Eingeladenen. Eingetragen ist nichts.`,
    "Bitte nachfragen, für wen die Antwort gilt.",
  ],
};
export const answerIs = (answer: AttendanceAnswer): string => `Antwort: ${answerNames[answer]}.`;
export const mailSubject = (subject: string): string => `Betreff: ${subject}`;
export const mailText = (text: string): string => `Text: „${text}“`;
export const aboutMeeting = (appointment: Appointment): string => `Sitzung: ${appointmentText(appointment)}.`;

export const answerChoice = (answer: AttendanceAnswer, person: string): string =>
  `${answerNames[answer]} für ${oblique(person)}`;
