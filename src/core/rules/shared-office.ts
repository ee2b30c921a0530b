import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type SharedOfficeInput = {
  /** People who are to hold the one office together. */
  readonly holders: number;
  /** Different seats these people sit for; people of one Träger with one seat are one. */
  readonly seats: number;
};

export type SharedOfficeRuling = Derivation<"office.shared"> & {
  readonly isPossible: boolean;
  readonly offices: 1;
  readonly holders: number;
  /** Votes these people have together: those of their seats, never one more for the office. */
  readonly seatVotes: number;
};

/** Geteiltes Amt (GO): several people, one office. The votes are those of the seats; an office is no seat. */
export function sharedOffice(rules: Rules, { holders, seats }: SharedOfficeInput): SharedOfficeRuling {
  requireCounts({ holders, seats });
  const { shared } = rules.office.chair;
  return {
    rule: "office.shared",
    citation: cite("office.chair.shared", shared),
    alsoFrom: [],
    isPossible: holders === 1 || (holders > 1 && shared.value),
    offices: 1,
    holders,
    seatVotes: Math.min(seats, holders),
  };
}
