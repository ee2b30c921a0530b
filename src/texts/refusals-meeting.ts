import type { CommandType } from "../core/committee/commands.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import type { Role } from "../core/membership/queries.ts";
import type { MeetingQuorumRuling } from "../core/rules/quorum-in-meeting.ts";
import { attendanceNames } from "./announcements-meeting.ts";
import { dateWithWeekday, numericDate } from "./dates.ts";
import { joined, oblique, people, subjectName } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { dependedOn } from "./refusals-undo.ts";
import { quorumPhrase } from "./rulings.ts";
import { seatVoterSentence } from "./rulings-rights.ts";

const roleNames: Record<Role, string> = {
  office: "die Geschäftsführung",
  chair: "die Sitzungsleitung",
  deputyChair: "der stellvertretende Vorsitz",
  minuteTaker: "die Protokollführung",
  voting: "stimmberechtigte Mitglieder",
  substitute: "Stellvertretungen",
  advisory: "beratende Mitglieder",
  guest: "Gäste",
};

function whoMay(allowed: readonly Role[]): string {
  return joined(
    allowed.map((role) => roleNames[role]),
    "oder",
  );
}

const manyThings: Partial<Record<CommandType, string>> = {
  CloseBallot: "eine Abstimmung schließen",
  OpenBallot: "eine Abstimmung eröffnen",
  EnterHandCount: "Handzeichen eintragen",
  OpenMeeting: "die Sitzung eröffnen",
  CloseMeeting: "die Sitzung schließen",
  OpenElection: "eine Wahl eröffnen",
  CastVote: "abstimmen",
  MoveMotion: "Anträge stellen",
  TakeNote: "Notizen eintragen",
  RevertLast: "Einträge zurücknehmen",
  EstablishQuorum: "die Beschlussfähigkeit feststellen",
  CallAgendaItem: "Tagesordnungspunkte aufrufen",
  CallNextItem: "Tagesordnungspunkte aufrufen",
  CallNextSpeaker: "das Wort erteilen",
  StartWrittenProcedure: "ein Umlaufverfahren eröffnen",
  CastWrittenVote: "im Umlauf abstimmen",
  ObjectToProcedure: "dem Umlaufverfahren widersprechen",
};

type Code =
  | "NotAllowed"
  | "NotAMember"
  | "UnknownPerson"
  | "DateIsPast"
  | "MeetingAlreadyPlanned"
  | "MeetingAlreadyOpen"
  | "NoMeetingOpen"
  | "NoMeeting"
  | "MeetingIs"
  | "BallotStillOpen"
  | "ElectionStillOpen"
  | "CollectionStillOpen"
  | "OnlyForYourself"
  | "SeatNotYours"
  | "SeatNotForYou"
  | "SeatHasNoVote"
  | "UnknownSeat"
  | "SeatIsPresent"
  | "AttendanceUnchanged"
  | "NotPresent"
  | "NotQuorate"
  | "QuorumLost"
  | "NothingToRevert"
  | "AnonymousIdeaStands"
  | "NotRevertible"
  | "DependedOn";

/** Ablehnungen rund um Sitzung, Rechte und Anwesenheit. */
export const meetingRefusals: Sentences<Code> = {
  NotAllowed: ({ command, allowed, instead }, names) =>
    said(
      `Das darf ${whoMay(allowed)}${manyThings[command] === undefined ? "" : ` (${manyThings[command]})`}.`,
      instead.length === 0
        ? "Fragen Sie die Geschäftsführung."
        : `Wenden Sie sich an ${joined(
            instead.map((person) => oblique(names.person(person))),
            "oder",
          )}.`,
      "hilfe",
    ),
  NotAMember: () =>
    said(
      "Sie gehören heute keinem Träger dieses Gremiums an und sind auch nicht als Gast eingetragen.",
      "Die Geschäftsführung kann Sie in die Gremiumsdatei aufnehmen.",
    ),
  UnknownPerson: ({ person }, names) =>
    said(
      `${names.person(person)} ist heute nicht Mitglied oder Gast dieses Gremiums.`,
      "Bitte den Namen prüfen.",
      "anwesenheit",
    ),
  DateIsPast: ({ date, today }) =>
    said(
      `Der ${dateWithWeekday(date)} liegt in der Vergangenheit (heute ist der ${numericDate(today)}).`,
      "Nennen Sie einen Tag ab heute.",
    ),
  MeetingAlreadyPlanned: ({ date }) =>
    said(
      `Für ${dateWithWeekday(date)} ist schon eine Sitzung geplant.`,
      "Die Tagesordnung dazu können Sie ergänzen.",
      "tagesordnung",
    ),
  MeetingAlreadyOpen: ({ since }, names) =>
    said(
      `Die Sitzung ist schon eröffnet${since === undefined ? "" : ` (seit ${names.time(since)})`}.`,
      "Sie können gleich weitermachen.",
      "status",
    ),
  NoMeetingOpen: ({ planned }) =>
    said(
      `Es läuft keine Sitzung${planned === undefined ? "" : `; die nächste ist für ${dateWithWeekday(planned)} geplant`}.`,
      "Die Geschäftsführung oder der Vorsitz eröffnet sie.",
      "sitzung eröffnen",
    ),
  NoMeeting: () => said("Es ist keine Sitzung geplant.", "Zuerst einen Termin festlegen.", "sitzung planen"),
  MeetingIs: ({ status }) =>
    status === "paused"
      ? said("Die Sitzung ist unterbrochen.", "Nach der Pause geht es weiter.", "fortsetzen")
      : said("Die Sitzung ist nicht unterbrochen.", "Es kann weitergehen.", "status"),
  BallotStillOpen: ({ subject }) =>
    said(
      `Die Abstimmung läuft noch (${subjectName(subject)}).`,
      "Zuerst die Abstimmung schließen oder abbrechen.",
      "abstimmung schließen",
    ),
  ElectionStillOpen: ({ title }) =>
    said(
      `Die Wahl „${title}“ ist noch nicht abgeschlossen.`,
      "Zuerst zu Ende wählen, die Annahme erklären lassen, oder die Wahl beenden.",
      "wahl beenden: vertagt",
    ),
  CollectionStillOpen: ({ heading }) =>
    said(`Die anonyme Sammlung „${heading}“ ist noch offen.`, "Zuerst die Sammlung schließen.", "sammlung schließen"),
  OnlyForYourself: () =>
    said(
      "Für andere eintragen dürfen nur Sitzungsleitung, Geschäftsführung und Protokollführung.",
      "Für sich selbst können Sie es ohne Namen eingeben.",
    ),
  SeatNotYours: ({ person, seat }, names) =>
    said(
      `${names.person(person)} gehört nicht zu ${names.seat(seat)} und kann diesen Sitz nicht von sich aus vertreten.`,
      "Die Sitzungsleitung oder Geschäftsführung kann die Vertretung eintragen.",
    ),
  SeatNotForYou: ({ seat, ruling }, names) =>
    said(
      seatVoterSentence(ruling, { seat: names.seat(seat), nameOf: (id) => names.person(id as PersonId) }),
      "Stimmen kann, wen der Träger selbst entsendet oder als Stellvertretung benannt hat.",
      "anwesenheit",
    ),
  SeatHasNoVote: ({ person }, names) =>
    said(
      `${names.person(person)} ist beratend oder Gast und kann keinen Sitz vertreten.`,
      "Anwesend melden geht ohne Sitz.",
      "anwesend",
    ),
  UnknownSeat: ({ seat }, names) =>
    said(`${names.seat(seat)} hat heute keinen Sitz mit Stimme.`, "Bitte den Träger prüfen.", "anwesenheit"),
  SeatIsPresent: ({ seat, people: here }, names) =>
    said(
      `${names.seat(seat)} ist anwesend (${people(names, here)}).`,
      "Wer gegangen ist, wird mit „geht“ ausgetragen.",
      "anwesenheit",
    ),
  AttendanceUnchanged: ({ people: named, status }, names) =>
    said(
      `${people(names, named)} ${named.length === 1 ? "ist" : "sind"} schon so eingetragen (${attendanceNames[status]}).`,
      "Es ändert sich nichts.",
      "anwesenheit",
    ),
  NotPresent: ({ person }, names) =>
    said(
      `${names.person(person)} ist nicht als anwesend eingetragen.`,
      "Zuerst die Anwesenheit eintragen.",
      "anwesend",
    ),
  NotQuorate: ({ ruling }) =>
    said(
      `Die AG ist ${quorumPhrase(ruling)}.`,
      [...reliefText(ruling), "Beraten ist möglich."].join(" "),
      "anwesenheit",
    ),
  QuorumLost: ({ ruling }) =>
    said(
      `Die AG ist während der Abstimmung beschlussunfähig geworden: ${quorumPhrase(ruling)}. Ein Ergebnis kann nicht festgestellt werden.`,
      "Sobald wieder genug Sitze da sind, lässt sich die Abstimmung schließen; sonst bitte abbrechen.",
      "anwesenheit",
      "abstimmung abbrechen: nicht beschlussfähig",
    ),
  NothingToRevert: () =>
    said(
      "Es gibt noch keinen Eintrag von Ihnen, der zurückgenommen werden könnte.",
      "Wo die Sitzung steht, zeigt „status“.",
      "status",
    ),
  AnonymousIdeaStands: () =>
    said(
      "Anonyme Ideen werden nicht zurückgenommen: Niemand weiß, von wem sie sind, auch der Sitzungsdienst nicht.",
      "Weil seitdem welche gegeben wurden, wird auch nichts Früheres an ihrer Stelle zurückgenommen. Sind die Ideen aufgedeckt, kann die Moderation eine ändern oder zurückziehen.",
      "ideen",
    ),
  NotRevertible: () =>
    said(
      "Was Sie zuletzt getan haben, bleibt stehen: Stimmen, geheime Punkte, Abstimmungen, Gewichtungen, Wahlgänge, Lose, Annahmen, Unterschriften und Genehmigungen werden nicht zurückgenommen.",
      "Eine Abstimmung kann neu aufgerufen, ein Irrtum als Notiz berichtigt werden.",
      "status",
    ),
  DependedOn: dependedOn,
};

/** In a Wiederholungssitzung: why its relief does not help here. */
function reliefText({ relief }: MeetingQuorumRuling): readonly string[] {
  if (relief === "newItem") return ["Die Erleichterung der Wiederholungssitzung gilt nur für zurückgestellte Punkte."];
  if (relief === "noticeMissing")
    return [
      "Der Einladung fehlt der Hinweis, dass diese Sitzung ohne Rücksicht auf die Zahl der Anwesenden beschließt.",
    ];
  return [];
}
