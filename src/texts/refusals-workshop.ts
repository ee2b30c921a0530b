import type { WorkshopRefusal } from "../core/committee/refusal-workshop.ts";
import type { WorkshopPhaseKind } from "../core/workshop/events.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { phaseName, phaseNames, workshopMode, workshopName, workshopStates } from "./announcements-workshop.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted, joined, people } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";

const phaseCommands = {
  ideas: "phase ideen",
  grouping: "phase gruppieren",
  weighting: "phase gewichten",
  results: "phase ergebnisse",
  break: "phase pause",
  other: "workshop",
} as const;

const afterStatus = {
  planned: "Die Moderation eröffnet ihn: „workshop eröffnen“.",
  open: "Er läuft noch.",
  closed: "Was daraus geworden ist, zeigt der Stand.",
  cancelled: "Einen neuen setzt man mit „workshop planen“ an.",
} as const;

function phaseSaid(now: WorkshopPhaseKind | undefined): string {
  if (now === undefined) return "Es hat noch keine Phase begonnen.";
  return now === "other" ? "Jetzt läuft eine andere Phase." : `Jetzt ist die Phase „${phaseNames[now]}“.`;
}

/** Ablehnungen zum Ablauf eines Workshops. */
export const workshopRefusals: Sentences<WorkshopRefusal["code"]> = {
  NoWorkshop: () =>
    said(
      "Es ist kein Workshop angesetzt.",
      "Leitung oder Geschäftsführung kann einen ansetzen: „workshop planen“, Titel und Tage.",
      "workshop planen",
    ),
  ModeratorsOnly: ({ moderators }, names) =>
    said(
      "Das macht die Moderation.",
      moderators.length === 0
        ? "Es ist niemand benannt; Leitung und Geschäftsführung moderieren."
        : `Moderation: ${people(names, moderators)}; außerdem Leitung und Geschäftsführung.`,
      "workshop",
    ),
  WorkshopIs: ({ workshop, status }) =>
    said(`Workshop ${workshop} ${workshopStates[status]}.`, afterStatus[status], "workshop"),
  UnknownWorkshop: ({ workshop, count }) =>
    said(
      `Einen Workshop ${workshop} gibt es nicht.`,
      count === 0 ? "Es gab noch keinen." : `Bisher sind es ${counted(count, "Workshop", "Workshops")}.`,
      "workshop",
    ),
  DocumentationAnnexed: ({ workshop }) =>
    said(
      `Die Dokumentation von Workshop ${workshop} ist schon Anlage des Berichts.`,
      "Sie kommt mit „bericht“ zusammen.",
      "bericht",
    ),
  WorkshopAlreadyOpen: ({ title }) =>
    said(
      `${workshopName(title)} ist schon eröffnet.`,
      "Einer läuft zur Zeit; erst „workshop schließen“, dann den nächsten eröffnen.",
      "workshop",
    ),
  WorkshopExists: ({ title }) =>
    said(`${workshopName(title)} ist für diese Tage schon angesetzt.`, "Es ändert sich nichts.", "workshop"),
  WorkshopDaysWrong: ({ count, most }) =>
    said(
      `${counted(count, "Tag", "Tage")}: Ein Workshop hat 1 bis ${most} Tage.`,
      "Mehrere Tage trennt ein Semikolon.",
    ),
  WorkshopDayTwice: ({ day }) =>
    said(`${appointmentText(day)} steht zweimal unter den Tagen.`, "Nennen Sie jeden Tag einmal."),
  WhichWorkshop: ({ workshops }) =>
    said(
      `Es sind mehrere Workshops angesetzt: ${joined(workshops.map(({ workshop, title }) => `${workshop} „${title}“`))}.`,
      "Nennen Sie die Nummer oder den Titel in Anführungszeichen dazu.",
      "termine",
    ),
  WorkshopDayUnclear: ({ date, days }) =>
    days.every((day) => day.date === date)
      ? said(
          `Am ${dateWithWeekday(date)} hat der Workshop ${days.length} Termine: ${days.map(appointmentText).join("; ")}.`,
          "Nennen Sie die Uhrzeit dazu.",
        )
      : said(
          `Am ${dateWithWeekday(date)} hat der Workshop keinen Tag.`,
          `Seine Tage: ${days.map(appointmentText).join("; ")}.`,
          "workshop",
        ),
  WorkshopDayHeld: ({ day }) =>
    said(
      `Der Workshop läuft, und ${appointmentText(day)}, ist vorbei.`,
      "Was noch kommt, lässt sich verlegen.",
      "workshop",
    ),
  WorkshopDaysUnchanged: ({ title }) =>
    said(`${workshopName(title)} ist schon genau so angesetzt.`, "Es ändert sich nichts.", "workshop"),
  WorkshopDaysMissing: ({ ahead, named }) =>
    said(
      `Der Workshop hat noch ${counted(ahead.length, "Tag", "Tage")}, genannt ${named === 1 ? "ist einer" : `sind ${named}`}.`,
      "Einen davon verlegen: „workshop verlegen DATUM auf DATUM“. Einen streichen: „workshop tag streichen DATUM“.",
      "workshop",
    ),
  LastWorkshopDay: ({ title }) =>
    said(
      `${workshopName(title)} hat nur diesen einen Tag.`,
      "Fällt er aus, wird der Workshop abgesagt: „workshop absagen“ mit dem Grund.",
      "workshop",
    ),
  WorkshopCancelUnconfirmed: ({ workshop, title, days, reason }) =>
    said(
      `Eine Absage wird erst ausgeführt, wenn Sie sie bestätigen: ${workshopName(title)}, ${days.map(appointmentText).join("; ")}. Grund: ${reason}`,
      "Alle Räume hören es, und in den Kalendern ist er gestrichen. Zurücknehmen lässt sich die Absage nicht.",
      `workshop absagen ${workshop} bestätigt: ${reason}`,
    ),
  WorkshopUnderWay: ({ title }) =>
    said(
      `${workshopName(title)} ist eröffnet; absagen geht nur vorher.`,
      "Zu Ende ist er mit „workshop schließen“. Tage, die noch kommen, lassen sich verlegen oder streichen.",
      "workshop",
    ),
  WorkshopDaysToCome: ({ days }) =>
    said(
      `Es ${days.length === 1 ? "kommt noch ein Tag" : `kommen noch ${days.length} Tage`}: ${days.map(appointmentText).join("; ")}.`,
      "Bis dahin bleibt der Workshop offen. Soll er trotzdem jetzt zu Ende sein, bestätigen Sie es; was noch käme, entfällt.",
      "phase pause",
      "workshop schließen bestätigt",
    ),
  NoMeetingToContinue: ({ meeting, known }) =>
    said(
      `Eine Sitzung ${meeting} gibt es nicht.`,
      known === 0
        ? "Es gab noch keine; ohne „zur Sitzung“ steht der Workshop für sich."
        : `Es gibt die Nummern 1 bis ${known}.`,
    ),
  WorkshopModeFixed: () =>
    said(
      "Die erste Idee ist gegeben.",
      "Ob Ideen anonym oder verdeckt sind, steht vorher fest; für andere braucht es einen neuen Workshop.",
      "workshop",
    ),
  WorkshopModeUnchanged: ({ anonymous, hidden }) =>
    said(`Das ist schon so. ${workshopMode(anonymous, hidden)}`, "Es ändert sich nichts.", "workshop"),
  NotThisPhase: ({ now, needed }) =>
    said(
      phaseSaid(now),
      `Das geht in der Phase „${phaseNames[needed]}“; die Moderation beginnt sie mit „${phaseCommands[needed]}“.`,
      "workshop",
    ),
  PhaseMinutesWrong: ({ most }) =>
    said(`Eine Phase dauert 1 bis ${most} Minuten.`, "Ohne Zeit läuft sie, bis die nächste beginnt."),
  PhaseTitleMissing: () =>
    said(
      "Diese Phase hat keinen Namen.",
      "Eine eigene steht in Anführungszeichen: „phase „Murmelrunde“ 10 min“.",
      "phase ideen",
      "phase pause",
    ),
  PhaseUnchanged: ({ kind, title }) =>
    said(
      `Diese Phase läuft schon: ${phaseName(kind, title)}.`,
      "Mit einer Zeit dahinter läuft sie von jetzt an so lange.",
      "workshop",
    ),
  UnknownGuidingQuestion: ({ question, count }) =>
    said(
      `Eine Leitfrage ${question} gibt es nicht.`,
      count === 0
        ? "Es gibt noch keine."
        : `Es gibt ${count === 1 ? "nur Leitfrage 1" : `die Leitfragen 1 bis ${count}`}.`,
      "workshop",
    ),
  GuidingQuestionExists: ({ question }) =>
    said(`Das ist schon Leitfrage ${question}.`, "Es ändert sich nichts.", "workshop"),
  TooManyGuidingQuestions: ({ count, most }) =>
    said(
      `Das wären ${count} Leitfragen; ein Workshop hat höchstens ${most}.`,
      "Fassen Sie zusammen, was zusammengehört.",
    ),
  RoomNotBound: ({ rooms }) =>
    said(
      "Diesen Raum kennt das Gremium nicht.",
      rooms.length === 0
        ? "Es ist kein Raum eingerichtet; die Leitfrage geht dann an alle."
        : `Es gibt: ${joined(rooms)}.`,
    ),
  WorkshopHeadsUnchanged: ({ group }) =>
    said(`„${group}“ ist schon so eingetragen.`, "Es ändert sich nichts.", "workshop"),
  ModeratorUnchanged: ({ person }, names) =>
    said(`${names.person(person)} moderiert schon.`, "Es ändert sich nichts.", "workshop"),
  WeightingStillOpen: ({ weighting }) =>
    said(
      `Gewichtung ${weighting} läuft noch.`,
      "Das geht, sobald die Moderation sie geschlossen oder abgebrochen hat.",
      "gewichtung schließen",
      "gewichtung",
    ),
};
