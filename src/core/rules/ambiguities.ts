import { leastAboveShare, leastShare } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { settingsOf } from "./settings-of.ts";
import { afterMajority, periodDaysIn, shareIn } from "./wording-patterns.ts";

/** Zahlen, an denen sich die Lesarten scheiden: the example of the question; one's own committee may be put in. */
export type ExampleSeats = { readonly votingSeats: number; readonly present: number };

const usualCommittee: ExampleSeats = { votingSeats: 17, present: 12 };

/** Noch zu entscheiden: words that can be read in two ways, as a question with what follows from each answer. */
export type Ambiguity = {
  readonly code: AmbiguityCode;
  /** Short and stable, in English: "present or all members?". */
  readonly question: string;
  /** Settings of the GO file that answer it, the most direct one first. */
  readonly settledBy: readonly string[];
  readonly figures: AmbiguityFigures;
};

/** What the answer means in numbers, for a committee of so many seats of which so many are present. */
export type AmbiguityFigures = ExampleSeats & {
  readonly neededOfPresent: number;
  readonly neededOfMembers: number;
  /** Of the votes cast, if two of those present abstain. */
  readonly neededOfCast: number;
  readonly cast: number;
  /** Days of the period the words name. */
  readonly days: number | undefined;
};

export type AmbiguityCode = keyof typeof patterns;

type Pattern = {
  readonly question: string;
  /** Sections of the file on which such words are an open question; words without a place count for all. */
  readonly sections: readonly string[];
  readonly settledBy: (section: string) => readonly string[];
  readonly isIn: (text: string) => boolean;
};

const majorities = ["majority", "election", "umlauf", "goChange", "goAntrag", "goDeviation", "agenda", "office"];

/** The setting that says of whom a majority is to be had, by section. */
const basisOf = (section: string): readonly string[] => [
  {
    election: "election.majority",
    umlauf: "umlauf.majority",
    goChange: "goChange.threshold",
    goAntrag: "goAntrag.majority",
    goDeviation: "goDeviation",
    agenda: "agenda.urgentThreshold",
    office: "office.recall",
  }[section] ?? "majority.basis",
];

const namesPresent = /anwesend|erschienen|teilnehmend/i;

const patterns = {
  /** "Mehrheit der Stimmberechtigten", "Mehrheit der Mitglieder". */
  presentOrMembers: {
    question: "present or all members?",
    sections: majorities,
    settledBy: basisOf,
    isIn: (text) => {
      const rest = afterMajority(text);
      if (rest === undefined || namesPresent.test(rest)) return false;
      return /^(der|ihrer|seiner|von)\s+(?!(gesetzlichen|satzungsgemäßen|abgegeben))(\w+\s+)?(mitglied|stimmberechtigt|vertret|delegiert|träger)/i.test(
        rest,
      );
    },
  },
  /** "Mehrheit der anwesenden Mitglieder": two real rules write it with opposite treatment of abstentions. */
  abstentionsOfPresent: {
    question: "do abstentions count as no?",
    sections: majorities,
    settledBy: (section) => (section === "majority" ? ["majority.abstain"] : basisOf(section)),
    isIn: (text) => namesPresent.test((afterMajority(text) ?? "").slice(0, 40)) && !/enthaltung|abgegeben/i.test(text),
  },
  /** "einfache Mehrheit", "Zweidrittelmehrheit", and not a word of what. */
  majorityOfWhat: {
    question: "majority of the votes cast, of those present or of all members?",
    sections: majorities,
    settledBy: basisOf,
    isIn: (text) => {
      const rest = afterMajority(text);
      return (
        rest !== undefined &&
        !/absolute/i.test(text) &&
        !/^(der|des|aller|ihrer|seiner|von)\b/i.test(rest) &&
        !/stimmen\s*mehrheit/i.test(text)
      );
    },
  },
  /** "absolute Mehrheit": more than half, but of what? */
  absoluteOfWhat: {
    question: "absolute majority of the votes cast, of those present or of all members?",
    sections: majorities,
    settledBy: basisOf,
    isIn: (text) =>
      /absolute/i.test(text) && !/^(der|des|aller|ihrer|seiner|von)\b/i.test(afterMajority(text) ?? "der"),
  },
  /** "Die Hälfte der Mitglieder": exactly one half, or more? */
  halfOrMore: {
    question: "at least half or more than half?",
    sections: ["quorum"],
    settledBy: () => ["quorum.kind"],
    isIn: (text) =>
      /beschlussfähig/i.test(text) &&
      /hälfte/i.test(text) &&
      !/(mehr als|mindestens|wenigstens|über)\s+(\w+\s+)?hälfte/i.test(text),
  },
  /** "zwei Wochen vorher": full days in between, or the n-th day itself? */
  clearOrNthDay: {
    question: "clear days or the n-th day before?",
    sections: ["invite"],
    settledBy: () => ["invite.count"],
    isIn: (text) => isCallPeriod(text) && !/voll|kalenderfrei|nicht mitgerechnet|dazwischen|zwischen/i.test(text),
  },
  /** A period of the call that does not say what begins it. */
  dispatchOrReceipt: {
    question: "dispatch or receipt?",
    sections: ["invite"],
    settledBy: () => ["invite.start"],
    isIn: (text) =>
      isCallPeriod(text) && !/zugeh|zugang|zugegangen|erhalt|absend|abgesandt|abgesendet|versand|aufgabe/i.test(text),
  },
  /** "schriftlich": on paper with a signature, or as a readable text? */
  writingOrText: {
    question: "letter or text form?",
    sections: ["invite"],
    settledBy: () => ["invite.form"],
    isIn: (text) => /\b(schriftlich|schriftform)/i.test(text) && /einlad|einberuf|einzuladen|ladung|lädt/i.test(text),
  },
  /** "Mitglieder": the Träger, or the people it sends? */
  seatsOrPersons: {
    question: "seats or persons?",
    sections: ["quorum"],
    settledBy: () => ["membership.votingUnit"],
    isIn: (text) =>
      /beschlussfähig/i.test(text) && /mitglied/i.test(text) && !/träger|sitz|verband|delegation/i.test(text),
  },
  /** "Bei Stimmengleichheit entscheidet der Vorsitz": by the vote it has cast, or by one more? */
  castingOrSecondVote: {
    question: "casting vote or second vote on a repeat?",
    sections: ["majority"],
    settledBy: () => ["majority.tie"],
    isIn: (text) =>
      /stimmengleichheit/i.test(text) &&
      /(entscheidet|ausschlag|gibt)/i.test(text) &&
      /vorsitz|leitung|sprecher/i.test(text),
  },
  /** "geheim auf Antrag": one member's demand, or a motion that is voted on? */
  secretByDemandOrVote: {
    question: "demand of one member or vote of the body?",
    sections: ["vote", "election"],
    settledBy: (section) => [section === "election" ? "election.secretOnDemandOf" : "vote.secretThreshold"],
    isIn: (text) =>
      /geheim/i.test(text) &&
      /antrag|verlang|wunsch|beantragt/i.test(text) &&
      !/\b(ein(es|er|em|e)?|drittel|viertel|fünftel|\d+|mehrheit|jede[sr]?)\b/i.test(text),
  },
  /** Secret and by name at once: one excludes the other. */
  secretOrRollCall: {
    question: "secret or roll call first?",
    sections: ["vote"],
    settledBy: () => ["vote.secretBeatsRoll"],
    isIn: (text) =>
      /geheim/i.test(text) && /namentlich/i.test(text) && !/vorrang|ausgeschlossen|schließt|geht vor/i.test(text),
  },
  /** "innerhalb von sieben Tagen": does the end move away from a weekend? */
  endOnWeekend: {
    question: "does a period that ends on a weekend move?",
    sections: ["umlauf"],
    settledBy: () => ["umlauf.shift"],
    isIn: (text) =>
      /\b(binnen|innerhalb)\b/i.test(text) &&
      periodDaysIn(text) !== undefined &&
      /umlauf|schriftlichen verfahren/i.test(text),
  },
} satisfies Record<string, Pattern>;

function isCallPeriod(text: string): boolean {
  return /einlad|einberuf|einzuladen|ladung|geladen|lädt/i.test(text) && periodDaysIn(text) !== undefined;
}

/**
 * Lesarten: the questions which these words of a GO leave open. `place`: path of the setting beside which they stand; without it
 * every question counts. `isSettled`: whether the GO itself sets that setting, and so has decided.
 */
export function ambiguitiesIn(
  text: string,
  place?: string,
  isSettled: (path: string) => boolean = () => false,
  seats: ExampleSeats = usualCommittee,
): readonly Ambiguity[] {
  const section = place?.split(".")[0];
  // The keys of the table are exactly the codes.
  return (Object.entries(patterns) as [AmbiguityCode, Pattern][]).flatMap(([code, pattern]) => {
    if (section !== undefined && !pattern.sections.includes(section)) return [];
    const settledBy = pattern.settledBy(section ?? "");
    if (settledBy.some(isSettled) || !pattern.isIn(text)) return [];
    return [{ code, question: pattern.question, settledBy, figures: figuresFor(text, seats) }];
  });
}

function figuresFor(text: string, { votingSeats, present }: ExampleSeats): AmbiguityFigures {
  const { isQualified, ...share } = shareIn(text);
  const least = isQualified ? leastShare : leastAboveShare;
  const cast = Math.max(0, present - 2);
  return {
    votingSeats,
    present,
    cast,
    neededOfPresent: least(share, present),
    neededOfMembers: least(share, votingSeats),
    neededOfCast: least(share, cast),
    days: periodDaysIn(text),
  };
}

/** What the rules as a whole leave open, whatever words they quote. */
export function openQuestions(rules: Rules): readonly { readonly place: string; readonly ambiguity: Ambiguity }[] {
  const { secretThreshold, rollCall, secretBeatsRoll } = rules.vote;
  const areBothWritten = secretThreshold.origin === "go" && rollCall.origin === "go";
  const areBothPossible = secretThreshold.value.kind !== "never" && rollCall.value.kind !== "never";
  if (!areBothWritten || !areBothPossible || secretBeatsRoll.origin === "go") return [];
  const { question, settledBy } = patterns.secretOrRollCall;
  const figures = figuresFor("", usualCommittee);
  return [
    { place: "vote.rollCall", ambiguity: { code: "secretOrRollCall", question, settledBy: settledBy(), figures } },
  ];
}

/** All questions of a GO: those of its quotations and those of the whole, each once at the first place that raises it. */
export function questionsOf(rules: Rules): readonly { readonly place: string; readonly ambiguity: Ambiguity }[] {
  const settings = settingsOf(rules);
  const written = new Set(settings.flatMap(({ path, setting }) => (setting.origin === "go" ? [path] : [])));
  const quoted = settings.flatMap(({ path, setting: { quotation } }) =>
    quotation === undefined
      ? []
      : ambiguitiesIn(quotation, path, (one) => written.has(one)).map((ambiguity) => ({ place: path, ambiguity })),
  );
  const asked = new Set<string>();
  return [...quoted, ...openQuestions(rules)].filter(({ ambiguity: { code, settledBy } }) => {
    const key = `${code} ${settledBy.join()}`;
    return !asked.has(key) && asked.add(key);
  });
}
