import type { RouteOutcome } from "../../core/route/events.ts";
import { outcomeMissing, outcomeUnclear } from "../../texts/announcements-routes.ts";
import { type Problem, problem } from "./acceptor.ts";

/** What the program says itself, so that nothing is lost if only that is kept. */
const ownWords: Readonly<Record<RouteOutcome, RegExp>> = {
  agreed: /(?:zugestimmt|stimmt\s+zu|zustimmung|angenommen|beschlossen)/iu,
  declined: /(?:abgelehnt|lehnt\s+ab|ablehnung)/iu,
  deferred: /vertagt/iu,
  noted: /zur\s+kenntnis/iu,
  returned: /zurückgegeben/iu,
  prepared: /vorbereitet/iu,
  considered: /(?<!\p{L})beraten/iu,
};
/** The same in other words, which are kept. */
const otherWords: Readonly<Record<RouteOutcome, RegExp>> = {
  agreed:
    /(?:befürwortet|empfohlen|empfiehlt|gebilligt|billigt|genehmigt|beschließt|einverstanden|(?<!\p{L})dafür|(?<!kein(?:en)?\s)beschluss\s+gefasst|^ja$)/iu,
  declined: /(?:verworfen|abschlägig|abzulehnen|(?<!\p{L})dagegen|^nein$)/iu,
  deferred: /(?:vertagung|zurückgestellt|verschoben|aufgeschoben|abgesetzt)/iu,
  noted: /(?:kenntnisnahme|kenntnis\s+genommen)/iu,
  returned: /zurück(?:verwiesen|überwiesen)/iu,
  prepared: /vorberaten/iu,
  considered: /(?:erörtert|besprochen|diskutiert|angehört)/iu,
};
// The keys of the tables above.
const outcomes = Object.keys(ownWords) as readonly RouteOutcome[];
const wordsOf = (outcome: RouteOutcome): string => `(?:${ownWords[outcome].source}|${otherWords[outcome].source})`;

/** What comes before an answer, and is one itself only where no other is given. */
const onTheWay: ReadonlySet<RouteOutcome> = new Set(["prepared", "considered"]);
const NEGATION = "(?<!\\p{L})(?:nicht|keine|ohne)\\s+";
/** Agreed, but not by all; or not agreed; or not yet. */
const NOT_SO = /(?<!\p{L})(?:nicht\s+einstimmig|noch\s+nicht)(?!\p{L})/iu;

/** Was geantwortet wurde; `read`: what of it is the day. */
export function outcomeIn(said: string, read: readonly string[]): RouteOutcome | Problem {
  const bare = said.replace(/[.!]+$/u, "");
  const found = outcomes.filter((outcome) => new RegExp(wordsOf(outcome), "iu").test(bare));
  const answers = found.filter((outcome) => !onTheWay.has(outcome));
  const [only, another] = answers.length === 0 ? found : answers;
  if (another !== undefined || NOT_SO.test(bare)) return problem(outcomeUnclear());
  if (only === undefined) return isOnlyHow(bare, read) ? "agreed" : problem(outcomeMissing());
  const isNegated = new RegExp(NEGATION + wordsOf(only), "iu").test(bare);
  if (!isNegated) return only;
  return only === "agreed" ? "declined" : problem(outcomeUnclear());
}

const HOW =
  /(?<!\p{L})(?:einstimmig|mehrheitlich|einvernehmlich|im\s+konsens|mit\s+(?:großer\s+)?mehrheit|ohne\s+gegenstimmen?)(?!\p{L})/giu;
const COUNT =
  /(?:(?<!\p{L})(?:bei|mit)\s+)?(?:\d{1,3}|einer?|zwei|drei|vier|fünf)\s+(?:ja|nein|enthaltung|gegenstimme|ja-?stimme|nein-?stimme)(?:e?n)?(?!\p{L})/giu;

/** "einstimmig", "mehrheitlich bei 2 Enthaltungen": how it was agreed, and nothing else. */
function isOnlyHow(said: string, read: readonly string[]): boolean {
  const rest = said.replace(HOW, " ");
  return rest !== said && withoutParts(rest.replace(COUNT, " "), read) === "";
}

const FILLER = /(?<!\p{L})(?:einstimmig|genommen|hat|wurde|in|der|dem|sitzung|nicht|keine|und|es)(?!\p{L})|[.,;:()]/giu;

const withoutParts = (said: string, read: readonly string[]): string =>
  read
    .reduce((text, part) => text.replace(part, " "), said)
    .replace(FILLER, " ")
    .trim();

/** What was said beyond outcome and day; then the answer is kept in its own words too. */
export function leftOf(said: string, outcome: RouteOutcome, read: readonly string[]): string {
  // "nicht zugestimmt" is "abgelehnt".
  const own = outcome === "declined" ? [ownWords.declined, ownWords.agreed] : [ownWords[outcome]];
  if (!own.some((words) => words.test(said))) return said;
  return withoutParts(
    own.reduce((text, words) => text.replace(words, " "), said),
    read,
  );
}
