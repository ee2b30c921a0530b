import { electionRecord } from "../../../src/core/rules/election-record.ts";
import { electionRound } from "../../../src/core/rules/election-round.ts";
import type { CandidateTally, ElectionNext, ElectionRuling } from "../../../src/core/rules/election-ruling.ts";
import { electionSteps } from "../../../src/core/rules/election-steps.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { isRecord } from "../compare.ts";
import { type Facts, factsOf } from "../facts.ts";

const BESIDE = new Set(["nein", "no", "enthaltung", "abstain", "ungueltig", "invalid"]);

/** Wahlgänge: one after the other; what the last one given comes to. */
export function roundsCase(rules: Rules, facts: Facts): unknown {
  const seats = facts.numberOr(1, "seats");
  if (facts.has("runoff")) {
    const step = electionSteps(rules).indexOf("runoff2") + 1;
    return answerOf(roundOf(rules, facts, facts.facts("runoff"), { seats, round: Math.max(2, step), step: "runoff" }));
  }
  const ballots = facts.has("ballots") ? facts.many("ballots") : [facts.facts("votes")];
  let ruling = roundOf(rules, facts, ballots[0] ?? facts, { seats, round: 1, step: "ballot" });
  for (const [index, ballot] of ballots.slice(1).entries()) {
    const step = ruling.next.kind === "runoff" ? "runoff" : "ballot";
    ruling = roundOf(rules, facts, ballot, { seats: openSeats(ruling.next, seats), round: index + 2, step });
  }
  return answerOf(ruling, ballots.at(-1));
}

/** Ja and Nein to each name. */
export function yesNoCase(rules: Rules, facts: Facts, asksForBar: boolean): unknown {
  const names = facts.names().filter((name) => isRecord(facts.value(name)));
  const ruling = roundOf(rules, facts, factsOf(Object.fromEntries(names.map((name) => [name, facts.value(name)]))), {
    seats: facts.numberOr(1, "seats"),
    round: 1,
    step: "ballot",
  });
  if (!asksForBar) return answerOf(ruling);
  const standing = (name: string): string => {
    if (ruling.elected.includes(name)) return "elected";
    return ruling.barred.includes(name) ? "excluded" : "may_stand_again";
  };
  return Object.fromEntries(names.map((name) => [name, standing(name)]));
}

const openSeats = (next: ElectionNext, seats: number): number => ("seats" in next ? next.seats : seats);

type Place = { readonly seats: number; readonly round: number; readonly step: "ballot" | "runoff" };

function roundOf(rules: Rules, frame: Facts, ballot: Facts, place: Place): ElectionRuling {
  const candidates = ballot.names().filter((name) => !BESIDE.has(name));
  const tallies = candidates.map((id) => tallyOf(id, ballot.value(id)));
  const abstain = ballot.numberOr(frame.numberOr(0, "abstain"), "enthaltung", "abstain");
  const invalid = ballot.numberOr(frame.numberOr(0, "invalid"), "ungueltig", "invalid");
  const isSingle = place.seats === 1;
  const against = ballot.numberOr(0, "nein", "no");
  const cast = tallies.map((tally) => ("votes" in tally ? tally.votes : tally.yes + tally.no + tally.abstain));
  const voters = isSingle
    ? cast.reduce((sum, count) => sum + count, against + abstain + invalid)
    : Math.max(0, ...cast);
  const present = frame.numberOr(voters, "present", "presentVoting", "votingSeats");
  return electionRound(rules, {
    ...place,
    candidates: tallies,
    ...{ abstain, invalid, against },
    presentVoting: present,
    members: frame.numberOr(present, "votingSeats", "members"),
  });
}

function tallyOf(id: string, given: unknown): CandidateTally {
  if (!isRecord(given)) return { id, votes: typeof given === "number" ? given : 0 };
  const counts = factsOf(given);
  return {
    id,
    yes: counts.numberOr(0, "yes", "ja"),
    no: counts.numberOr(0, "no", "nein"),
    abstain: counts.numberOr(0, "abstain", "enthaltung"),
  };
}

function answerOf(ruling: ElectionRuling, ballot?: Facts): unknown {
  const record = electionRecord(ruling);
  const words = { no: "nein", abstain: "enthaltung", invalid: "ungueltig" } as const;
  return {
    is: ruling.elected,
    elected: ruling.elected,
    winner: ruling.elected[0],
    votesNeeded: ruling.votesNeeded,
    ...nextOf(ruling),
    mustRecord: record.must.map(({ candidate, votes }) => `${candidate}:${votes}`),
    optionalRecord: record.optional.map((kind) => words[kind]).filter((word) => ballot?.has(word) === true),
  };
}

function nextOf({ next, rule }: ElectionRuling): Readonly<Record<string, unknown>> {
  switch (next.kind) {
    case "done":
      return { next: null };
    case "runoff": {
      const name = rule === "election.single" ? "runoff2" : "runoff";
      return { next: name, candidates: next.candidates, between: next.candidates, seatsLeft: next.seats };
    }
    case "nextBallot":
      return { next: "second_ballot", candidates: next.candidates, seatsLeft: next.seats };
    case "lot": {
      const name = next.about === "seat" ? "lot" : "lot_for_runoff";
      return { next: name, between: next.candidates, candidates: next.candidates, drawnBy: "Vorsitz" };
    }
    case "failed":
      return { next: "new_nominations", seatsLeft: next.seats };
  }
}
