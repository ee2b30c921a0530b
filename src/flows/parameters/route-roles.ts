import { foldGerman } from "../../core/kernel/fold-german.ts";
import type { RouteRole, RouteStepPlan } from "../../core/route/events.ts";

/** As a Beratungsfolge names them. */
const nouns: Readonly<Record<RouteRole, readonly string[]>> = {
  preparation: ["Vorbereitung", "Vorberatung"],
  vote: ["Abstimmung", "Votum", "Empfehlung", "Beschlussempfehlung"],
  consultation: ["Beratung", "Mitberatung", "Anhörung", "Erörterung", "Stellungnahme"],
  decision: ["Entscheidung", "Beschluss", "Beschlussfassung", "Genehmigung"],
  notice: ["Kenntnisnahme", "Kenntnis", "Information"],
};

// Entries of the table above.
const roles = new Map(
  (Object.keys(nouns) as RouteRole[]).flatMap((role) => nouns[role].map((noun) => [foldGerman(noun), role])),
);

/** These say themselves what they are. */
const plain: ReadonlySet<string> = new Set(
  ["Vorbereitung", "Abstimmung", "Beratung", "Entscheidung", "Kenntnisnahme", "Kenntnis"].map(foldGerman),
);

const NEGATED = /(?<!\p{L})(?:nicht|kein\p{L}*|ohne)(?!\p{L})/iu;
const MOST_WORDS = 5;

/** Rolle eines Gremiums: its noun, the last word; what stands before it ("abschließende", "Beratung und") is kept in its words. */
export function roleIn(said: string): Pick<RouteStepPlan, "role" | "roleText"> | undefined {
  const [, to, words = ""] = /^(?:(zur|zum|als)\s+)?(.*)$/isu.exec(said.trim().replace(/\s+/gu, " ")) ?? [];
  const list = words.split(" ");
  const noun = list.at(-1) ?? "";
  const role = roles.get(foldGerman(noun));
  if (role === undefined || list.length > MOST_WORDS || NEGATED.test(words)) return undefined;
  if (list.length === 1 && plain.has(foldGerman(noun))) return { role };
  const before = list.slice(0, -1).map((word) => nominative(word, to));
  return { role, roleText: [...before, `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}`].join(" ") };
}

/** "zur abschließenden Beratung" is an "abschließende Beratung", "zum abschließenden Beschluss" an "abschließender Beschluss". */
function nominative(word: string, to: string | undefined): string {
  const isAdjective = /^\p{Ll}.*en$/u.test(word);
  if (to === undefined || !isAdjective) return word;
  return `${word.slice(0, -1)}${to.toLowerCase() === "zum" ? "r" : ""}`;
}
