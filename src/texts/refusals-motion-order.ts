import { joined } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { inBrackets } from "./rulings-source.ts";

type MotionOrderCode =
  | "FartherFirst"
  | "ItemNotAnnounced"
  | "RulesChangeNotAnnounced"
  | "RulesUnchanged"
  | "NothingToConfirm"
  | "NoPreferenceBallot"
  | "TooFewAlternatives"
  | "PreferenceTooHigh"
  | "NotInRunoff"
  | "AlternativeFirst"
  | "ReachOutOfRange"
  | "TakeOverNotProvided"
  | "EssentialNeedsVote"
  | "NoEssentialRule"
  | "AlreadyEssential"
  | "NoDivision"
  | "TooFewParts"
  | "NoEnBloc";

/** Reihenfolge der Anträge, Übernahme, Teilung, verbundene Abstimmung. */
export const motionOrderRefusals: Sentences<MotionOrderCode> = {
  FartherFirst: ({ amendment, order, citation }) =>
    said(
      `Ä${amendment} ist noch nicht an der Reihe: Der weitestgehende Antrag kommt zuerst ${inBrackets(citation)}.`,
      `Reihenfolge: ${joined(
        order.map((one) => `Ä${one}`),
        "dann",
      )}.`,
      ...order.slice(0, 1).map((one) => `abstimmung ä${one}`),
      "reihenfolge",
    ),
  ItemNotAnnounced: ({ title, debateAllowed, citation }) =>
    said(
      `„${title}“ war nicht angekündigt; darüber wird heute nicht beschlossen ${inBrackets(citation)}.`,
      `${debateAllowed ? "Beraten ist möglich. " : ""}Die AG kann den Punkt als dringlich aufnehmen („dringlich: ${title}“), sonst kommt er in die nächste Sitzung.`,
    ),
  RulesChangeNotAnnounced: ({ citation }) =>
    said(
      `Die Geschäftsordnung kann nur unter einem Punkt geändert werden, der vor der Sitzung dafür angekündigt war ${inBrackets(citation)}.`,
      'Sein Titel nennt die Geschäftsordnung oder „GO“. Diesen Punkt aufrufen, oder für die nächste Sitzung vorschlagen: „top vorschlagen "Änderung der Geschäftsordnung"“.',
      "tagesordnung",
    ),
  RulesUnchanged: () =>
    said("So steht es schon in der Geschäftsordnung.", "Es ändert sich nichts. Die geltenden Regeln bleiben in Kraft."),
  NothingToConfirm: ({ question, waiting }) =>
    said(
      `Frage ${question} wartet nicht auf eine Zustimmung.`,
      waiting.length === 0
        ? "Zurzeit wartet keine Änderung der Geschäftsordnung auf eine Zustimmung."
        : `Es warten: ${joined(waiting.map((one) => `Frage ${one}`))}.`,
    ),
  NoPreferenceBallot: ({ citation }) =>
    said(
      `Eine Vorabstimmung oder ein Stichentscheid ist so nicht vorgesehen ${inBrackets(citation)}.`,
      "Es wird einzeln abgestimmt.",
      "reihenfolge",
    ),
  TooFewAlternatives: () =>
    said("Es braucht mindestens zwei verschiedene Anträge.", "Zum Beispiel: „vorabstimmung 1: 8, 2: 6, 3: 3“."),
  PreferenceTooHigh: ({ counted, present }) =>
    said(
      `${counted} Stimmen gezählt, anwesend sind ${present}. Jeder Sitz hat eine Stimme.`,
      "Bitte neu zählen. Nichts wurde geändert.",
    ),
  NotInRunoff: ({ motions }) =>
    said(
      motions.length === 0
        ? "Ein Stichentscheid steht nicht an."
        : `Im Stichentscheid stehen nur die Anträge ${joined(motions.map(String))}.`,
      "Zuerst kommt die Vorabstimmung: „vorabstimmung 1: 8, 2: 6“.",
    ),
  AlternativeFirst: ({ motion, next, citation }) =>
    next === undefined
      ? said(
          `Über Antrag ${motion} wird noch nicht abgestimmt: Unter den Alternativen ist keine ausgewählt ${inBrackets(citation)}.`,
          "Zuerst der Stichentscheid oder eine neue Vorabstimmung.",
          "reihenfolge",
        )
      : said(
          `Antrag ${motion} ist nicht an der Reihe: Nach der Vorabstimmung kommt zuerst Antrag ${next} ${inBrackets(citation)}.`,
          "Ist er angenommen, sind die anderen erledigt.",
          `abstimmung ${next}`,
        ),
  ReachOutOfRange: () =>
    said("Die Reichweite ist eine ganze Zahl ab 0.", "Je größer, desto weiter geht der Antrag: „reichweite ä1 10“."),
  TakeOverNotProvided: ({ amendment, citation }) =>
    said(
      `Eine Übernahme ohne Abstimmung ist nicht vorgesehen ${inBrackets(citation)}.`,
      "Es wird abgestimmt.",
      `abstimmung ä${amendment}`,
    ),
  EssentialNeedsVote: ({ amendment, citation }) =>
    said(
      `Ä${amendment} ist eine wesentliche Änderung und braucht eine eigene Mehrheit ${inBrackets(citation)}; übernommen werden kann er nicht.`,
      "Es wird abgestimmt.",
      `abstimmung ä${amendment}`,
    ),
  NoEssentialRule: ({ citation }) =>
    said(
      `Für wesentliche Änderungen gilt keine eigene Mehrheit ${inBrackets(citation)}.`,
      "Abgestimmt wird wie über jeden Änderungsantrag.",
    ),
  AlreadyEssential: ({ amendment }) =>
    said(`Ä${amendment} ist schon als wesentliche Änderung eingetragen.`, "Es ändert sich nichts."),
  NoDivision: ({ mover, never, citation }, names) =>
    said(
      never
        ? `Eine Teilung der Frage ist nicht vorgesehen ${inBrackets(citation)}.`
        : `Teilung kann nur verlangen, wer den Antrag gestellt hat (${names.person(mover)}) ${inBrackets(citation)}.`,
      "Ein Änderungsantrag steht Ihnen offen.",
    ),
  TooFewParts: () =>
    said(
      "Zu einer Teilung gehören mindestens zwei Teile.",
      "Jeden Teil in eine eigene Zeile schreiben oder mit Semikolon trennen: „teilen 1: …; …“.",
    ),
  NoEnBloc: ({ reason, citation }) =>
    said(`${enBlocReasons[reason]} ${inBrackets(citation)}.`, "Über jeden Antrag wird einzeln abgestimmt."),
};

const enBlocReasons = {
  never: "Eine verbundene Abstimmung ist nicht vorgesehen",
  competing: "Anträge, die einander ausschließen, werden nicht gemeinsam abgestimmt",
  objection: "Gegen die gemeinsame Abstimmung gibt es Widerspruch",
  tooFew: "Zu einer gemeinsamen Abstimmung gehören mindestens zwei Anträge",
} as const;
