import { publicSideVotes } from "../../../src/core/rules/counted-votes.ts";
import { heldSeats } from "../../../src/core/rules/held-seats.ts";
import { lateArrival } from "../../../src/core/rules/late-arrival.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { type SeatRole, seatVoter } from "../../../src/core/rules/seat-vote.ts";
import { type SeatBallot, seatVote } from "../../../src/core/rules/split-vote.ts";
import { votingRight } from "../../../src/core/rules/voting-right.ts";
import { type Facts, factsOf } from "../facts.ts";

/** Sitze und Stimmrecht. */
export function seatCase(rules: Rules, input: unknown): unknown {
  const facts = factsOf(input);
  if (facts.has("arrived")) return ofArrival(rules, facts);
  if (facts.has("contractEnd", "suspended", "memberUntil")) return ofRight(rules, facts);
  if (facts.has("claims", "poa")) return ofClaims(rules, facts);
  if (facts.has("ballots")) return ofBallots(rules, facts);
  return ofVoter(rules, facts);
}

function ofArrival(rules: Rules, facts: Facts): unknown {
  const ruling = lateArrival(rules, { openedAt: facts.text("opened"), arrivedAt: facts.text("arrived") });
  return { counted: ruling.isCounted, late: ruling.isLate };
}

function ofRight(rules: Rules, facts: Facts): unknown {
  const ruling = votingRight(rules, {
    date: facts.textOr("0000-00-00", "meeting", "on", "date"),
    ...(facts.has("contractEnd") ? { contractUntil: facts.text("contractEnd") } : {}),
    ...(facts.has("memberUntil") ? { memberUntil: facts.text("memberUntil") } : {}),
    isSuspended: facts.flag("suspended"),
  });
  const { role, countsForQuorum, reason } = ruling;
  return { is: ruling.votingRight, votingRight: ruling.votingRight, role, countsForQuorum, reason };
}

function ofClaims(rules: Rules, facts: Facts): unknown {
  const meeting = facts.textOr("", "meeting");
  const powers = facts.has("poa") ? facts.many("poa") : [];
  const ruling = heldSeats(rules, {
    own: facts.has("claims") ? facts.texts("claims") : [facts.text("own")],
    powers: powers.map((power) => ({ from: power.text("from"), meeting: power.textOr(meeting, "meeting") })),
    meeting,
  });
  return { accepted: ruling.accepted, rejected: ruling.rejected.map(({ seat }) => seat), votes: ruling.votes };
}

type Answer = "yes" | "no" | "abstain";

/** Several votes of one seat. Ballots without a person are those of several people of the seat. */
function ofBallots(rules: Rules, facts: Facts): unknown {
  const given = facts.list("ballots");
  const closed = facts.textOr("99:99", "closed");
  const chairs = facts.has("persons")
    ? facts.texts("persons").filter((person) => /Sprecher|Vorsitz/u.test(person))
    : [];
  const isChair = (person: string): boolean => chairs.some((chair) => chair.startsWith(`${person} `));
  const ballots = given.map((ballot, index): SeatBallot<Answer> => {
    // Votes of a case are Ja, Nein or Enthaltung.
    if (typeof ballot === "string") return { person: String(index + 1), vote: ballot as Answer };
    const one = factsOf(ballot);
    const person = one.textOr("A", "person");
    const vote = one.text("vote") as Answer;
    return { person, vote, isChair: isChair(person), isAfterClose: one.textOr("", "at") > closed, ...roleOf(one) };
  });
  const designated = facts.has("designated") ? { designated: facts.text("designated") } : {};
  const ruling = seatVote(rules, ballots, { ...designated, isSecret: facts.flag("secret") });
  const seatCounted = publicSideVotes(rules, ballots);
  const own = ruling.vote === undefined ? [] : [ruling.vote];
  const counted = facts.textOr("", "seat") === "Jugendamt" ? seatCounted.votes : own;
  return {
    seatVote: ruling.vote === "invalid" ? "not_cast" : ruling.vote,
    by: ruling.by,
    rejected: ruling.notCounted,
    counted: ruling.vote !== undefined && ruling.vote !== "invalid",
    votes: counted.length,
    countedYes: counted.filter((vote) => vote === "yes").length,
  };
}

function roleOf(ballot: Facts): { readonly role?: SeatRole } {
  const role = ballot.textOr("", "role");
  if (/deputy|vertret|substitute/iu.test(role)) return { role: "namedDeputy" };
  return /poa|proxy|vollmacht/iu.test(role) ? { role: "powerOfAttorney" } : {};
}

const MEMBER_HERE = ["memberPresent", "delegatePresent", "memberHere"];

/** One person who wants to vote for a seat, in its own right, as substitute or with a power of attorney. */
function ofVoter(rules: Rules, facts: Facts): unknown {
  const role = roleOf(facts).role ?? (facts.has("deputy", "substitute") ? "namedDeputy" : "delegate");
  const ruling = seatVoter(rules, {
    person: facts.text("person", "deputy", "substitute", "voter"),
    role,
    otherSeats: facts.numberOr(0, "otherSeats"),
    isChair: facts.flag("isChair"),
    ...(facts.flag(...MEMBER_HERE) ? { memberHere: facts.textOr("member", "member", "delegate") } : {}),
  });
  const allowed = ruling.isAllowed;
  const vote = allowed ? facts.value("vote") : undefined;
  return { is: allowed, allowed, accepted: allowed, counted: allowed, seatVote: vote, reason: ruling.reason };
}
