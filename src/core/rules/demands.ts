import { leastAboveShare, leastShare, requireCounts } from "./integers.ts";
import { namesProcedure } from "./procedural-words.ts";
import type { Demand } from "./rule-values.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type DemandInput = {
  /** Voting seats that demand it. */
  readonly demands: number;
  /** Voting seats present. */
  readonly presentSeats: number;
  /** All voting seats, for a demand measured by them. */
  readonly votingSeats?: number;
};

export type DemandRule = "vote.secret" | "election.secret" | "vote.rollCall";

export type DemandRuling<Rule extends string> = Derivation<Rule> & {
  readonly isGranted: boolean;
  readonly demands: number;
  /** Seats needed; absent if nobody may demand it. */
  readonly needed?: number;
  readonly missing: number;
  readonly reason?: "tooFew" | "notProvided" | "secretGoesFirst" | "procedure";
};

/** Geheime Abstimmung auf Verlangen (GO): of one seat, of several, or of a share of those present. */
export function secretDemand(rules: Rules, input: DemandInput): DemandRuling<"vote.secret"> {
  const setting = rules.vote.secretThreshold;
  const derivation = { rule: "vote.secret", citation: cite("vote.secretThreshold", setting), alsoFrom: [] } as const;
  return { ...derivation, ...weighDemand(setting.value, input) };
}

/** Geheime Wahl auf Verlangen (GO; § 92 Abs. 1 VwVfG as model). */
export function secretElectionDemand(rules: Rules, input: DemandInput): DemandRuling<"election.secret"> {
  const setting = rules.election.secretOnDemandOf;
  const derivation = {
    rule: "election.secret",
    citation: cite("election.secretOnDemandOf", setting),
    alsoFrom: [],
  } as const;
  return { ...derivation, ...weighDemand({ kind: "count", n: setting.value }, input) };
}

/** Namentliche Abstimmung auf Verlangen (GO). A granted secret vote and, where the rules say so, a procedural question exclude it. */
export function rollCallDemand(
  rules: Rules,
  /** `procedure`: the procedural question it is about, in words; compared with those of `vote.rollCallNotFor`. */
  input: DemandInput & { readonly isSecret?: boolean; readonly procedure?: string },
): DemandRuling<"vote.rollCall"> {
  const setting = rules.vote.rollCall;
  const derivation = { rule: "vote.rollCall", citation: cite("vote.rollCall", setting), alsoFrom: [] } as const;
  const weighed = weighDemand(setting.value, input);
  const { rollCallNotFor } = rules.vote;
  if (input.procedure !== undefined && namesProcedure(rollCallNotFor.value, input.procedure)) {
    const alsoFrom = [cite("vote.rollCallNotFor", rollCallNotFor)];
    return { ...derivation, alsoFrom, ...weighed, isGranted: false, reason: "procedure" };
  }
  if (input.isSecret === true && rules.vote.secretBeatsRoll.value) {
    const alsoFrom = [cite("vote.secretBeatsRoll", rules.vote.secretBeatsRoll)];
    return { ...derivation, alsoFrom, ...weighed, isGranted: false, reason: "secretGoesFirst" };
  }
  return { ...derivation, ...weighed };
}

export type VotingMode = "open" | "secret" | "rollCall";

/** Abstimmungsart, when demands have been granted: secret and roll call exclude each other (GO). */
export function votingMode(
  rules: Rules,
  granted: { readonly secret: boolean; readonly rollCall: boolean },
): Derivation<"vote.mode"> & { readonly mode: VotingMode } {
  const { mode, secretBeatsRoll } = rules.vote;
  const derivation = { rule: "vote.mode", citation: cite("vote.mode", mode), alsoFrom: [] } as const;
  const isSecret = granted.secret || mode.value === "secret";
  if (isSecret && granted.rollCall) {
    const alsoFrom = [cite("vote.secretBeatsRoll", secretBeatsRoll)];
    return { ...derivation, alsoFrom, mode: secretBeatsRoll.value ? "secret" : "rollCall" };
  }
  if (isSecret) return { ...derivation, mode: "secret" };
  return { ...derivation, mode: granted.rollCall ? "rollCall" : "open" };
}

/** Ob genug es verlangen: at least one, whatever the share. */
export function weighDemand(
  demand: Demand,
  { demands, presentSeats, votingSeats = presentSeats }: DemandInput,
): Pick<DemandRuling<string>, "isGranted" | "demands" | "needed" | "missing" | "reason"> {
  requireCounts({ demands, presentSeats, votingSeats });
  if (demand.kind === "never") return { isGranted: false, demands, missing: 0, reason: "notProvided" };
  const needed = Math.max(1, seatsNeeded(demand, presentSeats, votingSeats));
  if (demands >= needed) return { isGranted: true, demands, needed, missing: 0 };
  return { isGranted: false, demands, needed, missing: needed - demands, reason: "tooFew" };
}

function seatsNeeded(demand: Exclude<Demand, { kind: "never" }>, presentSeats: number, allSeats: number): number {
  switch (demand.kind) {
    case "any":
      return 1;
    case "count":
      return demand.n;
    case "fraction":
      return leastShare(demand, demand.of === "members" ? allSeats : presentSeats);
    case "moreThanFraction":
      return leastAboveShare(demand, demand.of === "members" ? allSeats : presentSeats);
  }
}
