import { addDays, type LocalDate } from "../../core/kernel/local-date.ts";
import type { RouteOutcome } from "../../core/route/events.ts";
import { textProblem } from "../../texts/prompts.ts";
import {
  type Acceptor,
  absent,
  type Problem,
  problem,
  type ReadingContext,
  type Rest,
  taken,
  without,
} from "./acceptor.ts";
import { textFault } from "./clean-text.ts";
import { asProblem } from "./dates.ts";
import { leftOf, outcomeIn } from "./route-outcomes.ts";
import { LONGEST_TITLE } from "./text.ts";

/** "schritt 2": which of the route it is the answer of. */
export const routeStep: Acceptor<number> = {
  sign: "schritt NUMMER",
  take(rest) {
    const match = /(?<![\p{L}\p{N}])schritt\s+(\d{1,4})\.?(?=\s|$)/iu.exec(rest.head);
    return match === null ? absent : taken(Number(match[1]), without(rest, match.index, match.index + match[0].length));
  },
};

export type RouteAnswerWords = {
  readonly outcome: RouteOutcome;
  readonly on?: LocalDate;
  readonly unanimous?: boolean;
  readonly condition?: string;
  readonly text?: string;
};

/** Antwort eines Gremiums in Worten: "einstimmig zugestimmt am 15.06.2021 Bedingung: bei positiver Prognose". */
export const routeAnswer: Acceptor<RouteAnswerWords> = {
  sign: "ANTWORT [am DATUM] [Bedingung: TEXT]",
  fromBody: true,
  take(rest, context) {
    const typed = wholeOf(rest);
    const fault = textFault(typed);
    if (fault !== undefined) return fault.code === "empty" ? absent : problem(textProblem(fault));
    const { said, condition } = conditionIn(typed);
    if (condition !== undefined && textFault(condition, LONGEST_TITLE) !== undefined)
      return problem(textProblem({ code: "tooLong", length: [...condition].length, limit: LONGEST_TITLE }));
    const day = dayIn(said, context);
    if ("kind" in day) return day;
    const outcome = outcomeIn(said, day.typed);
    if (typeof outcome !== "string") return outcome;
    const left = leftOf(said, outcome, day.typed);
    return taken(
      {
        outcome,
        ...(day.on === undefined ? {} : { on: day.on }),
        ...(/einstimmig/iu.test(said) ? { unanimous: true } : {}),
        ...(condition === undefined ? {} : { condition }),
        ...(left === "" ? {} : { text: said }),
      },
      { head: "", body: undefined },
    );
  },
};

/** Without its first colon the answer stands in the line itself. */
function wholeOf({ head, body }: Rest): string {
  if (body === undefined) return head;
  return head === "" ? body : `${head}: ${body}`;
}

const CONDITION = /[,;(]?\s*(?:unter\s+der\s+bedingung\s*[:,]?|(?<!\p{L})bedingung\s*:)\s*(?=\S)/iu;

function conditionIn(typed: string): { readonly said: string; readonly condition?: string } {
  const match = CONDITION.exec(typed);
  if (match === null) return { said: typed };
  const condition = typed.slice(match.index + match[0].length).trim();
  const isBracketed = match[0].startsWith("(");
  return {
    said: typed.slice(0, match.index).trim(),
    condition: isBracketed ? condition.replace(/\)$/u, "") : condition,
  };
}

type Day = { readonly on?: LocalDate; readonly typed: readonly string[] };

const DAY = "\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|\\p{L}+)\\s?(?:\\d{4})?";
const ON = new RegExp(`(?<!\\p{L})(?:am|vom)\\s+(?:\\p{L}+tag,?\\s+|mittwoch,?\\s+)?(${DAY})`, "iu");
/** A paper or a message from another day: "gestrig" is seen from there. */
const SEEN_FROM = new RegExp(
  `\\(?(?:laut\\s+)?(?:stand|meldung|pressemitteilung|mitteilung|bericht|artikel|presse|zeitung)\\s+(?:vom\\s+)?(${DAY})\\)?`,
  "iu",
);
const YESTERDAY = /(?<!\p{L})(vor)?gest(?:ern|rige[nrm]?)(?:\s+sitzung)?/iu;
const TODAY = /(?<!\p{L})heut(?:e|igen?|iger)(?:\s+sitzung)?(?!\p{L})/iu;

/** Der Tag der Antwort: as it is written, or seen from today or from the paper it was read in. */
function dayIn(said: string, context: ReadingContext): Day | Problem {
  const paper = SEEN_FROM.exec(said);
  const from = paper === null ? context.today() : dateOf(paper[1] ?? "", context);
  if (typeof from !== "string") return from;
  const seen = paper === null ? [] : [paper[0]];
  const rest = paper === null ? said : said.replace(paper[0], " ");
  const yesterday = YESTERDAY.exec(rest);
  if (yesterday !== null)
    return { on: addDays(from, yesterday[1] === undefined ? -1 : -2), typed: [...seen, yesterday[0]] };
  const today = TODAY.exec(rest);
  if (today !== null) return { on: from, typed: [...seen, today[0]] };
  const named = ON.exec(rest);
  if (named === null) return { typed: [] };
  const on = dateOf(named[0].replace(/^(?:am|vom)\s+/iu, ""), context);
  return typeof on === "string" ? { on, typed: [named[0]] } : on;
}

/** What was is behind us: a day without its year is the one closest by. */
function dateOf(typed: string, { ports, today }: ReadingContext): LocalDate | Problem {
  const reading = ports.dates.readDate(typed, { reference: today(), direction: "nearest" });
  return reading.kind === "date" ? reading.date : asProblem(typed, reading);
}
