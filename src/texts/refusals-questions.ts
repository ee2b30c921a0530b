import { joined, people } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";

type QuestionCode = "UnknownQuestion" | "QuestionIsOver" | "QuestionNeedsVote" | "AlreadyOpposed" | "SameQuestionOpen";

/** Fragen zur Abstimmung: urgent items, deviations and the like. */
export const questionRefusals: Sentences<QuestionCode> = {
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
