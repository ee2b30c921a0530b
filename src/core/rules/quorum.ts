import { leastAboveShare, leastShare, requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type QuorumInput = {
  /** Sitze mit Stimmrecht, all of them, whether recused or not. */
  readonly votingSeats: number;
  /** Voting seats present in the room and not recused. Seats, never heads; guests and advisory members do not count. */
  readonly presentVoting: number;
  /** Voting seats excluded by Befangenheit on this item. */
  readonly recused?: number;
  /** Voting seats present remotely and not recused; counted if the rules let them. */
  readonly remote?: number;
  /** A seat was not invited. `cured`: it took part without objecting. */
  readonly callDefect?: CallDefect;
  /** How many of those present have which value of the attribute `quorum.maxShare` names ("f": 9, "m": 3). */
  readonly composition?: Readonly<Record<string, number>>;
};

export type CallDefect = { readonly cured: boolean };

export type QuorumReason = "tooFew" | "noSeats" | "everyoneRecused" | "callDefect" | "maxShare";

/** Which value takes up too large a share of those present. */
export type Overweight = { readonly value: string; readonly count: number; readonly of: number };

export type QuorumRuling = Derivation<`quorum.${Rules["quorum"]["kind"]["value"]}`> & {
  readonly quorate: boolean;
  /** Seats that must be present. */
  readonly needed: number;
  /** Seats counted as present. */
  readonly present: number;
  /** Seats the share is taken of. */
  readonly base: number;
  readonly recused: number;
  /** How many seats more would make it quorate; 0 if it is. */
  readonly missing: number;
  /** How many seats may leave before it is lost; 0 if not quorate. */
  readonly toSpare: number;
  readonly reason?: QuorumReason;
  /** A fault of the call was cured by taking part. */
  readonly isCured: boolean;
  /** With reason `maxShare`. */
  readonly overweight?: Overweight;
};

/**
 * Beschlussfähigkeit (GO; § 90 VwVfG as model): whether enough voting seats are present, by count. Whether the presumption holds in
 * spite of the count is `quorumInMeeting`. Zero seats and everyone recused: not quorate, except where the GO asks for nobody.
 */
export function quorum(rules: Rules, input: QuorumInput): QuorumRuling {
  const { votingSeats, presentVoting, recused = 0, remote = 0, callDefect } = input;
  requireCounts({ votingSeats, presentVoting, recused, remote });
  const settings = rules.quorum;
  const kind = settings.kind.value;
  const { base, needed, alsoFrom } = requirement(rules, votingSeats, recused);
  const present = presentVoting + (settings.remoteCounts.value ? remote : 0);
  const isBadlyCalled = callDefect !== undefined && settings.allInvitedRequired.value;
  const isCured = isBadlyCalled && callDefect.cured && rules.invite.cureByParticipation.value;
  const callCitation = cite("quorum.allInvitedRequired", settings.allInvitedRequired);
  const overweight = overweightIn(rules, input.composition ?? {});
  const reason =
    isBadlyCalled && !isCured
      ? "callDefect"
      : (shortfall(kind, votingSeats, recused, present, needed) ?? (overweight === undefined ? undefined : "maxShare"));
  return {
    rule: `quorum.${kind}`,
    citation: cite("quorum.kind", settings.kind),
    alsoFrom: [
      ...alsoFrom,
      ...(remote > 0 ? [cite("quorum.remoteCounts", settings.remoteCounts)] : []),
      ...(isBadlyCalled ? [callCitation] : []),
      ...(reason === "maxShare" ? [cite("quorum.maxShare", settings.maxShare)] : []),
    ],
    quorate: reason === undefined,
    needed,
    present,
    base,
    recused,
    missing: Math.max(0, needed - present),
    toSpare: reason === undefined ? present - needed : 0,
    ...(reason === undefined ? {} : { reason }),
    isCured,
    ...(reason === "maxShare" && overweight !== undefined ? { overweight } : {}),
  };
}

/** Ladungsfehler (GO; VGH München as model): seats that were not invited; cured if all of them are here and none objects. */
export function callDefect(
  notInvited: readonly string[],
  present: readonly string[],
  objecting: readonly string[],
): CallDefect | undefined {
  if (notInvited.length === 0) return undefined;
  return { cured: notInvited.every((seat) => present.includes(seat) && !objecting.includes(seat)) };
}

/** Zusammensetzung (GO; § 11 GO KjG as model): exactly the share is allowed, more is not. */
function overweightIn(rules: Rules, composition: Readonly<Record<string, number>>): Overweight | undefined {
  const share = rules.quorum.maxShare.value;
  requireCounts(composition);
  const of = Object.values(composition).reduce((sum, count) => sum + count, 0);
  const found =
    share === null ? [] : Object.entries(composition).filter(([, count]) => count * share.den > share.num * of);
  const [value, count] = found[0] ?? [];
  return value === undefined || count === undefined ? undefined : { value, count, of };
}

function shortfall(
  kind: Rules["quorum"]["kind"]["value"],
  votingSeats: number,
  recused: number,
  present: number,
  needed: number,
): QuorumReason | undefined {
  if (kind !== "none" && votingSeats === 0) return "noSeats";
  if (kind !== "none" && recused >= votingSeats) return "everyoneRecused";
  return present < needed ? "tooFew" : undefined;
}

type Requirement = { readonly base: number; readonly needed: number; readonly alsoFrom: readonly Citation[] };

/** Nötige Sitze (GO, Beschlussfähigkeit): the share of the base, at least the minimum. */
function requirement(rules: Rules, votingSeats: number, recused: number): Requirement {
  const settings = rules.quorum;
  const relief = settings.massExclusionFraction.value;
  if (relief !== null && 2 * recused > votingSeats) {
    const citation = cite("quorum.massExclusionFraction", settings.massExclusionFraction);
    return { base: votingSeats, needed: leastShare(relief, votingSeats), alsoFrom: [citation] };
  }
  const isReduced = settings.excludedReduceBase.value && recused > 0;
  const base = isReduced ? Math.max(0, votingSeats - recused) : votingSeats;
  const share = shareOf(rules, base);
  const minimum = minimumOf(rules);
  return {
    base,
    needed: Math.max(share, minimum),
    alsoFrom: [
      ...(recused > 0 ? [cite("quorum.excludedReduceBase", settings.excludedReduceBase)] : []),
      ...(minimum > share ? [cite("quorum.min", settings.min)] : []),
    ],
  };
}

function shareOf(rules: Rules, base: number): number {
  const { kind, fraction, fixed } = rules.quorum;
  switch (kind.value) {
    case "moreThanHalf":
      return leastAboveShare({ num: 1, den: 2 }, base);
    case "atLeastHalf":
      return leastShare({ num: 1, den: 2 }, base);
    case "fraction":
      return leastShare(fraction.value, base);
    case "fixed":
      return fixed.value;
    case "none":
      return 0;
  }
}

/** Where the GO itself names a fixed number or asks for nobody, the minimum of the profile must not add to it. */
function minimumOf(rules: Rules): number {
  const { kind, min } = rules.quorum;
  const isComplete = kind.value === "fixed" || kind.value === "none";
  return isComplete && min.origin === "default" ? 0 : min.value;
}
