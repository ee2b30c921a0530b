import type { Ambiguity, AmbiguityCode, AmbiguityFigures } from "../core/rules/ambiguities.ts";
import { checkedFine } from "./check.ts";
import { counted } from "./names.ts";

/** Frage, die entscheidet: what is open, what follows from each answer, and what to write. */
type Question = {
  readonly question: string;
  readonly consequence: (figures: AmbiguityFigures) => string;
  readonly write: (setting: string) => string;
};

/** What may be written behind a setting that says of whom a majority is to be had. */
function basisValues(setting: string): string {
  if (setting === "election › majority")
    return `${setting}: absoluteCast, absolutePresent, absoluteMembers oder relative`;
  if (setting === "umlauf › majority") return `${setting}: cast oder allEntitled`;
  const values = "cast (abgegebene Stimmen), present (Anwesende) oder members (alle)";
  return wholeThresholds.has(setting) ? `${setting}: {…, basis: …} mit ${values}` : `${setting}: ${values}`;
}

const wholeThresholds = new Set(["goChange › threshold", "goDeviation", "agenda › urgentThreshold", "office › recall"]);

const threeWays = ({ present, votingSeats, cast, neededOfCast, neededOfPresent, neededOfMembers }: AmbiguityFigures) =>
  `Von ${votingSeats} Stimmen sind ${present} da, 2 enthalten sich: Nötig sind ${neededOfCast} von ${cast} abgegebenen, ${neededOfPresent} von ${present} anwesenden oder ${neededOfMembers} von allen ${votingSeats}.`;

const questions: Readonly<Record<AmbiguityCode, Question>> = {
  presentOrMembers: {
    question: "Mehrheit der Anwesenden oder aller Mitglieder?",
    consequence: ({ present, votingSeats, neededOfPresent, neededOfMembers }) =>
      `${neededOfPresent} von ${present} Anwesenden reichten, von ${votingSeats} Mitgliedern nicht: nötig wären ${neededOfMembers}.`,
    write: basisValues,
  },
  abstentionsOfPresent: {
    question: "Zählt eine Enthaltung wie Nein, oder zählt sie nicht mit?",
    consequence: ({ present, neededOfPresent, cast, neededOfCast }) =>
      `Von ${present} Anwesenden enthalten sich 2: Wie Nein gezählt sind ${neededOfPresent} Ja nötig, sonst reichen ${neededOfCast} von ${cast}. Beides kommt in echten Geschäftsordnungen mit diesen Worten vor.`,
    write: (setting) =>
      setting === "majority › abstain" ? `${setting}: asNo, ignore oder leavesBase` : basisValues(setting),
  },
  majorityOfWhat: {
    question: "Mehrheit wovon: der abgegebenen Stimmen, der Anwesenden oder aller?",
    consequence: threeWays,
    write: basisValues,
  },
  absoluteOfWhat: {
    question: "Mehr als die Hälfte wovon: der abgegebenen Stimmen, der Anwesenden oder aller?",
    consequence: threeWays,
    write: basisValues,
  },
  halfOrMore: {
    question: "Genau die Hälfte genügt, oder mehr als die Hälfte?",
    consequence: () => "Bei 16 Sitzen reichten 8 oder erst 9.",
    write: (setting) => `${setting}: atLeastHalf oder moreThanHalf`,
  },
  clearOrNthDay: {
    question: "Volle Tage dazwischen, oder reicht der letzte Tag der Frist selbst?",
    consequence: ({ days }) =>
      days === undefined || days > 28
        ? "Die Antworten liegen einen Tag auseinander."
        : `Für eine Sitzung am 30. wäre der letzte Tag der ${29 - days}. (${days} volle Tage) oder der ${30 - days}.`,
    write: (setting) => `${setting}: clear oder nthDayBefore`,
  },
  dispatchOrReceipt: {
    question: "Zählt die Frist ab Absendung oder ab Zugang?",
    consequence: () => "Ein Brief, der am letzten Tag abgeht und drei Tage läuft, wäre rechtzeitig oder zu spät.",
    write: (setting) => `${setting}: absendung oder zugang`,
  },
  writingOrText: {
    question: "Schriftlich auf Papier, oder genügt Textform (E-Mail)?",
    consequence: () => "Eine Einladung per E-Mail wäre ordnungsgemäß oder ein Ladungsfehler.",
    write: (setting) => `${setting}: letter, textform oder email`,
  },
  seatsOrPersons: {
    question: "Sind »Mitglieder« die Träger (Sitze) oder die Menschen?",
    consequence: ({ votingSeats }) =>
      `Bei ${votingSeats} Trägern, von denen sieben zwei Menschen schicken, sind es ${votingSeats} oder ${votingSeats + 7} Stimmen.`,
    write: (setting) => `${setting}: seat oder person`,
  },
  castingOrSecondVote: {
    question: "Gibt die eine Stimme des Vorsitzes den Ausschlag, oder bekommt er bei der Wiederholung eine zweite?",
    consequence: () => "Bei 6 : 6 mit dem Vorsitz unter den Ja wäre angenommen, oder es würde erst wiederholt.",
    write: (setting) => `${setting}: chairCasting oder chairDoubleOnRepeat`,
  },
  secretByDemandOrVote: {
    question: "Genügt das Verlangen eines Mitglieds, oder stimmt die AG über die Geheimhaltung ab?",
    consequence: ({ present, neededOfPresent }) =>
      `Eines von ${present} würde reichen, oder erst ${neededOfPresent} von ${present}.`,
    write: (setting) =>
      setting === "election › secretOnDemandOf"
        ? `${setting}: 1 oder eine größere Zahl`
        : `${setting}: {kind: count, n: 1}, oder {kind: moreThanFraction, num: 1, den: 2}`,
  },
  secretOrRollCall: {
    question: "Verlangen die einen geheime und die anderen namentliche Abstimmung: Was geht vor?",
    consequence: () => "Die Abstimmung wäre geheim, oder jede Stimme stünde mit Namen im Protokoll.",
    write: (setting) => `${setting}: ja (geheim) oder nein (namentlich)`,
  },
  endOnWeekend: {
    question: "Endet die Frist auch am Wochenende, oder erst am nächsten Werktag?",
    consequence: () => "Eine Frist, die am Samstag abläuft, endete am Samstag oder am Montag.",
    write: (setting) => `${setting}: fixedDay oder bgb193`,
  },
};

/** "Noch zu entscheiden: Mehrheit der Anwesenden oder aller Mitglieder? 7 von 12 … Bitte dazuschreiben: …" */
export function questionText({ code, figures, settledBy }: Ambiguity): string {
  const { question, consequence, write } = questions[code];
  const setting = (settledBy[0] ?? "").split(".").join(" › ");
  return `Noch zu entscheiden: ${question} ${consequence(figures)} Bitte dazuschreiben: ${write(setting)}.`;
}

export const questionsLeft = (count: number): string =>
  `Noch zu entscheiden: ${counted(count, "Frage", "Fragen")}. Bis dahin wird nicht geraten; was gilt, bleibt.`;

export const rulesAreFine = (
  file: string,
  { own, fromProfile, profile }: { readonly own: number; readonly fromProfile: number; readonly profile: string },
): string =>
  `${checkedFine(file)}. ${counted(own, "Regel", "Regeln")} aus der GO, ${fromProfile} aus dem Profil »${profile}«; keine Widersprüche, keine offene Lesart.`;
