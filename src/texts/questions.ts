import type { QuestionKind, QuestionManner, QuestionOutcome, QuestionSubject } from "../core/question/events.ts";
import type { MajorityRequirement } from "../core/rules/majority-requirement.ts";
import { counted, joined, type Names, oblique } from "./names.ts";
import { proceduralName } from "./procedural-names.ts";
import { newRules } from "./rules-differences.ts";
import { requirementPhrase } from "./rulings.ts";
import { citationText } from "./rulings-source.ts";

export type QuestionNames = Pick<Names, "person" | "seat" | "changedRules">;

type Labels = {
  readonly [Kind in QuestionKind]: (subject: Extract<QuestionSubject, { kind: Kind }>, names: QuestionNames) => string;
};

/** Worum es geht, without a full stop: stands behind "Frage 3: " and behind "angenommen: ". */
const labels: Labels = {
  urgentItem: ({ title }) => `„${title}“ als dringlichen Punkt auf die Tagesordnung nehmen`,
  reach: ({ amendment, reach }) =>
    reach === undefined
      ? `feststellen, dass sich nicht sagen lässt, wie weit Ä${amendment} geht`
      : `Änderungsantrag Ä${amendment} die Reichweite ${reach} geben`,
  division: ({ motion, parts }) =>
    `über Antrag ${motion} in ${parts.length} Teilen abstimmen: ${parts.map((part, at) => `(${at + 1}) ${part}`).join(" ")}`,
  rulesChange: ({ settings }, names) =>
    `die Geschäftsordnung ändern – ${newRules(settings, names.changedRules(settings))}`,
  enBloc: ({ motions }) => `die Anträge ${joined(motions.map(String))} gemeinsam (en bloc) beschließen`,
  recall: ({ title, person, reason }, names) =>
    `${names.person(person)} aus dem Amt ${title} abwählen${reason === undefined ? "" : `; Grund: ${reason}`}`,
  procedural: (subject) =>
    subject.wants === "appeal"
      ? `Entscheidung der Sitzungsleitung aufheben („${subject.text}“)`
      : `GO-Antrag „${proceduralName(subject)}“`,
  conflict: ({ seat }, names) => `feststellen, dass ${names.seat(seat)} bei diesem Punkt befangen ist`,
  deviation: ({ text }) => `im Einzelfall von der Geschäftsordnung abweichen: ${text}`,
};

export function questionLabel(subject: QuestionSubject, names: QuestionNames): string {
  // Each label is written for the subjects of its own kind; the table above is checked against that.
  const label = labels[subject.kind] as (subject: QuestionSubject, names: QuestionNames) => string;
  return label(subject, names);
}

/** "Frage 3: „Nachtrag“ als dringlichen Punkt auf die Tagesordnung nehmen" */
export const questionTitle = (question: number, subject: QuestionSubject, names: QuestionNames): string =>
  `Frage ${question}: ${questionLabel(subject, names)}`;

export const questionPut = (question: number, label: string, mover: string): string =>
  `Frage ${question} von ${oblique(mover)}: ${withStop(label)}`;

/** "Dafür braucht es zwei Drittel der anwesenden Stimmen, bei 17 anwesenden Stimmen also 12 Ja (§ 4 GO)." */
export function questionRequirement(
  required: MajorityRequirement,
  present: number,
  needed: number | undefined,
): string {
  const numbers =
    needed === undefined
      ? ""
      : `, bei ${counted(present, "anwesenden Stimme", "anwesenden Stimmen")} also ${needed} Ja`;
  return `Dafür braucht es ${requirementPhrase(required)}${numbers} (${citationText(required.citation)}).`;
}

export const questionOpposed = (question: number, person: string, against: number, reason?: string): string =>
  `${person} spricht gegen Frage ${question} (${counted(against, "Gegenrede", "Gegenreden")})${reason === undefined ? "." : `: ${withStop(reason)}`}`;

export const enBlocEnded = (motions: readonly number[]): string =>
  `Es gibt Widerspruch gegen die gemeinsame Abstimmung: Über die Anträge ${joined(motions.map(String))} wird einzeln abgestimmt.`;

export const questionWithdrawn = (question: number): string => `Frage ${question} ist zurückgezogen.`;

const manners: Readonly<Record<QuestionManner, string>> = {
  ballot: "",
  unopposed: " ohne Gegenrede",
  consensus: " im Konsens",
  declared: " nach Feststellung der Sitzungsleitung",
};

export function questionDecided(
  question: number,
  label: string,
  outcome: QuestionOutcome,
  manner: QuestionManner,
  reference?: string,
): string {
  if (outcome === "undecided") return `Frage ${question}: kein Ergebnis. Sie bleibt offen.`;
  if (outcome === "rejected") {
    const why = manner === "unopposed" ? " wegen der Widersprüche" : "";
    return `Frage ${question} ist${why} abgelehnt: ${withStop(label)}`;
  }
  const numbered = reference === undefined ? "" : ` Beschluss ${reference}.`;
  return `Frage ${question} ist${manners[manner]} angenommen: ${withStop(label)}${numbered}`;
}

const withStop = (text: string): string => (/[.!?]["“]?$/u.test(text) ? text : `${text}.`);

export const questionSupported = (question: number, person: string): string =>
  `${person} spricht für Frage ${question}.`;

/** Ergebnis einer Anfechtung, as the chair says it. */
export const appealDecided = (overturned: boolean): string =>
  overturned
    ? "Die Entscheidung der Sitzungsleitung ist aufgehoben."
    : "Die Entscheidung der Sitzungsleitung bleibt bestehen.";

export const higherRankFirst = (question: number, name: string, source: string): string =>
  `Zuerst ist Frage ${question} „${name}“ an der Reihe (${source}).`;

/** For what no event of its own follows. */
export const chairCarriesOut = (): string => "Die Sitzungsleitung führt das aus.";

const measures = {
  listClosed: "Schließen der Redeliste",
  listReopened: "Öffnen der Redeliste",
  wordWithdrawn: "Wortentziehung",
} as const;

export const measureChallenged = (kind: keyof typeof measures): string =>
  `Angefochten ist: ${measures[kind]}. Wird die Entscheidung aufgehoben, ist sie damit rückgängig.`;
