import { counted, joined, people, seats, subjectName } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { demandSentence } from "./rulings-rights.ts";
import { citationText, inBrackets } from "./rulings-source.ts";

type Code =
  | "UnknownMotion"
  | "UnknownAmendment"
  | "MotionIsOver"
  | "AmendmentIsOver"
  | "AmendmentsFirst"
  | "NotTheMover"
  | "NoBallotOpen"
  | "BallotIsOpen"
  | "NothingToVoteOn"
  | "SecrecyDemanded"
  | "SecrecyAlready"
  | "RollCallAlready"
  | "RollCallDemanded"
  | "DemandExcluded"
  | "NoVotingRight"
  | "NotCheckedIn"
  | "SeatRecused"
  | "SeatHasVoted"
  | "VoteUnchanged"
  | "VoteFinal"
  | "CountedByHand"
  | "WrongKindOfVote"
  | "AnswersIncomplete"
  | "TooManyMarks"
  | "NotACandidate"
  | "HandCountNotPossible"
  | "HandCountTooHigh"
  | "BallotEmpty"
  | "ConflictUnchanged"
  | "NotForElections"
  | "NoConflictRule";

const answerEach = "Bitte zu jeder Bewerbung antworten, zum Beispiel „stimme ja 1, nein 2“.";

/** Ablehnungen rund um Anträge und Abstimmungen. */
export const votingRefusals: Sentences<Code> = {
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
      `Geheime Abstimmung ist verlangt (${counted(demands, "Sitz", "Sitze")}, nötig ${needed === 1 ? "ist 1" : `sind ${needed}`}; ${citationText(citation)}).`,
      "Ohne den Zusatz „offen“ wird geheim abgestimmt.",
    ),
  SecrecyAlready: () => said("Geheime Abstimmung ist schon verlangt oder läuft.", "Es ändert sich nichts.", "status"),
  RollCallAlready: () =>
    said("Namentliche Abstimmung ist schon verlangt oder läuft.", "Es ändert sich nichts.", "status"),
  RollCallDemanded: ({ ruling }) =>
    said(demandSentence(ruling), "Ohne den Zusatz „offen“ oder „geheim“ wird namentlich abgestimmt."),
  DemandExcluded: ({ ruling }) => said(demandSentence(ruling), "Abgestimmt wird, wie es vorgesehen ist.", "status"),
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
  WrongKindOfVote: ({ expected, candidates }, names) => {
    if (expected === "question")
      return said(
        "Hier wird mit Ja, Nein oder Enthaltung gestimmt.",
        "Bitte so antworten.",
        "ja",
        "nein",
        "enthaltung",
      );
    const standing = `Zur Wahl stehen ${people(names, candidates)}.`;
    if (expected === "perCandidate")
      return said(`Hier wird über jede Bewerbung mit Ja, Nein oder Enthaltung gestimmt. ${standing}`, answerEach);
    return said(
      `Hier wird gewählt, nicht mit Ja oder Nein gestimmt. ${standing}`,
      "Bitte einen Namen oder eine Nummer nennen.",
      ...candidates.map((_, index) => `stimme ${index + 1}`),
    );
  },
  AnswersIncomplete: ({ missing, twice }, names) =>
    said(
      missing.length > 0
        ? `Es fehlt Ihre Antwort zu ${people(names, missing)}. Die Stimme wurde nicht gezählt.`
        : `Zu ${people(names, twice)} gibt es mehr als eine Antwort. Die Stimme wurde nicht gezählt.`,
      answerEach,
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
};

const motionStatus = {
  withdrawn: "zurückgezogen",
  carried: "schon beschlossen",
  rejected: "abgelehnt",
  undecided: "noch nicht entschieden",
  settled: "erledigt, weil eine Alternative angenommen ist",
  divided: "geteilt; abgestimmt wird über die Teile",
} as const;

function openOnes(open: readonly number[], one: string, many: string, sign = ""): string {
  if (open.length === 0) return "Zurzeit ist nichts offen.";
  return `Offen: ${open.length === 1 ? one : many} ${joined(open.map((number) => `${sign}${number}`))}.`;
}
