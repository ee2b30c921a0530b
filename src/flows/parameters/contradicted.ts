import { isEnBlocRound } from "../../core/committee/decide-en-bloc.ts";
import { endsOnObjection, unopposedOf } from "../../core/committee/question-kinds.ts";
import { openProcedures } from "../../core/committee/written-now.ts";
import { openQuestions } from "../../core/question/state.ts";
import { contradictionLabel, contradictionProblem } from "../../texts/prompts.ts";
import { type Acceptor, problem, type ReadingContext, type Suggestion, taken, without } from "./acceptor.ts";
import { shortened } from "./things.ts";

/** Wogegen sich ein Widerspruch richtet. */
export type Contradicted =
  | { readonly kind: "question"; readonly question: number }
  | { readonly kind: "enBlocRound" }
  | { readonly kind: "procedure"; readonly procedure: number };

type Candidate = { readonly meant: Contradicted; readonly suggestion: Suggestion };

const QUESTION = /^frage\s+(?:nr\.?\s*)?(\d{1,6})(?=\s|$)/iu;

/** Widerspruch ohne nähere Angabe: what waits for one, if that is plain; else it is asked, so that none goes where it was not meant to go. */
export const contradicted: Acceptor<Contradicted> = {
  sign: "frage NUMMER",
  take(rest, context) {
    const match = QUESTION.exec(rest.head);
    if (match !== null)
      return taken({ kind: "question", question: Number(match[1]) }, without(rest, 0, match[0].length));
    const candidates = candidatesNow(context);
    const [only, another] = candidates;
    if (rest.head === "" && only !== undefined && another === undefined && isPlain(only.meant, context))
      return taken(only.meant, rest);
    const suggestions = candidates.map(({ suggestion }) => suggestion);
    return problem(contradictionProblem(only !== undefined), rest.head === "" ? undefined : rest.head, suggestions);
  },
};

/** In a meeting a word without a number is not taken for one on a written procedure; the same holds for a vote. */
const isPlain = (meant: Contradicted, { state }: ReadingContext): boolean =>
  meant.kind !== "procedure" || state.meetings.current === undefined;

/** What one objection can still end or bring to a vote. */
function candidatesNow(context: ReadingContext): readonly Candidate[] {
  const { state } = context;
  const questions = openQuestions(state.questions, state.meetings.current ?? 0)
    .filter(({ subject }) => endsOnObjection(subject) || unopposedOf(state.rules, subject) !== undefined)
    .map(
      ({ question, subject }): Candidate => ({
        meant: { kind: "question", question },
        suggestion: {
          label: contradictionLabel.question(question, endsOnObjection(subject)),
          instead: `frage ${question}`,
        },
      }),
    );
  const round: Candidate = {
    meant: { kind: "enBlocRound" },
    suggestion: { label: contradictionLabel.enBlocRound(), instead: "gegen wahl en bloc" },
  };
  const procedures = openProcedures(state)
    .filter(({ lastDay }) => context.today() <= lastDay)
    .map(
      ({ procedure, title, text }): Candidate => ({
        meant: { kind: "procedure", procedure },
        suggestion: {
          label: contradictionLabel.procedure(procedure, shortened(title ?? text)),
          instead: `gegen umlauf ${procedure}`,
        },
      }),
    );
  return [...questions, ...(isEnBlocRound(state) ? [round] : []), ...procedures];
}
