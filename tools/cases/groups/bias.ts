import { decideOnConflict } from "../../../src/core/rules/conflict-decision.ts";
import {
  type Benefit,
  conflictOfInterest,
  type MatterKind,
  type Relation,
} from "../../../src/core/rules/conflict-of-interest.ts";
import { excludedVote } from "../../../src/core/rules/excluded-vote.ts";
import { excludedStillHere, leavingTheRoom } from "../../../src/core/rules/leaving-the-room.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { absenceSentence } from "../../../src/texts/rulings-conflicts.ts";
import { type Facts, factsOf } from "../facts.ts";
import { tallyOf } from "./majority.ts";

/** Befangenheit. */
export function conflictCase(rules: Rules, input: unknown): unknown {
  const facts = factsOf(input);
  if (facts.has("excludedVote")) return ofExcludedVote(rules, facts);
  if (facts.has("yes", "no")) return ofDecision(rules, facts);
  if (facts.has("events")) return ofLeaving(rules, facts);
  if (facts.has("channelMembersDuringItem")) return ofChannel(rules, facts);
  return ofFacts(rules, facts);
}

function ofDecision(rules: Rules, facts: Facts): unknown {
  const { yes, no, abstain, invalid } = tallyOf(facts);
  const ruling = decideOnConflict(rules, {
    votingSeats: facts.number("votingSeats"),
    affected: facts.numberOr(1, "affected"),
    ...{ yes, no, abstain, invalid },
  });
  return { eligible: ruling.eligible, result: ruling.result === "excluded" ? "excluded" : "not_excluded" };
}

function ofExcludedVote(rules: Rules, facts: Facts): unknown {
  const vote = facts.text("excludedVote");
  const kinds = ["yes", "no", "abstain", "invalid"] as const;
  const ruling = excludedVote(
    rules,
    tallyOf(facts),
    kinds.filter((kind) => kind === vote),
  );
  const { yes, no, abstain } = ruling.without.tally;
  return { without: { yes, no, abstain }, resolution: ruling.resolution === "void" ? "void" : "valid" };
}

function ofLeaving(rules: Rules, facts: Facts): unknown {
  const events = facts.many("events");
  const left = events.filter((event) => event.has("leave"));
  const back = events.filter((event) => event.has("return"));
  const absences = left.map((event, index) => {
    const until = back[index];
    return { from: event.text("t"), ...(until === undefined ? {} : { until: until.text("t") }) };
  });
  const item = facts.facts("item");
  const [from, to] = item.has("debate") ? item.texts("debate") : [];
  const ruling = leavingTheRoom(rules, {
    absences,
    ...(from === undefined || to === undefined ? {} : { debate: { from, to } }),
    ...(item.has("vote") ? { vote: item.text("vote") } : {}),
  });
  const person = left[0]?.text("leave") ?? "";
  return { ok: ruling.ok, minutes: absences.map((absence) => absenceSentence(person, absence)).join(" ") };
}

function ofChannel(rules: Rules, facts: Facts): unknown {
  const { stillHere } = excludedStillHere(rules, [facts.text("excluded")], facts.texts("channelMembersDuringItem"));
  return stillHere.length > 0 ? { warn: "excluded_person_in_channel" } : { ok: true };
}

/** What a person declares, in words; an election is one by its name or by its candidates. */
function ofFacts(rules: Rules, facts: Facts): unknown {
  const words = facts
    .names()
    .map((name) => `${name} ${String(facts.value(name))}`)
    .join("; ");
  const ruling = conflictOfInterest(rules, {
    relation: RELATIONS.find(([pattern]) => pattern.test(words))?.[1] ?? "own",
    itemKind: facts.has("candidate")
      ? "election"
      : (MATTERS.find(([pattern]) => pattern.test(words))?.[1] ?? "decision"),
    ...benefitOf(words),
  });
  return { is: ruling.isExcluded, excluded: ruling.isExcluded, reason: ruling.reason };
}

const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
  [/vorstand|board/iu, "executive"],
  [/angestellt|beschäftigt|employ|paid|geschäftsführ/iu, "paid"],
  [/angehörig(?!e[rn]? einer gruppe)|verwandt|relative/iu, "relative"],
  [/gruppe|group/iu, "groupMember"],
];

const MATTERS: readonly (readonly [RegExp, MatterKind])[] = [
  [/\bwahl\b/iu, "election"],
  [/rechtsgeschäft|vertrag|transaction/iu, "legalTransaction"],
  [/rechtsstreit|klage|lawsuit/iu, "lawsuit"],
  [/bedarf|planung|planning|allgemein|general/iu, "planning"],
];

function benefitOf(words: string): { readonly benefit?: Benefit } {
  if (/unmittelbar|direct|sonderinteresse|special/iu.test(words)) return { benefit: "direct" };
  return /gruppe|group/iu.test(words) ? { benefit: "group" } : {};
}
