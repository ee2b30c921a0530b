import { type MajorityRuling, majority } from "./majority.ts";
import { type ProceduralVotes, tallyOf } from "./procedural-opposition.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type AppealRuling = Derivation<"chair.rulingAppealable"> & {
  readonly isAllowed: boolean;
  /** The ruling of the chair after the appeal; it stands until the body has overturned it. */
  readonly chairRuling: "overturned" | "upheld";
  readonly reason: "votes" | "tie" | "notVoted" | "notAppealable";
  readonly majority?: MajorityRuling;
};

/**
 * Anfechtung einer Entscheidung der Sitzungsleitung: the body decides in one step by majority whether to overturn it. A tie upholds
 * it, whatever the rules say of ties: the chair does not cast a vote in its own matter.
 */
export function appeal(rules: Rules, votes: ProceduralVotes | undefined): AppealRuling {
  const setting = rules.chair.rulingAppealable;
  const derivation = { rule: "chair.rulingAppealable", citation: cite("chair.rulingAppealable", setting) } as const;
  if (!setting.value) {
    return { ...derivation, alsoFrom: [], isAllowed: false, chairRuling: "upheld", reason: "notAppealable" };
  }
  if (votes === undefined) {
    return { ...derivation, alsoFrom: [], isAllowed: true, chairRuling: "upheld", reason: "notVoted" };
  }
  const ruling = majority(rules, tallyOf(votes), { procedural: "appeal" }, { chair: { votingRight: false } });
  return {
    ...derivation,
    alsoFrom: [ruling.citation, ...ruling.alsoFrom],
    isAllowed: true,
    chairRuling: ruling.outcome === "carried" ? "overturned" : "upheld",
    reason: ruling.reason === "tie" ? "tie" : "votes",
    majority: ruling,
  };
}
