import { deadlineText, silenceNames } from "./announcements-elections.ts";
import { counted, oblique, people } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { eligibilitySentence, enBlocSentence, recallRemedies, recallSentence } from "./rulings-eligibility.ts";
import { inBrackets } from "./rulings-source.ts";

type Code =
  | "NoElectionOpen"
  | "ElectionIsOpen"
  | "UnknownOffice"
  | "SeatsOutOfRange"
  | "NotEligible"
  | "MayNotStand"
  | "NotInOffice"
  | "NotEnBloc"
  | "EnBlocObjectedAlready"
  | "NothingToContest"
  | "ContestedAlready"
  | "NoLists"
  | "ListKnown"
  | "OnAnotherList"
  | "RecallNotPossible"
  | "LeaderStands"
  | "LeadsAlready"
  | "ElectionIsSecret"
  | "AnswerTooLate"
  | "AlreadyCandidate"
  | "CandidaciesClosed"
  | "NoCandidates"
  | "WitnessNeeded"
  | "WitnessStands"
  | "NoLotNeeded"
  | "LotFirst"
  | "AnswersFirst"
  | "TooManyElected"
  | "NotElected";

/** Ablehnungen rund um Wahlen. */
export const electionsRefusals: Sentences<Code> = {
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
  MayNotStand: ({ person, ruling }, names) =>
    said(
      `${names.person(person)} ist nicht wählbar: ${eligibilitySentence(ruling)}`,
      "Bitte jemand anderen vorschlagen.",
    ),
  NotInOffice: ({ title, person, holders }, names) =>
    said(
      holders.length === 0
        ? `Das Amt ist nicht besetzt: ${title}.`
        : `Das Amt „${title}“ hat ${people(names, holders)}${person === undefined ? "" : `, nicht ${names.person(person)}`}.`,
      holders.length === 0 ? "Es kann neu gewählt werden." : `Bitte die Person nennen: „abwahl "${title}" von NAME“.`,
      `wahl "${title}"`,
    ),
  NotEnBloc: ({ ruling }) =>
    said(`Eine Wahl en bloc ist hier nicht möglich: ${enBlocSentence(ruling)}`, "Gewählt wird einzeln.", "wahlgang"),
  EnBlocObjectedAlready: () => said("Der Widerspruch Ihres Trägers ist schon festgehalten.", "Gewählt wird einzeln."),
  NothingToContest: () =>
    said("Es gibt keine Wahl mit Ergebnis, die angefochten werden kann.", "Die Ämter zeigt „ämter“.", "ämter"),
  ContestedAlready: ({ title }) =>
    said(`Diese Anfechtung ist schon festgehalten: ${title}.`, "Ein anderer Grund lässt sich nachtragen."),
  NoLists: ({ citation }) =>
    said(
      `In dieser Wahl stehen keine Listen zur Wahl ${inBrackets(citation)}.`,
      "Gewählt werden Personen.",
      "kandidatur",
    ),
  ListKnown: ({ name }) =>
    said(`Eine Liste „${name}“ gibt es in dieser Wahl schon.`, "Bitte einen anderen Namen wählen."),
  OnAnotherList: ({ person, name }, names) =>
    said(
      `${names.person(person)} steht schon auf der Liste „${name}“.`,
      "Jede Person kann nur auf einer Liste stehen.",
    ),
  RecallNotPossible: ({ ruling }) =>
    said(
      `Eine Abwahl auf diesem Weg gibt es nicht: ${recallSentence(ruling)}`,
      recallRemedies[ruling.refusal ?? "never"],
    ),
  LeaderStands: ({ person }, names) =>
    said(
      `${names.person(person)} steht selbst zur Wahl und kann sie nicht leiten.`,
      "Bitte die Leitung für diese Wahl abgeben: „wahlleitung NAME“.",
      "wahlleitung",
    ),
  LeadsAlready: ({ person }, names) =>
    said(`${names.person(person)} leitet diese Wahl schon.`, "Es ändert sich nichts.", "status"),
  ElectionIsSecret: ({ citation }) =>
    said(`Wahlen sind geheim ${inBrackets(citation)}.`, "Bitte den Wahlgang geheim eröffnen.", "wahlgang geheim"),
  AnswerTooLate: ({ person, period }, names) =>
    said(
      `Die Frist für die Antwort von ${oblique(names.person(person))} ist abgelaufen${deadlineText(period)}; Schweigen gilt als ${silenceNames[period.silence]}.`,
      "Es ändert sich nichts.",
      "status",
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
};
