import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { furtherVotes } from "./seat-vote.ts";
import { cite, type Derivation } from "./setting.ts";

/** Vollmacht: a seat's vote for one meeting. */
export type PowerOfAttorney = { readonly from: string; readonly meeting: string };

export type HeldSeatsInput = {
  /** Seats of the person's own Träger it claims to vote for, in the order of the check-in. */
  readonly own: readonly string[];
  readonly powers: readonly PowerOfAttorney[];
  /** The meeting at hand. */
  readonly meeting: string;
};

export type RejectedSeat = {
  readonly seat: string;
  readonly reason: "heaping" | "noPowerOfAttorney" | "otherMeeting" | "tooManyPowers" | "heldAlready";
};

export type HeldSeatsRuling = Derivation<"membership.heldSeats"> & {
  /** Seats the person votes for, each with one vote. */
  readonly accepted: readonly string[];
  readonly rejected: readonly RejectedSeat[];
  readonly votes: number;
  /** How many votes the rules allow this person at most. */
  readonly most: number;
};

/**
 * Häufung und Vollmacht (GO; § 9 Satzung vpk Nord, § 43 GenG, § 7 GO KjG as models): which seats one person votes for. Of several seats
 * of its own the first claimed count; a power of attorney holds for the meeting it names and adds the votes the rules allow.
 */
export function heldSeats(rules: Rules, input: HeldSeatsInput): HeldSeatsRuling {
  const { maxVotesPerPerson, proxy } = rules.membership;
  requireCounts({ maxVotesPerPerson: maxVotesPerPerson.value });
  const further = furtherVotes(rules);
  const own = [...new Set(input.own)];
  const accepted = own.slice(0, maxVotesPerPerson.value);
  const rejected: RejectedSeat[] = own.slice(accepted.length).map((seat) => ({ seat, reason: "heaping" }));
  let left = further;
  for (const { from, meeting } of input.powers) {
    const reason = rejection(rules, accepted, { seat: from, isThisMeeting: meeting === input.meeting, left });
    if (reason !== undefined) rejected.push({ seat: from, reason });
    else {
      accepted.push(from);
      left -= 1;
    }
  }
  return {
    rule: "membership.heldSeats",
    citation: cite("membership.maxVotesPerPerson", maxVotesPerPerson),
    alsoFrom: input.powers.length > 0 ? [cite("membership.proxy", proxy)] : [],
    accepted,
    rejected,
    votes: accepted.length,
    most: maxVotesPerPerson.value + further,
  };
}

type Claim = { readonly seat: string; readonly isThisMeeting: boolean; readonly left: number };

function rejection(rules: Rules, accepted: readonly string[], claim: Claim): RejectedSeat["reason"] | undefined {
  if (accepted.includes(claim.seat)) return "heldAlready";
  if (furtherVotes(rules) === 0) return "noPowerOfAttorney";
  if (!claim.isThisMeeting) return "otherMeeting";
  return claim.left === 0 ? "tooManyPowers" : undefined;
}
