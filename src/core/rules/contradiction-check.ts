import type { Rules } from "./rules.ts";

/**
 * One kind of contradiction: the settings it is between, and when they are at odds. `written`: how many of them the GO itself must
 * say; what only the profile says is silent about the other clause and no contradiction.
 */
export type ContradictionCheck = {
  readonly between: readonly string[];
  readonly written: "one" | "all";
  readonly isAtOdds: (rules: Rules) => boolean;
};
