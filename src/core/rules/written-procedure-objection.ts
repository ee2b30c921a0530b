import { weighDemand } from "./demands.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type WrittenObjectionInput = {
  /** Seats that object to the procedure. */
  readonly objections: number;
  /** All voting seats; needed only where the rules ask for a share of them. */
  readonly votingSeats?: number;
};

export type WrittenObjectionRuling = Derivation<"umlauf.objection"> & {
  readonly procedure: "ok" | "void";
  /** Where the matter is decided then. */
  readonly next?: "nextMeeting";
  readonly objections: number;
  /** Objections that end it; absent if none can. */
  readonly needed?: number;
  /** So many more would end it. */
  readonly missing: number;
};

/**
 * Widerspruch gegen das Umlaufverfahren (GO; § 90 Abs. 1 VwVfG, § 108 Abs. 4 AktG as models): apart from the vote on the matter. Enough
 * objections void the procedure, and the matter goes to the next meeting. A share is one of all voting seats: nobody is present.
 */
export function writtenObjection(
  rules: Rules,
  { objections, votingSeats = objections }: WrittenObjectionInput,
): WrittenObjectionRuling {
  const { objection } = rules.umlauf;
  const weighed = weighDemand(objection.value, { demands: objections, presentSeats: votingSeats, votingSeats });
  return {
    rule: "umlauf.objection",
    citation: cite("umlauf.objection", objection),
    alsoFrom: [],
    procedure: weighed.isGranted ? "void" : "ok",
    ...(weighed.isGranted ? { next: "nextMeeting" } : {}),
    objections,
    ...(weighed.needed === undefined ? {} : { needed: weighed.needed }),
    missing: weighed.missing,
  };
}
