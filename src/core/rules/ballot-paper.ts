import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** What a paper says that was put in the box: Ja, Nein, Enthaltung, nothing, or something beside. */
export type PaperRuling = Derivation<"ballot.paper"> & {
  readonly counts: "yes" | "no" | "abstain" | "invalid";
  readonly reason: "clear" | "blank" | "addition" | "unreadable";
};

const words: Readonly<Record<string, "yes" | "no" | "abstain">> = {
  ja: "yes",
  nein: "no",
  enthaltung: "abstain",
};

/**
 * Stimmzettel bei Ja und Nein (GO; § 40 Abs. 4 GemO RLP as model): a blank paper is an abstention or invalid, as the rules say; a
 * paper with an addition ("ja, aber nur …") is invalid or the addition is not there. What cannot be read is invalid.
 */
export function ballotPaper(rules: Rules, text: string): PaperRuling {
  const { blank, addition } = rules.ballot;
  const byBlank = { rule: "ballot.paper", citation: cite("ballot.blank", blank), alsoFrom: [] } as const;
  const byAddition = { rule: "ballot.paper", citation: cite("ballot.addition", addition), alsoFrom: [] } as const;
  const [first, ...rest] = text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  if (first === undefined) return { ...byBlank, counts: blank.value, reason: "blank" };
  const choice = Object.hasOwn(words, first) ? words[first] : undefined;
  if (choice === undefined) return { ...byAddition, counts: "invalid", reason: "unreadable" };
  if (rest.length === 0) return { ...byAddition, counts: choice, reason: "clear" };
  const isContradiction = rest.some((word) => Object.hasOwn(words, word) && words[word] !== choice);
  if (isContradiction) return { ...byAddition, counts: "invalid", reason: "unreadable" };
  return { ...byAddition, counts: addition.value === "invalid" ? "invalid" : choice, reason: "addition" };
}

/** Stimmzettel bei mehreren Bewerbungen: names marked, with how many votes each. */
export type MarksRuling = Derivation<"ballot.marks"> & {
  readonly counts: "valid" | "abstain" | "invalid";
  readonly reason: "clear" | "blank" | "tooMany" | "cumulated" | "notACandidate";
};

/**
 * Stimmzettel mit Namen (GO; Wahlordnung BayStuRa as model): at most as many names as there are seats, each candidate one vote;
 * heaping votes on one name makes the paper invalid, and so does a name that does not stand. Fewer names are allowed.
 */
export function ballotMarks(
  rules: Rules,
  input: {
    readonly seats: number;
    readonly candidates: readonly string[];
    readonly marks: Readonly<Record<string, number>>;
  },
): MarksRuling {
  requireCounts({ seats: input.seats, ...input.marks });
  const { blank } = rules.ballot;
  const given = Object.entries(input.marks).filter(([, votes]) => votes > 0);
  const byBlank = { rule: "ballot.marks", citation: cite("ballot.blank", blank), alsoFrom: [] } as const;
  const byMulti = {
    rule: "ballot.marks",
    citation: cite("election.multi", rules.election.multi),
    alsoFrom: [],
  } as const;
  if (given.length === 0) return { ...byBlank, counts: blank.value, reason: "blank" };
  if (given.some(([name]) => !input.candidates.includes(name)))
    return { ...byMulti, counts: "invalid", reason: "notACandidate" };
  if (given.some(([, votes]) => votes > 1)) return { ...byMulti, counts: "invalid", reason: "cumulated" };
  if (given.length > input.seats) return { ...byMulti, counts: "invalid", reason: "tooMany" };
  return { ...byMulti, counts: "valid", reason: "clear" };
}
