import { alternativeVote, runoffOfTwo } from "../../../src/core/rules/alternatives.ts";
import { amendedMotion, amendmentPurpose, takeOver } from "../../../src/core/rules/amendments.ts";
import { division, enBlocVote } from "../../../src/core/rules/joint-vote.ts";
import { unannouncedItem, urgentAdmission } from "../../../src/core/rules/late-item.ts";
import { majority } from "../../../src/core/rules/majority.ts";
import type { MajorityPurpose } from "../../../src/core/rules/majority-requirement.ts";
import { motionOrder, settledByAcceptance } from "../../../src/core/rules/motion-order.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { rulesChange } from "../../../src/core/rules/rules-change.ts";
import { isRecord } from "../compare.ts";
import { type Facts, factsOf } from "../facts.ts";
import { answerOf, tallyOf } from "./majority.ts";

type Choice = Readonly<Record<string, unknown>>;

/** Reihenfolge der Anträge, what is joined, divided or urgent, and changes of the rules. */
export function motionOrderCase(rules: Rules, input: unknown, choice: Choice): unknown {
  const facts = factsOf(input);
  const isAbout = (prefix: string): boolean => Object.keys(choice).some((name) => name.startsWith(prefix));
  if (facts.has("preference")) return ofPreference(rules, facts);
  if (facts.has("competing")) return ofCompeting(rules, facts);
  if (facts.has("amendments")) return ofAmendments(rules, facts);
  if (facts.has("amendment")) return ofAmendment(rules, facts);
  if (isAbout("motionOrder.division")) return ofDivision(rules, facts);
  if (isAbout("motionOrder.enBloc")) return ofEnBloc(rules, facts);
  if (facts.has("announced") && (!facts.has("yes") || !facts.flag("announced")))
    return ofUnannounced(rules, facts, isAbout("goChange"));
  if (isAbout("agenda.urgent")) return ofUrgency(rules, facts);
  if (isAbout("motionOrder.essentialChange"))
    return ofVote(rules, facts, amendmentPurpose(rules, { isEssential: facts.value("essential") !== false }));
  return ofVote(rules, facts, purposeOf(isAbout));
}

function purposeOf(isAbout: (prefix: string) => boolean): MajorityPurpose {
  if (isAbout("goChange")) return "goChange";
  return isAbout("goDeviation") ? "goDeviation" : "motion";
}

function ofPreference(rules: Rules, facts: Facts): unknown {
  const preference = Object.entries(facts.counts("preference")).map(([id, votes]) => ({ id, votes }));
  if (facts.has("runoff") || rules.motionOrder.rule.value === "runoff2") {
    const runoff = facts.has("runoff") ? { runoff: facts.counts("runoff") } : {};
    const ruling = runoffOfTwo(rules, { preference, ...runoff });
    return { order: ruling.ranking, runoff: ruling.runoff, adopted: ruling.adopted, notVoted: ruling.notVoted };
  }
  const given = facts.value("votes");
  const votes = Object.entries(isRecord(given) ? given : {}).map(([id, counts]) => {
    const { yes, no, abstain } = tallyOf(factsOf(counts));
    return [id, { yes, no, abstain }] as const;
  });
  const ruling = alternativeVote(rules, { preference, votes: Object.fromEntries(votes) });
  return { order: ruling.order, adopted: ruling.adopted, notVoted: ruling.notVoted, ranking: ruling.ranking };
}

function ofCompeting(rules: Rules, facts: Facts): unknown {
  const competing = facts.many("competing").map((one) => ({
    id: one.text("id"),
    reach: one.has("reach") ? one.number("reach") : null,
    ...(one.has("at") ? { at: one.text("at") } : {}),
  }));
  if (!facts.has("results")) {
    const main = facts.has("main") ? { main: facts.text("main") } : {};
    return motionOrder(rules, { amendments: competing, ...main });
  }
  const given = facts.facts("results");
  const results = given.names().map((id) => [id, given.text(id) === "accepted" ? "accepted" : "rejected"] as const);
  return settledByAcceptance(rules, { competing, results: Object.fromEntries(results) });
}

function ofAmendments(rules: Rules, facts: Facts): unknown {
  const amendments = facts.texts("amendments").map((id) => ({ id }));
  return motionOrder(rules, { amendments, ...(facts.has("main") ? { main: facts.text("main") } : {}) });
}

function ofAmendment(rules: Rules, facts: Facts): unknown {
  const name = facts.text("amendment");
  const { voteOnAmendment } = takeOver(rules, { adoptedByMover: facts.flag("adoptedByMover") });
  const main = facts.textOr("M", "main");
  const voted = facts.value("amendmentResult") === "accepted" ? "accepted" : "rejected";
  const result = voteOnAmendment ? voted : "takenOver";
  const { wording, changed, includes } = amendedMotion(rules, {
    wording: main,
    amendments: [{ id: name, result, ...(facts.has("main") ? { wording: name } : {}) }],
  });
  return {
    voteOnAmendment,
    finalText: wording,
    mainText: includes.length === 0 ? main : `with ${includes.join(", ")}`,
    oparlResult: changed ? "Geändert beschlossen" : "Unverändert beschlossen",
  };
}

function ofDivision(rules: Rules, facts: Facts): unknown {
  const { outcome } = division(rules, {
    demandedBy: facts.textOr("member", "by", "demandedBy") === "mover" ? "mover" : "member",
  });
  return { is: outcome, result: outcome, divided: outcome === "granted", vote: outcome === "vote" };
}

function ofEnBloc(rules: Rules, facts: Facts): unknown {
  const motions = facts.has("motions") ? facts.list("motions").length : 2;
  const ruling = enBlocVote(rules, {
    motions,
    isCompeting: facts.flag("competing"),
    objections: facts.numberOr(0, "objections"),
  });
  return { mode: ruling.isAllowed ? "en_bloc" : "einzeln", reason: ruling.reason };
}

function ofUnannounced(rules: Rules, facts: Facts, isRulesChange: boolean): unknown {
  const announced = facts.flag("announced");
  if (isRulesChange) {
    const ruling = rulesChange(rules, { announced, byUmlauf: facts.flag("umlauf") });
    return {
      is: ruling.voteAllowed,
      voteAllowed: ruling.voteAllowed,
      allowed: ruling.voteAllowed,
      result: ruling.voteAllowed ? undefined : "refused",
      reason: ruling.reason,
    };
  }
  const ruling = unannouncedItem(rules, { announced, admittedAsUrgent: facts.flag("urgent") });
  return {
    voteAllowed: ruling.voteAllowed,
    debateAllowed: ruling.debateAllowed,
    suggest: ruling.instead === "nothingNeeded" ? undefined : "Meinungsbild oder nächste Sitzung",
  };
}

function ofUrgency(rules: Rules, facts: Facts): unknown {
  const { yes, no, abstain } = tallyOf(facts);
  const ruling = urgentAdmission(rules, {
    present: facts.numberOr(yes + no + abstain, "present"),
    ...{ yes, no, abstain },
    objections: facts.numberOr(0, "objections"),
  });
  return { is: ruling.admitted, admitted: ruling.admitted, votesNeeded: ruling.votesNeeded };
}

function ofVote(rules: Rules, facts: Facts, purpose: MajorityPurpose): unknown {
  const ruling = majority(rules, tallyOf(facts), purpose);
  const isCarried = ruling.outcome === "carried";
  return { ...answerOf(ruling), allowed: isCarried, admitted: isCarried };
}
