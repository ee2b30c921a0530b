import type { LocalDate } from "../core/kernel/local-date.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted } from "./names.ts";
import { missingFields } from "./rulings-deadlines.ts";

/** What may be typed when the period cannot be kept any more. */
export const tooLateToInvite = (isShould: boolean, isUrgencyAllowed: boolean): string => {
  if (isShould) return "Achtung: Dieser Tag ist vorbei. Die Frist ist ein Soll; die Verspätung wird vermerkt.";
  const head = "Achtung: Dieser Tag ist vorbei, die Frist ist ein Muss. Wer rechtzeitig rügt, verhindert Beschlüsse.";
  return isUrgencyAllowed
    ? `${head} Kürzer geht es nur dringend, mit Begründung: „ladung verschickt dringend: …“. Sonst hilft ein späterer Tag.`
    : `${head} Eine Verkürzung ist nicht vorgesehen; planen Sie einen späteren Tag.`;
};

export const invitationRecorded = (meeting: LocalDate): string =>
  `Die Ladung zur Sitzung am ${dateWithWeekday(meeting)} ist eingetragen.`;
export const urgencyReason = (reason: string): string => `Begründung: ${reason}`;
export const seatsNotInvited = (seats: string): string => `Nicht geladen: ${seats}.`;
export const missingInInvitation = (missing: readonly string[]): string =>
  `In der Ladung fehlt: ${missingFields(missing)}.`;
export const howToObject = (): string => "Rügen kann, wer stimmberechtigt ist: „ladung rügen: …“.";

export const callObjected = (person: string, text: string): string => `${person} rügt die Ladung: ${text}`;
export const objectionStillPossible = (): string => "Rügen ist noch möglich: „ladung rügen: …“.";
export const callNotEntered = (): string =>
  "Eine Ladung ist nicht eingetragen. Ob der Mangel besteht, zeigt „ladung verschickt …“.";
export const callWithoutDefect = (): string => "Nach der eingetragenen Ladung besteht kein Mangel.";

export const deadlinesHeading = (): string => "Fristen";
export const forMeeting = (date: LocalDate): string => `Sitzung am ${dateWithWeekday(date)}:`;
export const forMinutes = (date: LocalDate): string => `Protokoll der Sitzung vom ${dateWithWeekday(date)}:`;
export const noDeadlinesWithoutMeeting = (): string =>
  "Es ist keine Sitzung geplant. Mit „sitzung planen …“ nenne ich die Fristen dazu.";
export const invitationOpen = (left: string): string => `Eine Ladung ist noch nicht eingetragen (${left}).`;
export const objectionsSoFar = (count: number): string => `Die Ladung ist ${counted(count, "Mal", "Mal")} gerügt.`;
