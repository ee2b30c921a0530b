import { joined, people } from "./names.ts";
import { proceduralName } from "./procedural-names.ts";
import { higherRankFirst } from "./questions.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { admissionRemedy, admissionSentence, groupsSentence, speechesSentence } from "./rulings-procedure.ts";
import { citationText, inBrackets } from "./rulings-source.ts";

type QuestionCode =
  | "UnknownQuestion"
  | "QuestionIsOver"
  | "QuestionNeedsVote"
  | "AlreadyOpposed"
  | "SameQuestionOpen"
  | "ProceduralNotAdmissible"
  | "HigherRankFirst"
  | "GroupsNotHeard"
  | "ReasonNeeded"
  | "NoFurtherSpeech"
  | "AlreadySupported"
  | "NothingToRepeat"
  | "ProceduralFirst";

/** Fragen zur Abstimmung: urgent items, deviations and the like. */
export const questionRefusals: Sentences<QuestionCode> = {
  ProceduralNotAdmissible: ({ ruling }) => said(admissionSentence(ruling), admissionRemedy(ruling)),
  HigherRankFirst: ({ first, subject, citation }) =>
    said(
      higherRankFirst(first, proceduralName(subject), citationText(citation)),
      "Danach kommt dieser.",
      `keine gegenrede frage ${first}`,
      `abstimmung frage ${first}`,
    ),
  GroupsNotHeard: ({ ruling }) => said(groupsSentence(ruling), "Die Aussprache geht weiter.", "redeliste"),
  ReasonNeeded: ({ citation }) =>
    said(`Eine Gegenrede braucht eine Begründung ${inBrackets(citation)}.`, "Bitte mit Grund: „gegenrede: …“."),
  NoFurtherSpeech: ({ side, ruling }) => said(speechesSentence(side, ruling), "Es folgt die Abstimmung."),
  NothingToRepeat: () =>
    said(
      "Angezweifelt werden kann nur die letzte Abstimmung über einen Antrag, solange der Punkt läuft, und nur einmal.",
      "Was danach kommt, ist Sache eines neuen Antrags.",
      "beschlüsse",
    ),
  AlreadySupported: ({ question }) =>
    said(`Ihre Fürrede zu Frage ${question} ist schon festgehalten.`, "Es ändert sich nichts."),
  ProceduralFirst: ({ question, subject }) =>
    said(
      `Vor der nächsten Wortmeldung ist Frage ${question} zu behandeln: „${proceduralName(subject)}“. GO-Anträge gehen vor.`,
      "Gegenrede, keine Gegenrede oder Abstimmung.",
      `keine gegenrede frage ${question}`,
      `abstimmung frage ${question}`,
    ),
  UnknownQuestion: ({ question, open }) =>
    said(
      `Frage ${question} steht in dieser Sitzung nicht zur Entscheidung.`,
      open.length === 0 ? "Zurzeit ist keine Frage offen." : `Offen: ${joined(open.map((one) => `Frage ${one}`))}.`,
      ...open.map((one) => `abstimmung frage ${one}`),
    ),
  QuestionIsOver: ({ question, status }) =>
    said(`Frage ${question} ist ${statuses[status]}.`, "Sie kann neu gestellt werden, wenn sich etwas geändert hat."),
  QuestionNeedsVote: ({ question, opposedBy }, names) =>
    said(
      opposedBy.length === 0
        ? `Über Frage ${question} verlangt die Geschäftsordnung eine Abstimmung.`
        : `Gegen Frage ${question} hat sich ${people(names, opposedBy)} ausgesprochen.`,
      "Es wird abgestimmt.",
      `abstimmung frage ${question}`,
    ),
  AlreadyOpposed: ({ question }) =>
    said(`Die Gegenrede Ihres Trägers zu Frage ${question} ist schon festgehalten.`, "Es ändert sich nichts."),
  SameQuestionOpen: ({ question }) =>
    said(`Das steht schon zur Entscheidung: Frage ${question}.`, "Abstimmen.", `abstimmung frage ${question}`),
};

const statuses = { withdrawn: "zurückgezogen", carried: "schon angenommen", rejected: "abgelehnt" } as const;
