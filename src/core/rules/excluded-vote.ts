import { type MajorityRuling, majority, type Tally } from "./majority.ts";
import type { MajorityPurpose } from "./majority-requirement.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

type Kind = "yes" | "no" | "abstain" | "invalid";

export type ExcludedVoteRuling = Derivation<"bias.invalidIfDecisive"> & {
  readonly with: MajorityRuling;
  /** The result without the votes of those excluded. */
  readonly without: MajorityRuling;
  /** The outcome would have been another one. */
  readonly isDecisive: boolean;
  /** `stands` with the numbers without those votes; `void`: unwirksam. */
  readonly resolution: "stands" | "void";
};

/**
 * Mitwirkung einer ausgeschlossenen Person (GO; § 41 Abs. 4 BPersVG as model): the result without that vote; void if the vote could have
 * decided, or, where the rules are strict, in any case.
 */
export function excludedVote(
  rules: Rules,
  tally: Tally,
  excluded: readonly Kind[],
  purpose: MajorityPurpose = "motion",
): ExcludedVoteRuling {
  const setting = rules.bias.invalidIfDecisive;
  const count = (kind: Kind): number => excluded.filter((one) => one === kind).length;
  const rest = {
    yes: tally.yes - count("yes"),
    no: tally.no - count("no"),
    abstain: tally.abstain - count("abstain"),
    invalid: tally.invalid - count("invalid"),
    present: Math.max(0, tally.present - excluded.length),
    members: Math.max(0, tally.members - excluded.length),
  };
  const before = majority(rules, tally, purpose);
  const without = majority(rules, rest, purpose);
  const isDecisive = before.outcome !== without.outcome;
  const isVoid = excluded.length > 0 && (isDecisive || !setting.value);
  return {
    rule: "bias.invalidIfDecisive",
    citation: cite("bias.invalidIfDecisive", setting),
    alsoFrom: [without.citation],
    with: before,
    without,
    isDecisive,
    resolution: isVoid ? "void" : "stands",
  };
}
