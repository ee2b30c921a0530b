import type { InvitationRefusal, SubstituteBar } from "../core/committee/refusal-scheduling.ts";
import { assertNever } from "../core/kernel/assert-never.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { answerNames } from "./announcements-answers.ts";
import { dateWithWeekday, numericDate } from "./dates.ts";
import { counted, type Names, oblique, seats } from "./names.ts";
import { excerpt } from "./prompts.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { seatVoterSentence } from "./rulings-rights.ts";

/** Zugangsdaten in a web address; they are not said again. */
const CREDENTIALS = /^https:\/\/[^/]*@/iu;

/** Ablehnungen rund um Einladung, Verlegung, Absage und Rückmeldung. */
export const invitationRefusals: Sentences<InvitationRefusal["code"]> = {
  WhichMeeting: ({ planned }) =>
    said(
      `Es sind mehrere Sitzungen geplant: ${planned.map(dateWithWeekday).join("; ")}.`,
      "Nennen Sie den Tag dazu.",
      "termine",
    ),
  MeetingUnchanged: ({ date }) =>
    said(
      `Die Sitzung am ${dateWithWeekday(date)} ist schon genau so geplant.`,
      "Nennen Sie einen anderen Tag, eine andere Zeit oder einen anderen Ort.",
      "termine",
    ),
  CancelUnconfirmed: ({ date, reason, invited }) =>
    said(
      `Eine Absage wird erst ausgeführt, wenn Sie sie bestätigen: Sitzung am ${dateWithWeekday(date)}, ${invitedText(invited)}. Grund: ${reason}`,
      "Die offenen Punkte kommen auf die nächste Tagesordnung. Zurücknehmen lässt sich die Absage nicht.",
      `sitzung absagen ${numericDate(date)} bestätigt: ${reason}`,
    ),
  NoDraft: ({ date }) =>
    said(
      `Für die Sitzung am ${dateWithWeekday(date)} gibt es keinen Entwurf der Einladung; versandt wird nur, was vorher gelesen wurde.`,
      "Erst der Entwurf, dann der Versand.",
      `einladung entwurf ${numericDate(date)}`,
    ),
  DraftOutdated: ({ date }) =>
    said(
      `Der Entwurf der Einladung zum ${dateWithWeekday(date)} stimmt nicht mehr: Termin, Ort, Tagesordnung oder Fristen haben sich seither geändert.`,
      "Lesen Sie den neuen Entwurf; Ihre eigenen Worte, Unterlagen und Verweise bleiben darin.",
      `einladung entwurf ${numericDate(date)}`,
    ),
  DraftUnchanged: ({ date }) =>
    said(
      `Der Entwurf der Einladung zum ${dateWithWeekday(date)} lautet schon genau so.`,
      "„einladung“ zeigt ihn, „einladung senden“ verschickt ihn.",
      "einladung",
      `einladung senden ${numericDate(date)}`,
    ),
  AnswerDayWrong: ({ day, today, meeting }) =>
    said(
      day < today
        ? `${dateWithWeekday(day)} ist vorbei; bis dahin kann niemand mehr antworten.`
        : `${dateWithWeekday(day)} liegt nach der Sitzung am ${dateWithWeekday(meeting)}.`,
      "Nennen Sie einen Tag bis zur Sitzung; ohne Angabe ist es eine Woche vorher.",
    ),
  InvitationLinkRefused: ({ link, problem }) =>
    said(
      problem === "notHttps"
        ? `„${excerpt(link)}“ kann nicht in die Einladung: Verweise beginnen mit https://, damit sie bei allen sicher ankommen.`
        : `„${excerpt(link.replace(CREDENTIALS, "https://…@"))}“ kann nicht in die Einladung: Darin steckt ein Zugang, und den hätten dann alle.`,
      "Nehmen Sie eine Adresse, die alle Eingeladenen öffnen können.",
    ),
  PaperNameRefused: ({ name }) =>
    said(
      `„${excerpt(name)}“ ist kein Name einer Unterlage: erlaubt sind Buchstaben, Ziffern, Punkt, Unterstrich und Bindestrich, ohne Ordner.`,
      "Legen Sie die Datei unter einem solchen Namen in den Ordner ausgang.",
    ),
  TooManyEnclosures: ({ what, most }) =>
    said(
      `Mehr als ${most} ${what === "links" ? "Verweise" : "Unterlagen"} hat eine Einladung nicht.`,
      "Fassen Sie sie zusammen, zum Beispiel hinter einem Verweis.",
    ),
  AlreadySent: ({ date, sentAt, kind }, names) =>
    said(
      `${kind === "update" ? "Die geänderte Einladung" : "Die Einladung"} zum ${dateWithWeekday(date)} ist am ${names.moment(sentAt)} hinausgegangen, und seither hat sich nichts geändert. Zweimal dasselbe geht nicht hinaus.`,
      "Nach einer Änderung: „einladung entwurf“, dann „einladung senden“. Wer neu dazukommt oder eine neue Adresse hat, bekommt sie mit „einladung senden“ nachgereicht.",
      `versand ${numericDate(date)}`,
    ),
  SeatsUnreachable: ({ date, seats: unreached, otherwise, urgent, reason }, names) =>
    said(
      `Von ${seats(names, unreached)} ist niemand zu erreichen: keine E-Mail-Adresse in der Gremiumsdatei, kein verbundenes Konto. Zu laden sind alle Sitze.`,
      "Tragen Sie Adressen nach, oder laden Sie diese Träger selbst ein, etwa per Brief, und nehmen Sie sie vom Versand aus.",
      `einladung senden ${numericDate(date)}${urgent ? " dringend" : ""} außer ${[...otherwise, ...unreached].map((seat) => names.seat(seat)).join(", ")}${reason === undefined ? "" : `: ${reason}`}`,
    ),
  NotInvited: ({ person, date }, names) =>
    said(
      `${names.person(person)} ist zur Sitzung am ${dateWithWeekday(date)}, nicht eingeladen; es zählen die Rückmeldungen der Eingeladenen.`,
      "Wer dazugehört, wird von der Geschäftsführung eingeladen; Gäste melden sich bei ihr an.",
      "rückmeldungen",
    ),
  AnswerUnchanged: ({ person, date, answer }, names) =>
    said(
      `Zur Sitzung am ${dateWithWeekday(date)}, ist das von ${oblique(names.person(person))} schon eingetragen: ${answerNames[answer]}.`,
      "Es ändert sich nichts.",
      "rückmeldungen",
    ),
  SubstituteNotPossible: ({ person, bar }, names) =>
    said(
      substituteBarText(bar, names.person(person), names),
      "Eine Absage allein genügt. Vertreten kann, wen der Träger selbst entsendet oder als Stellvertretung benannt hat.",
      "absage",
    ),
};

function substituteBarText(bar: SubstituteBar, person: string, names: Names): string {
  switch (bar.kind) {
    case "noSeat":
      return `${person} hat keinen Sitz mit Stimme und braucht keine Vertretung.`;
    case "self":
      return `${person} kann sich nicht selbst vertreten.`;
    case "noVote":
      return `${names.person(bar.substitute)} ist beratend oder Gast und kann keinen Sitz vertreten.`;
    case "rules":
      return `${names.person(bar.substitute)} kann ${names.seat(bar.seat)} nicht vertreten. ${seatVoterSentence(
        bar.ruling,
        {
          seat: names.seat(bar.seat),
          // What the ruling names as a person is a key of the committee.
          nameOf: (id) => names.person(id as PersonId),
        },
      )}`;
    default:
      return assertNever(bar);
  }
}

function invitedText(invited: number): string {
  return invited === 0 ? "noch niemand eingeladen" : counted(invited, "Person eingeladen", "Personen eingeladen");
}
