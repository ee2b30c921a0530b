import type { CommandType } from "../core/committee/commands.ts";
import type { Refusal } from "../core/committee/refusal.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import type { Role } from "../core/membership/queries.ts";
import type { Citation } from "../core/rules/setting.ts";
import { attendanceNames } from "./announcements-meeting.ts";
import { dateWithWeekday, numericDate } from "./dates.ts";
import { membershipRefusal } from "./membership-refusals.ts";
import { counted, joined, type Names, oblique, people, seats, subjectName } from "./names.ts";
import { type RefusalText, said } from "./refusal-text.ts";
import { quorumPhrase } from "./rulings.ts";
import { seatVoterSentence } from "./rulings-rights.ts";
import { sourceText } from "./rulings-source.ts";
import { entryName, entryNames } from "./words-entries.ts";

type Facts<Code extends Refusal["code"]> = Extract<Refusal, { code: Code }>;
type Sentences = { readonly [Code in Refusal["code"]]: (facts: Facts<Code>, names: Names) => RefusalText };

/** Jede Ablehnung mit Grund, Fundstelle und dem, was jetzt möglich ist. */
export function refusalText(refusal: Refusal, names: Names): RefusalText {
  // Each sentence is written for the facts of its own code; the table below is checked against that.
  const sentence = sentences[refusal.code] as (facts: Refusal, names: Names) => RefusalText;
  return sentence(refusal, names);
}

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
};

const sentences: Sentences = {
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
  NotQuorate: ({ ruling }) => said(`Die AG ist ${quorumPhrase(ruling)}.`, "Beraten ist möglich.", "anwesenheit"),
  QuorumLost: ({ ruling }) =>
    said(
      `Die AG ist während der Abstimmung beschlussunfähig geworden: ${quorumPhrase(ruling)}. Ein Ergebnis kann nicht festgestellt werden.`,
      "Sobald wieder genug Sitze da sind, lässt sich die Abstimmung schließen; sonst bitte abbrechen.",
      "anwesenheit",
      "abstimmung abbrechen: nicht beschlussfähig",
    ),
  UnknownItem: ({ count }) =>
    said(
      count === 0
        ? "Diesen Tagesordnungspunkt gibt es nicht."
        : `Die Tagesordnung hat ${counted(count, "Punkt", "Punkte")}.`,
      "Die Nummern stehen in der Tagesordnung.",
      "tagesordnung",
    ),
  NoItemLeft: () =>
    said("Alle Tagesordnungspunkte sind behandelt.", "Die Sitzung kann geschlossen werden.", "sitzung schließen"),
  NoItemCalled: () =>
    said("Es ist kein Tagesordnungspunkt aufgerufen.", "Zuerst einen Punkt aufrufen.", "weiter", "tagesordnung"),
  ItemIsCalled: ({ title }) =>
    said(`„${title}“ wird gerade behandelt.`, "Mit „weiter“ kommt der nächste Punkt.", "weiter"),
  ItemIsOver: ({ title }) =>
    said(`„${title}“ ist schon abgeschlossen.`, "Offen sind die übrigen Punkte.", "tagesordnung"),
  ItemWithoutDecision: ({ title }) =>
    said(
      `„${title}“ steht ohne Beschlussfassung auf der Tagesordnung.`,
      "Beraten ist möglich; die Sitzungsleitung kann den Punkt ändern.",
      "tagesordnung",
    ),
  AgendaAlreadyAdopted: () =>
    said("Die Tagesordnung ist schon festgestellt.", "Einzelne Punkte können noch geändert werden.", "tagesordnung"),
  AgendaEmpty: () => said("Die Tagesordnung ist leer.", "Zuerst Punkte vorschlagen: „top vorschlagen“ und der Titel."),
  SpeakersListIsClosed: () =>
    said("Die Redeliste ist geschlossen.", "Wer darauf steht, kommt noch zu Wort.", "redeliste"),
  SpeakersListIsOpen: () => said("Die Redeliste ist schon offen.", "Wortmeldungen sind möglich.", "melden"),
  AlreadyOnSpeakersList: ({ person, place }, names) =>
    said(
      `${names.person(person)} steht schon auf der Redeliste (Platz ${place}).`,
      "Es ändert sich nichts.",
      "redeliste",
    ),
  NotOnSpeakersList: ({ person }, names) =>
    said(`${names.person(person)} steht nicht auf der Redeliste.`, "Wer sprechen möchte, meldet sich.", "melden"),
  SpeakersListEmpty: () => said("Die Redeliste ist leer.", "Niemand hat sich gemeldet.", "weiter"),
  SpokenOftenEnough: ({ person, turns, citation }, names) =>
    said(
      `${names.person(person)} hat zu diesem Punkt schon ${counted(turns, "Mal", "Mal")} gesprochen; mehr sieht die Geschäftsordnung nicht vor ${inBrackets(citation)}.`,
      "Beim nächsten Punkt ist eine Wortmeldung wieder möglich.",
      "redeliste",
    ),
  SpeakingTimeOutOfRange: () =>
    said("Die Redezeit muss zwischen 10 Sekunden und 60 Minuten liegen.", "Zum Beispiel 3 Minuten.", "redezeit 3"),
  CountOutOfRange: () => said("Gebraucht werden ganze Zahlen, bei Gästen von 1 bis 100.000.", "Bitte die Zahl prüfen."),
  NoCollectionOpen: () =>
    said(
      "Es läuft keine anonyme Sammlung.",
      "Die Sitzungsleitung eröffnet sie: „sammlung anonym“ und die Überschrift.",
    ),
  OnlyInPrivate: ({ what }) =>
    said(
      what === "vote"
        ? "Die Abstimmung ist geheim. Im Raum könnten alle Ihre Stimme lesen; sie wurde nicht gezählt."
        : "Anonyme Beiträge gehen nur im direkten Gespräch mit mir; Ihr Beitrag wurde nicht aufgenommen.",
      "Schreiben Sie mir dasselbe bitte direkt, nicht in den Raum.",
    ),
  UnknownMotion: ({ motion, open }) =>
    said(
      `Antrag ${motion} gibt es nicht.`,
      openOnes(open, "Antrag", "Anträge"),
      ...open.map((one) => `abstimmung ${one}`),
    ),
  UnknownAmendment: ({ amendment, open }) =>
    said(
      `Änderungsantrag Ä${amendment} gibt es nicht.`,
      openOnes(open, "Änderungsantrag", "Änderungsanträge", "Ä"),
      ...open.map((one) => `abstimmung ä${one}`),
    ),
  MotionIsOver: ({ motion, status }) =>
    said(`Antrag ${motion} ist ${motionStatus[status]}.`, "Ein neuer Antrag ist möglich.", "beschlüsse"),
  AmendmentIsOver: ({ amendment }) =>
    said(
      `Über Änderungsantrag Ä${amendment} ist schon entschieden.`,
      "Ein neuer Änderungsantrag ist möglich.",
      "status",
    ),
  AmendmentsFirst: ({ motion, amendments }) =>
    said(
      `Vor Antrag ${motion} ist über ${joined(amendments.map((one) => `Ä${one}`))} zu entscheiden: Änderungsanträge gehen dem Hauptantrag vor.`,
      "Abstimmen, übernehmen oder zurückziehen.",
      ...amendments.flatMap((one) => [`abstimmung ä${one}`, `ä${one} übernehmen`]),
    ),
  NotTheMover: ({ mover }, names) =>
    said(
      `Das kann nur, wer den Antrag gestellt hat (${names.person(mover)}), oder die Sitzungsleitung für sie oder ihn.`,
      "Ein Änderungsantrag steht Ihnen offen.",
    ),
  NoBallotOpen: () => said("Es läuft keine Abstimmung.", "Die Sitzungsleitung eröffnet sie.", "status"),
  BallotIsOpen: ({ subject }) =>
    said(
      `Es läuft schon eine Abstimmung (${subjectName(subject)}).`,
      "Zuerst diese Abstimmung schließen.",
      "abstimmung schließen",
    ),
  NothingToVoteOn: () =>
    said("Es gibt nichts, worüber abgestimmt werden soll.", "Zuerst einen Antrag stellen: „antrag: …“."),
  SecrecyDemanded: ({ demands, needed, citation }) =>
    said(
      `Geheime Abstimmung ist verlangt (${counted(demands, "Sitz", "Sitze")}, nötig ${needed === 1 ? "ist 1" : `sind ${needed}`}; ${sourceOf(citation)}).`,
      "Ohne den Zusatz „offen“ wird geheim abgestimmt.",
    ),
  SecrecyAlready: () => said("Geheime Abstimmung ist schon verlangt oder läuft.", "Es ändert sich nichts.", "status"),
  NoVotingRight: ({ person }, names) =>
    said(
      `${names.person(person)} vertritt in dieser Sitzung keinen Sitz mit Stimme.`,
      "Eine Stellvertretung kann die Sitzungsleitung eintragen.",
      "anwesenheit",
    ),
  NotCheckedIn: ({ person, seat }, names) =>
    said(
      `${names.person(person)} ist nicht als anwesend eingetragen${seat === undefined ? "" : `; die Stimme von ${names.seat(seat)} zählt erst mit der Anwesenheit`}.`,
      "Zuerst anwesend melden, dann noch einmal.",
      "anwesend",
    ),
  SeatRecused: ({ seat }, names) =>
    said(
      `${names.seat(seat)} ist bei diesem Tagesordnungspunkt befangen und stimmt nicht mit.`,
      "Beim nächsten Punkt zählt die Stimme wieder.",
    ),
  SeatHasVoted: ({ seat, by, at, mode }, names) =>
    said(
      `Für ${names.seat(seat)} hat schon ${names.person(by)} um ${names.time(at)} abgestimmt. Jeder Sitz hat eine Stimme; sie wurde einmal gezählt.`,
      mode === "secret"
        ? "Eine geheime Stimme kann nicht mehr geändert werden: niemand weiß, welche es war."
        : "Ändern kann sie bis zum Schluss der Abstimmung nur, wer sie abgegeben hat.",
    ),
  VoteUnchanged: () => said("Ihre Stimme ist genau so schon gezählt.", "Es ändert sich nichts; sie zählt einmal."),
  VoteFinal: ({ citation }) =>
    said(`Eine abgegebene Stimme kann nicht geändert werden ${inBrackets(citation)}.`, "Ihre erste Stimme zählt."),
  CountedByHand: ({ seat }, names) =>
    said(
      `Die Stimmen im Raum sind per Handzeichen gezählt; darin ist auch ${names.seat(seat)}. Ein zweites Mal zählt die Stimme nicht.`,
      "Wenn Sie die Hand nicht gehoben haben, sagen Sie es bitte der Sitzungsleitung: sie zählt neu.",
    ),
  WrongKindOfVote: ({ expected, candidates }, names) =>
    expected === "question"
      ? said("Hier wird mit Ja, Nein oder Enthaltung gestimmt.", "Bitte so antworten.", "ja", "nein", "enthaltung")
      : said(
          `Hier wird gewählt, nicht mit Ja oder Nein gestimmt. Zur Wahl stehen ${people(names, candidates)}.`,
          "Bitte einen Namen oder eine Nummer nennen.",
          ...candidates.map((_, index) => `stimme ${index + 1}`),
        ),
  TooManyMarks: ({ allowed }) =>
    said(
      `Es ${allowed === 1 ? "kann 1 Name" : `können bis zu ${allowed} Namen`} gewählt werden, jeder höchstens einmal. Die Stimme wurde nicht gezählt.`,
      "Bitte noch einmal wählen.",
    ),
  NotACandidate: ({ person, candidates }, names) =>
    said(
      `${names.person(person)} steht nicht zur Wahl.`,
      candidates.length === 0 ? "Es steht noch niemand zur Wahl." : `Zur Wahl stehen ${people(names, candidates)}.`,
      ...(candidates.length === 0 ? ["kandidatur"] : []),
    ),
  HandCountNotPossible: ({ mode, election }) =>
    said(
      election
        ? "Bei mehreren Kandidaturen kann nicht mit Ja:Nein:Enthaltung ausgezählt werden."
        : `Handzeichen gehen nur bei offener Abstimmung; diese ist ${mode === "secret" ? "geheim" : "namentlich"}.`,
      "Alle stimmen im Chat ab; ohne gezählte Stimmen kann die Sitzungsleitung das Ergebnis feststellen.",
    ),
  HandCountTooHigh: ({ entered, possible, inRoom, votedInChat }, names) =>
    said(
      `${counted(entered, "Hand", "Hände")} gezählt, möglich sind höchstens ${possible}: ${counted(inRoom, "stimmberechtigter Sitz", "stimmberechtigte Sitze")} im Raum, davon ${votedInChat.length} schon im Chat gezählt${votedInChat.length === 0 ? "" : ` (${seats(names, votedInChat)})`}.`,
      "Bitte neu zählen, ohne die schon gezählten Sitze. Nichts wurde geändert.",
    ),
  BallotEmpty: () =>
    said(
      "Es ist noch keine Stimme abgegeben.",
      "Warten, Handzeichen eintragen, oder die Abstimmung abbrechen.",
      "abstimmung abbrechen: keine Stimmen",
    ),
  ConflictUnchanged: ({ seat, declared }, names) =>
    said(
      `${names.seat(seat)} ist bei diesem Punkt ${declared ? "schon als befangen" : "nicht als befangen"} eingetragen.`,
      "Es ändert sich nichts.",
    ),
  NotForElections: ({ citation }) =>
    said(
      `Bei Wahlen gibt es keine Befangenheit ${inBrackets(citation)}: Auch wer zur Wahl steht, darf wählen.`,
      "Die Wahl geht weiter.",
      "status",
    ),
  NoConflictRule: ({ citation }) =>
    said(`In diesem Gremium gibt es keine Befangenheit ${inBrackets(citation)}.`, "Alle Sitze stimmen mit.", "status"),
  NoElectionOpen: () => said("Es läuft keine Wahl.", "Die Sitzungsleitung eröffnet sie.", 'wahl "1. Sprecher*in"'),
  ElectionIsOpen: ({ title }) =>
    said(`Es läuft schon die Wahl „${title}“.`, "Zuerst diese Wahl abschließen.", "status"),
  UnknownOffice: () => said("Dieses Amt gibt es in der Gremiumsdatei nicht.", "Die Ämter stehen dort unter „aemter“."),
  SeatsOutOfRange: ({ holders }) =>
    said(`Dieses Amt hat ${counted(holders, "Platz", "Plätze")}.`, `Möglich sind 1 bis ${holders}.`),
  NotEligible: ({ person }, names) =>
    said(
      `${names.person(person)} ist nicht Mitglied und kann nicht gewählt werden.`,
      "Wählbar sind die Mitglieder.",
      "anwesenheit",
    ),
  AlreadyCandidate: ({ person }, names) =>
    said(`${names.person(person)} steht schon zur Wahl oder ist schon gewählt.`, "Es ändert sich nichts.", "status"),
  CandidaciesClosed: ({ title }) =>
    said(
      `Für „${title}“ werden jetzt keine Kandidaturen mehr angenommen oder zurückgenommen.`,
      "Der Wahlgang läuft oder steht fest.",
      "status",
    ),
  NoCandidates: () => said("Es steht niemand zur Wahl.", "Zuerst Kandidaturen sammeln.", "kandidatur"),
  WitnessNeeded: () =>
    said("Das Los wird vor mindestens einer Zeugin oder einem Zeugen gezogen.", "Bitte nennen: „los zeuge NAME“."),
  WitnessStands: ({ person }, names) =>
    said(
      `${names.person(person)} steht selbst im Los und kann es nicht bezeugen.`,
      "Bitte jemand anderen nennen: „los zeuge NAME“.",
    ),
  NoLotNeeded: () => said("Es ist kein Los zu ziehen.", "Das Los kommt nur bei Stimmengleichheit.", "status"),
  LotFirst: () =>
    said("Bei Stimmengleichheit entscheidet jetzt das Los.", "Bitte vor Zeugen ziehen: „los zeuge NAME“."),
  AnswersFirst: ({ people: asked }, names) =>
    said(
      `${people(names, asked)} ${asked.length === 1 ? "hat" : "haben"} die Wahl noch nicht angenommen oder abgelehnt.`,
      "Erst mit der Annahme ist die Wahl vollständig.",
      "annehmen",
      "ablehnen",
    ),
  TooManyElected: ({ named, open }) =>
    said(
      `${counted(named, "Name", "Namen")} für ${counted(open, "offenen Platz", "offene Plätze")}.`,
      "Bitte die Namen prüfen.",
    ),
  NotElected: ({ person }, names) =>
    said(`${names.person(person)} ist nicht gewählt oder hat schon geantwortet.`, "Es ändert sich nichts.", "status"),
  NothingToRevert: () =>
    said(
      "Es gibt noch keinen Eintrag von Ihnen, der zurückgenommen werden könnte.",
      "Wo die Sitzung steht, zeigt „status“.",
      "status",
    ),
  NotRevertible: () =>
    said(
      "Was Sie zuletzt getan haben, bleibt stehen: Stimmen, Abstimmungen, Wahlgänge, Lose und Annahmen werden nicht zurückgenommen.",
      "Eine Abstimmung kann neu aufgerufen, ein Irrtum als Notiz berichtigt werden.",
      "status",
    ),
  DependedOn: ({ label, by }) =>
    said(
      `Ihr letzter Eintrag (${entryName(label)}) kann nicht mehr zurückgenommen werden: Späteres baut darauf auf${entryNames[by] === undefined ? "" : ` (${entryName(by)})`}.`,
      "Tragen Sie die Berichtigung als neuen Eintrag ein.",
      "status",
    ),
  ...membershipRefusal,
};

const motionStatus = {
  withdrawn: "zurückgezogen",
  carried: "schon beschlossen",
  rejected: "abgelehnt",
  undecided: "noch nicht entschieden",
} as const;

const sourceOf = (citation: Citation): string => sourceText({ rule: citation.setting, citation, alsoFrom: [] });

const inBrackets = (citation: Citation): string => `(${sourceOf(citation)})`;

function openOnes(open: readonly number[], one: string, many: string, sign = ""): string {
  if (open.length === 0) return "Zurzeit ist nichts offen.";
  return `Offen: ${open.length === 1 ? one : many} ${joined(open.map((number) => `${sign}${number}`))}.`;
}
