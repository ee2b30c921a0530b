import { appeal } from "../../../src/core/rules/appeal.ts";
import { rollCallDemand, secretDemand, votingMode } from "../../../src/core/rules/demands.ts";
import { everyGroupHeard, proceduralAdmission } from "../../../src/core/rules/procedural-admission.ts";
import { closedDebate, closedList } from "../../../src/core/rules/procedural-effects.ts";
import {
  proceduralRuling,
  proceduralSpeeches,
  tallyOf as votesOf,
} from "../../../src/core/rules/procedural-opposition.ts";
import { proceduralOrder, proceduralTurn } from "../../../src/core/rules/procedural-order.ts";
import { proceduralKindNamed } from "../../../src/core/rules/procedural-words.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import type { ProceduralKind } from "../../../src/core/rules/rules-meeting.ts";
import { type Facts, factsOf, UnknownShape } from "../facts.ts";

type Choice = Readonly<Record<string, unknown>>;

/** Geschäftsordnungsanträge, and the demands for a secret vote or a roll call. */
export function proceduralCase(rules: Rules, input: unknown, choice: Choice): unknown {
  const facts = factsOf(input);
  if (facts.has("speeches")) return ofSpeeches(rules, facts);
  if (facts.has("demanders", "demands", "demand")) return ofDemand(rules, facts, choice);
  if (facts.has("appeal")) return ofAppeal(rules, facts);
  if (facts.has("pending")) return ofOrder(rules, facts);
  if (facts.has("groups"))
    return everyGroupHeard(rules, { groups: facts.texts("groups"), spoke: facts.texts("spoke") });
  if (facts.has("queue")) return ofQueue(rules, facts, choice);
  if (facts.has("speaking")) return ofTurn(rules, facts);
  if (facts.has("by", "minutes")) return ofAdmission(rules, facts);
  return ofVote(rules, facts, choice);
}

/** The kind named in words, or the one whose settings are chosen. */
function kindOf(facts: Facts, choice: Choice): ProceduralKind {
  const named = proceduralKindNamed(facts.textOr("", "motion", "kind"));
  const chosen = Object.keys(choice)
    .map((path) => /^goAntrag\.([a-zA-Z]+)\.threshold$/u.exec(path)?.[1])
    .find((kind) => kind !== undefined);
  // Settings of single kinds of motions bear their names.
  return named ?? (chosen as ProceduralKind | undefined) ?? "strawPoll";
}

function ofVote(rules: Rules, facts: Facts, choice: Choice): unknown {
  const opposition = facts.has("opposition") ? { reason: facts.facts("opposition").textOr("", "reason") } : null;
  const isCounted = facts.has("yes");
  const present = facts.has("present") ? { present: facts.number("present") } : {};
  const members = facts.has("votingSeats") ? { members: facts.number("votingSeats") } : {};
  const votes = { yes: facts.numberOr(0, "yes"), no: facts.numberOr(0, "no"), ...present, ...members };
  const ruling = proceduralRuling(rules, {
    kind: kindOf(facts, choice),
    opposition: opposition ?? (isCounted ? { reason: "" } : null),
    ...(isCounted ? { votes: votesOf({ ...votes, abstain: facts.numberOr(0, "abstain") }) } : {}),
  });
  const votesNeeded = ruling.majority?.votesNeeded;
  return { is: ruling.outcome, result: ruling.outcome, vote: ruling.needsVote, votesNeeded };
}

function ofSpeeches(rules: Rules, facts: Facts): unknown {
  const words = { for: "für", against: "gegen" } as const;
  const speeches = facts.texts("speeches").map((side) => (side === "für" || side === "pro" ? "for" : "against"));
  const { allowed, refused } = proceduralSpeeches(rules, speeches);
  return { allowed: allowed.map((side) => words[side]), refused: refused.map((side) => words[side]) };
}

const MODES = { open: "offen", secret: "geheim", rollCall: "namentlich" } as const;

function ofDemand(rules: Rules, facts: Facts, choice: Choice): unknown {
  if (facts.has("demands")) {
    const demands = facts.texts("demands");
    const { mode } = votingMode(rules, {
      secret: demands.includes("geheim"),
      rollCall: demands.includes("namentlich"),
    });
    return { is: MODES[mode], mode: MODES[mode] };
  }
  const present = facts.numberOr(facts.numberOr(1, "votingSeats"), "present");
  const counts = {
    demands: facts.numberOr(present, "demanders"),
    presentSeats: present,
    votingSeats: facts.numberOr(present, "votingSeats", "members"),
  };
  const isRollCall = facts.value("demand") === "namentlich" || "vote.rollCall" in choice;
  const procedure = facts.has("on") ? { procedure: facts.text("on") } : {};
  const ruling = isRollCall ? rollCallDemand(rules, { ...counts, ...procedure }) : secretDemand(rules, counts);
  const granted = isRollCall ? "namentlich" : "geheim";
  const mode = ruling.isGranted ? granted : "offen";
  return { is: mode, mode, admissible: ruling.isGranted, needed: ruling.needed, reason: ruling.reason };
}

function ofAppeal(rules: Rules, facts: Facts): unknown {
  const votes = facts.facts("appeal");
  const ruling = appeal(rules, { yes: votes.number("yes"), no: votes.number("no") });
  return { ruling: ruling.chairRuling, allowed: ruling.isAllowed };
}

function ofOrder(rules: Rules, facts: Facts): unknown {
  const pending = facts.texts("pending").map((name) => {
    const kind = proceduralKindNamed(name);
    if (kind === undefined) throw new UnknownShape(`no procedural motion ${name}`);
    return { name, kind };
  });
  return { order: proceduralOrder(rules, pending).order.map(({ name }) => name) };
}

function ofQueue(rules: Rules, facts: Facts, choice: Choice): unknown {
  const queue = facts.texts("queue");
  const isDebate =
    proceduralKindNamed(facts.textOr("", "motion")) === "closeDebate" || "goAntrag.closeDebate" in choice;
  if (facts.textOr("accepted", "result") !== "accepted") return { queue };
  if (isDebate) {
    const closed = closedDebate(rules, { queue });
    return { queue: closed.queue, dropped: closed.dropped, vote: "now" };
  }
  const asking = facts.has("newRequest") ? [facts.text("newRequest")] : [];
  const closed = closedList(rules, { queue, newRequests: asking });
  const answers = asking.map((one) => [one, closed.refused.includes(one) ? "refused" : "admitted"]);
  return { queue: closed.queue, lastCall: closed.hasLastCall, ...Object.fromEntries(answers) };
}

function ofTurn(rules: Rules, facts: Facts): unknown {
  const queue = facts.has("next") ? [facts.text("next")] : [];
  const turn = proceduralTurn(rules, { speaking: facts.text("speaking"), queue });
  return { handledAfter: turn.handledAfter, before: turn.before ?? "next in queue" };
}

function ofAdmission(rules: Rules, facts: Facts): unknown {
  const ruling = proceduralAdmission(rules, {
    kind: proceduralKindNamed(facts.textOr("", "motion")) ?? "interrupt",
    by: facts.textOr("", "by"),
    spokeOnItem: facts.has("spokeOnItem") ? facts.texts("spokeOnItem") : [],
    ...(facts.has("minutes") ? { minutes: facts.number("minutes") } : {}),
  });
  return { is: ruling.isAdmissible, admissible: ruling.isAdmissible, reason: ruling.reason };
}
