import type { Derivation } from "./setting.ts";

/** Bewerbung, ausgezählt: votes for a name. */
export type NamedTally = { readonly id: string; readonly votes: number };

/** Bewerbung, ausgezählt mit Ja und Nein: for a single candidate, or each of several put to the vote one by one. */
export type YesNoTally = { readonly id: string; readonly yes: number; readonly no: number; readonly abstain: number };

export type CandidateTally = NamedTally | YesNoTally;

export type ElectionInput = {
  /** Seats to fill in this round. */
  readonly seats: number;
  readonly candidates: readonly CandidateTally[];
  /** Blank ballots and abstentions; a single candidate carries its own. */
  readonly abstain: number;
  readonly invalid: number;
  /** Votes against all candidates, where the ballot offers it. They are valid votes. */
  readonly against?: number;
  readonly presentVoting: number;
  /** All voting seats; only for majorities of the members. */
  readonly members?: number;
  /** Which ballot of this election it is, from 1. Lots are not counted. */
  readonly round: number;
  /** `ballot`: all candidates; `runoff`: those sent into it. */
  readonly step: "ballot" | "runoff";
};

/** What follows. `lot` decides about a seat, or about a place in the run-off in which `alreadyIn` stand. */
export type ElectionNext =
  | { readonly kind: "done" }
  | { readonly kind: "runoff"; readonly candidates: readonly string[]; readonly seats: number }
  | { readonly kind: "nextBallot"; readonly candidates: readonly string[]; readonly seats: number }
  | {
      readonly kind: "lot";
      readonly about: "seat" | "runoffPlace";
      readonly candidates: readonly string[];
      readonly seats: number;
      readonly alreadyIn: readonly string[];
      /** Wer das Los zieht: the chair of the meeting (§ 67 NKomVG, § 92 VwVfG as models). */
      readonly drawnBy: "chair";
    }
  /** Gescheitert: new nominations are needed for the seats left. */
  | { readonly kind: "failed"; readonly reason: ElectionFailure; readonly seats: number };

/** `abstained`: more than half of those who voted abstained; `barred`: so many Nein that the candidates may not stand again. */
export type ElectionFailure = "notElected" | "noMajority" | "noVotes" | "noCandidates" | "abstained" | "barred";

/** What the votes needed are a share of; `none` where the most votes are enough. */
export type ElectionBase = "validVotes" | "present" | "members" | "none";

/** What would have changed it: so many votes for the first one not elected, or so many of the last one elected given otherwise. */
export type ElectionTurning = { readonly kind: "missing" | "givenOtherwise"; readonly votes: number };

export type ElectionRule = "election.single" | "election.yesNo" | "election.list" | "election.yesNoRanked";

export type ElectionRuling = Derivation<ElectionRule> & {
  /** Elected in this round (acceptance still to come), most votes first. */
  readonly elected: readonly string[];
  readonly next: ElectionNext;
  readonly step: "ballot" | "runoff";
  readonly round: number;
  readonly seats: number;
  /** Votes (Ja votes) by candidate, most first, equal ones by id. */
  readonly standings: readonly NamedTally[];
  /** Only where each candidate was voted with Ja and Nein: the counts behind it, in the same order. */
  readonly answers?: readonly YesNoTally[];
  /** Votes that count: without blank and invalid ballots. */
  readonly validVotes: number;
  /** Votes needed in this round; absent where the most votes are enough. */
  readonly votesNeeded?: number;
  readonly base: ElectionBase;
  readonly abstain: number;
  readonly invalid: number;
  readonly presentVoting: number;
  readonly members?: number;
  /** So many Nein that they may not stand again for this office. */
  readonly barred: readonly string[];
  readonly wouldTurn?: ElectionTurning;
};

/** Most votes first; equal ones by id, so that the order of nomination decides nothing. */
export function standingsOf(candidates: readonly CandidateTally[]): readonly NamedTally[] {
  return candidates
    .map((candidate) => ({ id: candidate.id, votes: "votes" in candidate ? candidate.votes : candidate.yes }))
    .sort((a, b) => b.votes - a.votes || (a.id < b.id ? -1 : 1));
}

/** Candidates in groups of equal votes, best group first. */
export function groupsOf(standings: readonly NamedTally[]): readonly (readonly string[])[] {
  const groups = Map.groupBy(standings, (standing) => standing.votes);
  return [...groups.values()].map((group) => group.map((standing) => standing.id));
}

export const idsOf = (standings: readonly NamedTally[]): readonly string[] => standings.map(({ id }) => id);

export const lotAboutSeats = (candidates: readonly string[], seats: number): ElectionNext => ({
  kind: "lot",
  about: "seat",
  candidates,
  seats,
  alreadyIn: [],
  drawnBy: "chair",
});

/** Whether a candidate was put to the vote with Ja and Nein. */
export const isYesNo = (candidate: CandidateTally): candidate is YesNoTally => !("votes" in candidate);
