import type { BallotMode, Vote } from "../core/ballot/events.ts";
import type { DemandRule, DemandRuling } from "../core/rules/demands.ts";
import { counted, oblique } from "./names.ts";
import { demandSentence } from "./rulings-rights.ts";

const titled = (motion: number, title: string | undefined): string =>
  title === undefined ? `Antrag ${motion}` : `Antrag ${motion} „${title}“`;

export const motionMoved = (motion: number, title: string | undefined, mover: string): string =>
  `${titled(motion, title)} von ${oblique(mover)}:`;
export const amendmentMoved = (amendment: number, motion: number, mover: string): string =>
  `Änderungsantrag Ä${amendment} zu Antrag ${motion} von ${oblique(mover)}:`;
export const motionReworded = (motion: number): string => `Antrag ${motion} lautet jetzt:`;
export const motionWithdrawn = (motion: number): string => `Antrag ${motion} ist zurückgezogen.`;
export const amendmentWithdrawn = (amendment: number): string => `Änderungsantrag Ä${amendment} ist zurückgezogen.`;
export const amendmentTakenOver = (amendment: number, motion: number): string =>
  `Änderungsantrag Ä${amendment} ist in Antrag ${motion} übernommen.`;
export const rewordNext = (motion: number): string =>
  `Den neuen Wortlaut setzen Sitzungsleitung, Geschäftsführung oder Protokollführung: „wortlaut ${motion}: …“.`;

export const amendmentDecided = (amendment: number, carried: boolean): string =>
  `Änderungsantrag Ä${amendment} ist ${carried ? "angenommen" : "abgelehnt"}.`;

type MotionResult = {
  readonly motion: number;
  readonly title: string | undefined;
  readonly outcome: "carried" | "rejected" | "undecided";
  readonly manner: "ballot" | "consensus" | "declared";
  readonly unanimous: boolean | undefined;
  readonly withAmendments: boolean;
  readonly reference: string | undefined;
};

/** What has been decided, without any number that was not counted. */
export function motionDecided(result: MotionResult): string {
  const subject = titled(result.motion, result.title);
  if (result.outcome === "undecided") return `${subject}: kein Ergebnis.`;
  const changed = result.withAmendments ? " mit Änderungen" : "";
  if (result.outcome === "rejected") return `${subject} ist ${unanimity(result)}abgelehnt.`;
  const number = result.reference === undefined ? "" : ` Beschluss ${result.reference}.`;
  if (result.manner === "consensus") return `${subject} ist im Konsens${changed} beschlossen.${number}`;
  return `${subject} ist ${unanimity(result)}${changed === "" ? "" : "mit Änderungen "}beschlossen.${number}`;
}

function unanimity({ unanimous, manner }: MotionResult): string {
  if (unanimous === true) return "einstimmig ";
  return unanimous === false && manner === "declared" ? "mehrheitlich " : "";
}

export const declaredWithoutCounts = (): string => "Festgestellt von der Sitzungsleitung, ohne Auszählung.";

const modeNames: Readonly<Record<BallotMode, string>> = { open: "offen", rollCall: "namentlich", secret: "geheim" };

export const ballotOpened = (subject: string, mode: BallotMode): string =>
  `Abstimmung eröffnet: ${subject}, ${modeNames[mode]}.`;
export const roundOpened = (office: string, round: number, mode: BallotMode): string =>
  `Wahlgang ${round} eröffnet: ${office}, ${modeNames[mode]}.`;
export const withAmendmentsNote = (): string => "Abgestimmt wird über die Fassung mit den besprochenen Änderungen.";
export const howToVote = (): string =>
  "Stimmen Sie mit „ja“, „nein“ oder „enthaltung“. Es zählt eine Stimme je Träger.";
export const howToMark = (marks: number): string =>
  marks === 1
    ? "Stimmen Sie mit „stimme“ und dem Namen oder der Nummer, oder mit „enthaltung“."
    : `Sie haben bis zu ${marks} Stimmen: „stimme“ und die Namen oder Nummern, zum Beispiel „stimme 1, 2“.`;
export const howToAnswer = (): string =>
  "Zu jeder Bewerbung gehört Ja, Nein oder Enthaltung, mit Namen oder Nummern: zum Beispiel „stimme ja 1, nein 2“.";
export const voteInPrivate = (): string =>
  "Gestimmt wird im Direktchat mit mir; was in diesem Raum geschrieben wird, zählt nicht.";
export const recusedSeats = (seats: string): string => `Befangen und ohne Stimme: ${seats}.`;

/** Offen gesagt, before the first secret ballot. */
export function secrecyProtects(): string {
  return "Das schützt: Festgehalten wird, welcher Träger gestimmt hat, nicht wie. Die Stimmen liegen verschlossen und ohne Reihenfolge; niemand kann sie nachträglich zuordnen, auch die Geschäftsführung nicht.";
}

export function secrecyDoesNotProtect(): string {
  return "Davor schützt es nicht: Ihr Chat-Anbieter und wer Ihr Gerät oder Konto einsehen kann, können Ihre Nachricht lesen. Sind sich alle einig oder stimmen nur wenige, ist erkennbar, wie einzelne gestimmt haben. Wem das nicht genügt, stimmt auf Papier.";
}

export const ballotPaper = (): string => "Ihr Stimmzettel:";

/** The voter alone reads this. */
export function voteSaid(seat: string, said: string, canChange: boolean): string {
  const head = `Ihre Stimme für ${seat}: ${said}.`;
  return canChange ? `${head} Bis zum Schluss der Abstimmung können Sie sie ändern.` : `${head} Sie steht fest.`;
}

export const voteChanged = (seat: string, said: string, before: string): string =>
  `Ihre Stimme für ${seat} ist geändert: ${said} statt ${before}.`;

export const secretVoteSaid = (seat: string): string =>
  `Die Stimme für ${seat} liegt verschlossen in der Urne. Ändern lässt sie sich nicht mehr.`;

const choiceNames = { yes: "Ja", no: "Nein", abstain: "Enthaltung" } as const;

/** "Ja", "Nein", "Enthaltung", the names marked, or what was said to each name. */
export function voteText(vote: Vote, nameOf: (person: string) => string): string {
  switch (vote.kind) {
    case "question":
      return choiceNames[vote.choice];
    case "candidates":
      return vote.marked.map(nameOf).join(", ");
    case "perCandidate":
      return vote.answers.map(({ person, choice }) => `${nameOf(person)} ${choiceNames[choice]}`).join(", ");
    case "abstain":
      return "Enthaltung";
  }
}

export const handCountSaid = (yes: number, no: number, abstain: number): string =>
  `Handzeichen eingetragen: ${yes} Ja, ${no} Nein, ${counted(abstain, "Enthaltung", "Enthaltungen")}.`;
export const turnout = (voted: number, eligible: number): string =>
  `Abgestimmt: ${voted} von ${counted(eligible, "Stimme", "Stimmen")}.`;
export const turnoutHidden = (least: number): string =>
  `Die Beteiligung nenne ich bei geheimer Abstimmung erst ab ${least} Stimmen.`;
/** Offen gesagt, behind a result that gives away too much. */
export const fewSecretVotes = (): string => "Bei so wenigen Stimmen ist erkennbar, wie einzelne gestimmt haben.";
export const everyoneVoted = (): string => "Alle haben gestimmt. Die Leitung kann schließen: „abstimmung schließen“.";
export const settledUnlessChanged = (carried: boolean): string =>
  `Das Ergebnis steht fest (${carried ? "angenommen" : "nicht angenommen"}), solange niemand seine Stimme ändert.`;
export const ballotIsOver = (): string =>
  "Diese Abstimmung ist beendet. Ihre Antwort zählt nicht mehr; an Ihrer Stimme hat sich nichts geändert.";
export const ballotIsClosed = (subject: string): string => `Die Abstimmung ist geschlossen: ${subject}.`;
export const ballotCancelled = (subject: string, reason: string): string =>
  `Die Abstimmung ist abgebrochen: ${subject}. Grund: ${reason}`;
export const rollCallHead = (): string => "Namentlich haben gestimmt:";
export const stillUndecided = (): string => "Es ist nichts beschlossen.";

/** Verlangen nach geheimer oder namentlicher Abstimmung: what it comes to, then the numbers and how many are missing. */
export function demandSaid(ruling: DemandRuling<DemandRule>, beginsAnew: boolean): readonly [string, string] {
  const isRollCall = ruling.rule === "vote.rollCall";
  const head = beginsAnew
    ? `Es wird ${isRollCall ? "namentlich" : "geheim"} abgestimmt: Das haben genügend Mitglieder verlangt. Die Abstimmung beginnt von vorn.`
    : `${isRollCall ? "Namentliche" : "Geheime"} Abstimmung ist verlangt.`;
  const missing =
    ruling.missing === 0 ? "" : ` Es ${ruling.missing === 1 ? "fehlt noch 1" : `fehlen noch ${ruling.missing}`}.`;
  return [head, `${demandSentence(ruling)}${missing}`];
}
export const conflictDeclared = (seat: string): string =>
  `${seat} ist bei diesem Punkt befangen: keine Stimme, und nicht in der Grundmenge.`;
export const conflictLifted = (seat: string): string => `${seat} stimmt bei diesem Punkt wieder mit.`;
