import { dHondt } from "../../../src/core/rules/d-hondt.ts";
import { electionLeader, eligibility } from "../../../src/core/rules/election-eligibility.ts";
import { electionMethod } from "../../../src/core/rules/election-method.ts";
import { electionMode, enBlocMode } from "../../../src/core/rules/election-mode.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { sharedOffice } from "../../../src/core/rules/shared-office.ts";
import { isRecord } from "../compare.ts";
import { type Facts, factsOf } from "../facts.ts";
import { acceptanceCase, contestCase, termCase } from "./election-periods.ts";
import { roundsCase, yesNoCase } from "./election-rounds.ts";

type Choice = Readonly<Record<string, unknown>>;

/** Wahlen: rounds, lists, who may stand, how it is voted, and what follows the result. */
export function electionCase(rules: Rules, input: unknown, choice: Choice): unknown {
  const facts = factsOf(input);
  if (facts.has("lists")) return ofLists(rules, facts);
  if (facts.has("waiverVote")) return ofWaiver(rules, facts);
  if (facts.has("holders")) return ofSharedOffice(rules, facts);
  if (facts.has("electionLeader")) return ofLeader(facts);
  if (facts.has("notified")) return acceptanceCase(rules, facts);
  if (facts.has("elected") && facts.has("on")) return termCase(rules, facts);
  if ("election.contestWithin" in choice) return contestCase(rules, facts);
  if (isRecord(facts.value("candidate"))) return ofCandidate(rules, facts.facts("candidate"));
  if (facts.has("secretDemand", "objections")) return ofMode(rules, facts, choice);
  if (facts.has("ballots", "runoff", "votes")) return roundsCase(rules, facts);
  return yesNoCase(rules, facts, "election.excludeIfNoShareAbove" in choice);
}

function ofLists(rules: Rules, facts: Facts): unknown {
  const votes = facts.counts("lists");
  const ruling = dHondt(rules, {
    seats: facts.number("seats"),
    lists: Object.entries(votes).map(([id, count]) => ({ id, votes: count })),
  });
  const seats = Object.fromEntries(ruling.lists.map((list) => [list.id, list.seats]));
  if (ruling.next.kind !== "lot") return { ...seats, next: ruling.next.kind };
  return { ...seats, next: "lot_for_last_seat", between: ruling.next.between };
}

function ofWaiver(rules: Rules, facts: Facts): unknown {
  const vote = facts.facts("waiverVote");
  return electionMethod(rules, {
    yes: vote.number("yes"),
    no: vote.number("no"),
    abstain: vote.numberOr(0, "abstain"),
  });
}

function ofSharedOffice(rules: Rules, facts: Facts): unknown {
  const holders = facts.texts("holders").length;
  const ruling = sharedOffice(rules, { holders, seats: facts.has("carrier", "organisation") ? 1 : holders });
  const { isPossible, offices, seatVotes } = ruling;
  return { representable: isPossible, officeCount: offices, holderCount: ruling.holders, seatVotes };
}

function ofLeader(facts: Facts): unknown {
  const answer = electionLeader(facts.text("electionLeader"), facts.texts("candidates"));
  return { next: answer === "handsOver" ? "new_election_leader_for_this_ballot" : "ballot" };
}

function ofCandidate(rules: Rules, candidate: Facts): unknown {
  const type = candidate.textOr("free", "type", "kind");
  const ruling = eligibility(rules, {
    votingRight: candidate.value("votingRight") !== false && candidate.value("voting") !== false,
    organization: type === "public" || type === "free" ? type : "other",
    isBarred: candidate.flag("barred"),
  });
  return { is: ruling.eligible, eligible: ruling.eligible, reason: ruling.reason };
}

function ofMode(rules: Rules, facts: Facts, choice: Choice): unknown {
  const candidates = facts.has("candidates") ? facts.list("candidates").length : 1;
  const seats = facts.numberOr(1, "seats");
  const objections = facts.numberOr(0, "objections");
  if ("election.enBloc" in choice) {
    const { mode } = enBlocMode(rules, { candidates, seats, objections });
    return { mode: mode === "together" ? "en_bloc" : "einzeln" };
  }
  const secretDemand = facts.numberOr(0, "secretDemand");
  const present = facts.numberOr(0, "present");
  const { mode, reason } = electionMode(rules, { candidates, seats, objections, secretDemand, presentSeats: present });
  return { is: mode === "secret" ? "geheim" : "offen", mode: mode === "secret" ? "geheim" : "offen", reason };
}
