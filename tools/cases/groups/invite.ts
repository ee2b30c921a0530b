import { callDefect, callObjection, type ObjectionMoment } from "../../../src/core/rules/call-defect.ts";
import { type InvitationContent, invitationContent } from "../../../src/core/rules/invitation-content.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { isRecord } from "../compare.ts";
import { type Facts, factsOf } from "../facts.ts";
import { deadlineCase } from "./deadline.ts";

const NOTES = {
  allPresentNoObjection: "all_present_no_objection",
  curedByParticipation: "cured_by_participation",
  noObjection: "no_objection",
  should: "should",
} as const;

/** Ladung: its contents, a defect and the objection to it. */
export function inviteCase(rules: Rules, input: unknown, choice: Readonly<Record<string, unknown>>): unknown {
  const facts = factsOf(input);
  if (facts.has("objectionAt")) return ofObjection(rules, facts.text("objectionAt"));
  if (facts.has("defect")) return ofDefect(rules, facts);
  if ("invite.required" in choice) return ofContent(rules, input);
  return deadlineCase(rules, input, choice);
}

function ofObjection(rules: Rules, moment: string): unknown {
  const ruling = callObjection(rules, momentOf(moment));
  return { considered: ruling.isInTime, recorded: ruling.isRecorded };
}

function ofDefect(rules: Rules, facts: Facts): unknown {
  const votingSeats = facts.number("votingSeats");
  const ruling = callDefect(rules, {
    defect: "period",
    votingSeats,
    present: facts.numberOr(votingSeats, "present"),
    objections: facts.numberOr(0, "objections"),
  });
  return { considered: ruling.isConsidered, note: ruling.note === undefined ? undefined : NOTES[ruling.note] };
}

function ofContent(rules: Rules, input: unknown): unknown {
  // Texts, lists or nothing, as an invitation has them.
  const ruling = invitationContent(rules, (isRecord(input) ? input : {}) as InvitationContent);
  return { sendAllowed: ruling.isComplete, missing: ruling.missing };
}

function momentOf(moment: string): ObjectionMoment {
  if (/^(?:vor|zu) |Beginn|Eröffnung/u.test(moment)) return "beforeFirstItem";
  return /nach (?:der )?Sitzung|nach Schluss/u.test(moment) ? "afterMeeting" : "duringMeeting";
}
