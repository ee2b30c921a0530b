import { weighDemand } from "./demands.ts";
import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type ElectionModeInput = {
  readonly candidates: number;
  readonly seats: number;
  /** How many object to voting openly. */
  readonly objections: number;
  /** Voting seats that demand a secret election. */
  readonly secretDemand: number;
  readonly presentSeats?: number;
};

export type ElectionModeReason =
  | "alwaysSecret"
  | "demanded"
  | "objected"
  | "singleCandidate"
  | "contested"
  | "asWritten";

export type ElectionModeRuling = Derivation<"election.mode"> & {
  readonly mode: "open" | "secret";
  readonly reason: ElectionModeReason;
};

/**
 * Offen oder geheim (GO; § 92 Abs. 1 VwVfG, § 67 NKomVG as models): always secret, or secret on demand, or as soon as somebody
 * objects. No more candidates than seats may be voted openly; several for one seat only where the GO itself says that elections are open.
 */
export function electionMode(rules: Rules, input: ElectionModeInput): ElectionModeRuling {
  const { candidates, seats, objections, secretDemand, presentSeats = 0 } = input;
  requireCounts({ candidates, seats, objections, secretDemand, presentSeats });
  const { mode, secretOnDemandOf, singleCandidateOpen } = rules.election;
  const ruling = (result: "open" | "secret", reason: ElectionModeReason, citation: Citation): ElectionModeRuling => ({
    rule: "election.mode",
    citation,
    alsoFrom: [],
    mode: result,
    reason,
  });
  const demand = weighDemand({ kind: "count", n: secretOnDemandOf.value }, { demands: secretDemand, presentSeats });
  const bySingle = cite("election.singleCandidateOpen", singleCandidateOpen);
  const byMode = cite("election.mode", mode);
  if (mode.value === "secret") return ruling("secret", "alwaysSecret", byMode);
  if (demand.isGranted) return ruling("secret", "demanded", cite("election.secretOnDemandOf", secretOnDemandOf));
  const isContested = candidates > seats;
  if (objections > 0) return ruling("secret", "objected", isContested ? byMode : bySingle);
  if (!isContested && singleCandidateOpen.value) return ruling("open", "singleCandidate", bySingle);
  if (isContested && mode.origin === "go") return ruling("open", "asWritten", byMode);
  return ruling("secret", "contested", isContested ? byMode : bySingle);
}

export type EnBlocRuling = Derivation<"election.enBloc"> & {
  readonly mode: "together" | "oneByOne";
  readonly reason?: "objected" | "notProvided" | "contested" | "single";
};

/** Wahl en bloc (GO; § 18 GO KjG as model): all at once only if nobody objects and nobody competes for a seat. */
export function enBlocMode(
  rules: Rules,
  { candidates, seats, objections }: Pick<ElectionModeInput, "candidates" | "seats" | "objections">,
): EnBlocRuling {
  requireCounts({ candidates, seats, objections });
  const { enBloc } = rules.election;
  const derivation = { rule: "election.enBloc", citation: cite("election.enBloc", enBloc), alsoFrom: [] } as const;
  const apart = (reason: NonNullable<EnBlocRuling["reason"]>): EnBlocRuling => ({
    ...derivation,
    mode: "oneByOne",
    reason,
  });
  if (enBloc.value === "never") return apart("notProvided");
  if (candidates > seats) return apart("contested");
  if (candidates < 2) return apart("single");
  return objections > 0 ? apart("objected") : { ...derivation, mode: "together" };
}
