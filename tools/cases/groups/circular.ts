import type { Rules } from "../../../src/core/rules/rules.ts";
import { writtenAdmission } from "../../../src/core/rules/written-procedure-admission.ts";
import { writtenDuties } from "../../../src/core/rules/written-procedure-duties.ts";
import { writtenObjection } from "../../../src/core/rules/written-procedure-objection.ts";
import { writtenDays } from "../../../src/core/rules/written-procedure-period.ts";
import { writtenProgress } from "../../../src/core/rules/written-procedure-progress.ts";
import {
  type WrittenCounts,
  type WrittenRuling,
  writtenResult,
} from "../../../src/core/rules/written-procedure-result.ts";
import { type WrittenSeatVote, writtenSeatVote } from "../../../src/core/rules/written-procedure-vote.ts";
import { type Facts, factsOf } from "../facts.ts";
import { tallyOf } from "./majority.ts";

/** Umlaufverfahren: its admission, its period, the objection to it, and what it comes to. */
export function writtenCase(rules: Rules, input: unknown): unknown {
  if (typeof input === "number") return { is: writtenDays(rules, input).outcome };
  const facts = factsOf(input);
  if (facts.has("type", "subject")) return ofSubject(rules, facts);
  if (facts.has("closed")) return { tasks: writtenDuties(rules).duties.map((duty) => DUTIES[duty]) };
  if (facts.has("days")) return { is: writtenDays(rules, facts.number("days")).outcome };
  if (facts.has("member", "deputy", "ballots")) return ofSeat(rules, facts);
  if (facts.has("dayOfDeadline")) return ofProgress(rules, facts);
  if (!facts.has("yes", "silent")) return ofObjection(rules, facts);
  return resultOf(writtenResult(rules, countsOf(facts)));
}

const DUTIES = {
  immediatelyText: "Beschluss im Wortlaut an alle",
  nextMeeting: "TOP Bericht über Umlaufbeschlüsse in der nächsten Sitzung",
} as const;

function ofSubject(rules: Rules, facts: Facts): unknown {
  const ruling = writtenAdmission(rules, {
    subject: facts.text("type", "subject"),
    isUrgent: facts.flag("urgent"),
    isSimple: facts.flag("simple"),
    byChair: facts.flag("byChair"),
    isAuthorized: facts.flag("authorized"),
  });
  return { is: ruling.isAllowed ? "allowed" : "refused", allowed: ruling.isAllowed, reason: ruling.reason };
}

function ofObjection(rules: Rules, facts: Facts): unknown {
  const seats = facts.has("votingSeats") ? { votingSeats: facts.number("votingSeats") } : {};
  const ruling = writtenObjection(rules, { objections: facts.number("objections"), ...seats });
  const next = ruling.next === undefined ? undefined : "next_meeting";
  return { is: ruling.procedure, procedure: ruling.procedure, next, needed: ruling.needed };
}

function countsOf(facts: Facts): WrittenCounts {
  const { yes, no, abstain, invalid } = tallyOf(facts);
  return {
    ...{ yes, no, abstain, invalid },
    votingSeats: facts.number("votingSeats", "members"),
    recused: facts.numberOr(0, "excluded", "recused"),
    objections: facts.numberOr(0, "objections"),
    ...(facts.has("silent") ? { silent: facts.number("silent") } : {}),
    ...(facts.has("delivered") ? { delivered: facts.number("delivered") } : {}),
  };
}

const REASONS: Readonly<Record<NonNullable<WrittenRuling["reason"]>, string>> = {
  notDeliveredToAll: "not_delivered_to_all",
  objections: "objections",
  noSeats: "no_seats",
  everyoneRecused: "everyone_excluded",
  participation: "participation",
  majorityMissed: "majority_missed",
  tie: "tie",
  noVotes: "no_votes",
  notAllConsent: "not_all_consent",
};

function resultOf(ruling: WrittenRuling): Readonly<Record<string, unknown>> {
  const stopped = ruling.silenceConsents && ruling.reason === "objections" ? "not_adopted" : "procedure_void";
  const results = { carried: "accepted", rejected: "rejected", noResult: "no_result", void: stopped } as const;
  return {
    is: results[ruling.outcome],
    result: results[ruling.outcome],
    tie: ruling.reason === "tie",
    votesNeeded: ruling.majority?.votesNeeded,
    participants: ruling.participants,
    needed: ruling.participantsNeeded,
    ...(ruling.next === undefined ? {} : { next: "next_meeting" }),
    ...(ruling.reason === undefined ? {} : { reason: REASONS[ruling.reason] }),
  };
}

function ofProgress(rules: Rules, facts: Facts): unknown {
  const isOver = facts.number("dayOfDeadline") > facts.number("deadlineDays");
  const progress = writtenProgress(rules, countsOf(facts), isOver);
  const result = resultOf(progress.ruling);
  if (progress.status === "open") return { ...result, is: "open", result: "open", provisional: result["result"] };
  return { ...result, early: progress.early };
}

/** Votes of member and substitute, as a list in the order they came in or each by its name. */
function ofSeat(rules: Rules, facts: Facts): unknown {
  const deadline = facts.textOr("9999", "deadline", "closed", "ends");
  const voteOf = (by: "member" | "substitute", given: Facts | string): WrittenSeatVote<string> => {
    if (typeof given === "string") return { by, vote: given, inTime: true };
    return {
      by,
      vote: given.text("vote"),
      inTime: !given.has("at") || given.text("at").slice(0, deadline.length) <= deadline,
    };
  };
  const named = (name: string): Facts | string | undefined => {
    const value = facts.value(name);
    return typeof value === "string" || value === undefined ? value : factsOf(value);
  };
  const listed = facts.has("ballots") ? facts.many("ballots") : [];
  const isMember = (ballot: Facts): boolean => /member|mitglied/iu.test(ballot.textOr("", "by", "role", "person"));
  const [substitute, member] = [named("deputy") ?? named("substitute"), named("member")];
  const ruling = writtenSeatVote(rules, [
    ...listed.map((ballot) => voteOf(isMember(ballot) ? "member" : "substitute", ballot)),
    ...(substitute === undefined ? [] : [voteOf("substitute", substitute)]),
    ...(member === undefined ? [] : [voteOf("member", member)]),
  ]);
  return { is: ruling.vote, seatVote: ruling.vote, counts: ruling.by === "substitute" ? "deputy" : ruling.by };
}
