import type { RankingCriterion } from "../core/committee/date-poll-ranking.ts";
import type { PollAnswer, PollReminder } from "../core/date-poll/events.ts";
import type { Appointment } from "../core/kernel/appointment.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { QuorumRuling } from "../core/rules/quorum.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted, joined } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

/** "Terminumfrage 1 „Klausurtag“" */
export const datePollName = (poll: number, title: string | undefined): string =>
  title === undefined ? `Terminumfrage ${poll}` : `Terminumfrage ${poll} „${title}“`;

/** "Termin 2, Dienstag, 14.05.2028, 14–16 Uhr" */
export const optionName = (option: number, appointment: Appointment): string =>
  `Termin ${option}, ${appointmentText(appointment)}`;

export const datePollOpened = (name: string, lastDay: LocalDate): string =>
  `${name} eröffnet. Antworten bis ${dateWithWeekday(lastDay)}, 24 Uhr.`;
export const placeLine = (place: string): string => `Ort: ${place}.`;
export const meetingOnDay = (date: LocalDate): string =>
  `Achtung: Für ${dateWithWeekday(date)}, ist schon eine Sitzung geplant.`;
export const neededPeople = (people: string): string => `Ohne diese Personen geht es nicht: ${people}.`;
export const howToAnswer = (poll: number): string =>
  `Antworten Sie mit „umfrage ${poll} termin 1 ja“, „… zur not“ oder „… nein“, auch mehreres zugleich: „umfrage ${poll} termin 1 ja, 2 nein“. Gezählt wird je Sitz: Es genügt, wenn das Mitglied oder seine Stellvertretung kann.`;
export const canYou = (option: string): string => `${option}: Können Sie?`;

export const pollAnswerNames: Readonly<Record<PollAnswer, string>> = { yes: "Ja", ifNeedBe: "zur Not", no: "Nein" };
const openWord = "offen";

export const singlyLabel = (): string => "Einzeln antworten";
export const allLabels: Readonly<Record<PollAnswer, string>> = {
  yes: "Alle ja",
  ifNeedBe: "Alle zur Not",
  no: "Alle nein",
};
export const restLabels: Readonly<Record<PollAnswer, string>> = {
  yes: "Übrige ja",
  ifNeedBe: "Übrige zur Not",
  no: "Übrige nein",
};
export const optionAnswerLabel = (option: number, answer: PollAnswer): string =>
  `Termin ${option}: ${pollAnswerNames[answer]}`;
export const settleLabel = (option: number): string => `Termin ${option} festlegen`;

/** "1 Ja, 2 zur Not, 3 offen": by number of the option. */
export const answersText = (answers: readonly (PollAnswer | undefined)[]): string =>
  answers
    .map((answer, index) => `${index + 1} ${answer === undefined ? openWord : pollAnswerNames[answer]}`)
    .join(", ");

export const answersNoted = (name: string, answers: readonly { option: number; answer: PollAnswer }[]): string =>
  `${name}: Ihre Antworten sind notiert: ${optionAnswers(answers)}.`;
export const answersNotedFor = (
  name: string,
  person: string,
  answers: readonly { option: number; answer: PollAnswer }[],
): string => `${name}: Die Antworten für ${person} sind notiert: ${optionAnswers(answers)}.`;
export const answeredForYou = (
  name: string,
  by: string,
  answers: readonly { option: number; answer: PollAnswer }[],
): string => `${name}: ${by} hat für Sie geantwortet: ${optionAnswers(answers)}.`;
const optionAnswers = (answers: readonly { option: number; answer: PollAnswer }[]): string =>
  answers.map(({ option, answer }) => `Termin ${option} ${pollAnswerNames[answer]}`).join(", ");

export const allAnswered = (lastDay: LocalDate): string =>
  `Alle Vorschläge sind beantwortet. Ändern geht bis ${dateWithWeekday(lastDay)}, 24 Uhr.`;
export const shownWithoutSeat = (): string => "Die Antworten werden gezeigt, zählen aber für keinen Sitz.";

export const datePollReminder = (name: string, lastDay: LocalDate, reminder: PollReminder): string =>
  reminder === "dayBefore"
    ? `Erinnerung: ${name} endet am ${dateWithWeekday(lastDay)}, 24 Uhr.`
    : `Erinnerung: ${name} läuft bis ${dateWithWeekday(lastDay)}, 24 Uhr.`;
export const notAnsweredYet = (options: readonly number[]): string =>
  options.length === 1
    ? `Ihre Antwort zu Termin ${options[0]} fehlt noch.`
    : `Ihre Antworten zu Termin ${joined(options.map(String))} fehlen noch.`;

export const datePollEnded = (name: string): string => `${name} ist beendet; es fehlt noch, welcher Termin gilt.`;
export const datePollSettled = (name: string, option: string): string => `${name}: Festgelegt ist ${option}.`;
export const answersAreNoRsvp = (): string => "Die Antworten in der Umfrage sind noch keine Zusage zur Sitzung.";
export const datePollCancelled = (name: string, reason: string): string => `${name} ist abgebrochen: ${reason}`;

/** "9 Ja, 2 zur Not, 1 Nein, 5 offen": seats. */
export const seatCounts = (yes: number, ifNeedBe: number, no: number, open: number): string =>
  `${yes} Ja, ${ifNeedBe} zur Not, ${no} Nein, ${open} offen`;

/** Ob es für Beschlüsse reicht: with yes alone, only with those who can if need be, not yet, or not even with all that are open. */
export function quorumAhead(withYes: QuorumRuling, withIfNeedBe: QuorumRuling, open: number): string {
  if (withYes.quorate) return `Beschlussfähig mit Ja (${arithmetic(withYes)}).`;
  if (withIfNeedBe.quorate) return `Beschlussfähig nur mit „zur Not“ (${arithmetic(withIfNeedBe)}).`;
  if (withIfNeedBe.missing <= open) return `Noch nicht beschlussfähig (${arithmetic(withIfNeedBe)}).`;
  return `Nicht beschlussfähig, auch nicht mit „zur Not“ (${arithmetic(withIfNeedBe)}).`;
}

const arithmetic = (ruling: QuorumRuling): string =>
  `${ruling.present} von ${counted(ruling.base, "Stimme", "Stimmen")}, nötig ${ruling.needed}; ${sourceText(ruling)}`;

export const cannotCome = (people: readonly string[]): string =>
  `${joined(people)} ${people.length === 1 ? "kann" : "können"} nicht.`;
export const notHeardFrom = (people: readonly string[]): string => `Nötig und noch offen: ${joined(people)}.`;
export const neededCan = (): string => "Wer nötig ist, kann.";

export const seatsAnswered = (answered: number, all: number): string =>
  `Geantwortet haben ${answered} von ${counted(all, "Sitz", "Sitzen")}.`;
export const leadingOptions = (options: readonly number[]): string =>
  options.length === 1 ? `Vorn liegt Termin ${options[0]}.` : `Gleichauf vorn: Termin ${joined(options.map(String))}.`;

export const placeInRanking = (place: number, isTied: boolean): string =>
  isTied ? `Platz ${place} (gleichauf)` : `Platz ${place}`;
export const aheadOf = (option: number, criterion: RankingCriterion): string =>
  `Vor Termin ${option}: ${criterionNames[criterion]}.`;
const criterionNames: Readonly<Record<RankingCriterion, string>> = {
  required: "Dort fehlt die Zusage einer nötigen Person",
  quorum: "Dort reicht Ja allein nicht für die Beschlussfähigkeit",
  quorumIfNeedBe: "Dort reicht es auch mit „zur Not“ nicht für die Beschlussfähigkeit",
  yes: "Hier sagen mehr Sitze Ja",
  no: "Hier sagen weniger Sitze Nein",
};

export const datePollRuns = (name: string, lastDay: LocalDate): string =>
  `${name} läuft bis ${dateWithWeekday(lastDay)}, 24 Uhr.`;
export const perSeatHead = (): string => "Antworten je Sitz (Nummer des Termins):";
export const withoutSeatHead = (): string => "Ohne Stimme:";
export const missingSeatsHead = (): string => "Noch keine Antwort von:";
export const saidBy = (who: string, answers: string): string => `${who}: ${answers}`;
export const missingSeat = (seat: string, people: readonly string[]): string =>
  people.length === 0 ? seat : `${seat} (${joined(people, "oder")})`;
export const ownAnswers = (answers: string): string => `Ihre Antworten: ${answers}.`;
export const noDatePolls = (): string => "Es läuft keine Terminumfrage, und es gab noch keine.";
export const noDatePollRuns = (): string => "Es läuft keine Terminumfrage.";
export const pastDatePolls = (): string => "Abgeschlossen:";
export const noSuchDatePoll = (poll: number): string => `Eine Terminumfrage ${poll} gibt es nicht.`;

export const noOptionNumber = (typed: string): string =>
  `„${typed}“ ist keine Nummer eines Vorschlags. Termine, die die AG vereinbart, hält „termin vereinbaren“ fest.`;
export const noDatePollNumber = (typed: string): string => `„${typed}“ ist keine Nummer einer Terminumfrage.`;
export const noAnswers = (typed: string): string =>
  `„${typed}“ ist keine Antwort auf die Vorschläge. Zum Beispiel: „termin 1 ja, 2 nein, 3 zur not“. Termine, die die AG vereinbart, hält „termin vereinbaren“ fest.`;
export const yearsAreElsewhere = (year: string): string => `Die Sitzungen eines Jahres zeigt „sitzungen ${year}“.`;
export const answeredTwice = (option: number): string => `Zu Termin ${option} stehen zwei Antworten da.`;
export const answersDoNotFit = (answers: number, options: number): string =>
  `Es sind ${counted(options, "Vorschlag", "Vorschläge")}, aber ${counted(answers, "Antwort", "Antworten")}. Nennen Sie die Nummern dazu: „termin 1 ja, 2 nein“.`;
export const separateOptions = (): string => "Das sind mehrere Tage. Mehrere Vorschläge trennt ein Semikolon.";
export const differentPlaces = (one: string, other: string): string =>
  `Eine Terminumfrage hat einen Ort, hier stehen zwei: „${one}“ und „${other}“.`;
