import { requireCounts } from "./integers.ts";
import { type MajorityRuling, majority } from "./majority.ts";
import { majorityRequirement, votesNeededOf } from "./majority-requirement.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type UnannouncedRuling = Derivation<"agenda.unannounced"> & {
  readonly voteAllowed: boolean;
  readonly debateAllowed: boolean;
  /** Was stattdessen möglich ist. */
  readonly instead: "nothingNeeded" | "urgentOrNextMeeting";
};

/** Nicht angekündigter Gegenstand (GO; § 32 Abs. 1 S. 2 BGB as model): no decision on it; debate stays free unless refused altogether. */
export function unannouncedItem(
  rules: Rules,
  input: { readonly announced: boolean; readonly admittedAsUrgent?: boolean | undefined },
): UnannouncedRuling {
  const { unannounced, urgentThreshold } = rules.agenda;
  const isKnown = input.announced || input.admittedAsUrgent === true;
  const isFree = isKnown || unannounced.value === "allowed";
  return {
    rule: "agenda.unannounced",
    citation: cite("agenda.unannounced", unannounced),
    alsoFrom: input.admittedAsUrgent === true ? [cite("agenda.urgentThreshold", urgentThreshold)] : [],
    voteAllowed: isFree,
    debateAllowed: isFree || unannounced.value === "debateOnly",
    instead: isFree ? "nothingNeeded" : "urgentOrNextMeeting",
  };
}

export type UrgentAdmissionRuling = Derivation<"agenda.urgentAdmission"> & {
  readonly admitted: boolean;
  /** Ja votes needed, with the numbers given; absent where nothing is voted on. */
  readonly votesNeeded?: number;
  /** Objections at which it is not admitted; absent where it is voted on. */
  readonly objectionsNeeded?: number;
  readonly majority?: MajorityRuling;
};

/** Aufnahme eines dringlichen Punktes (GO): by a vote with its own majority, or unless so many object. */
export function urgentAdmission(
  rules: Rules,
  input: {
    readonly present: number;
    readonly yes?: number | undefined;
    readonly no?: number | undefined;
    readonly abstain?: number | undefined;
    readonly members?: number | undefined;
    readonly objections?: number | undefined;
  },
): UrgentAdmissionRuling {
  const { urgentAdmission: setting } = rules.agenda;
  const { present, yes = 0, no = 0, abstain = 0, members = present, objections = 0 } = input;
  requireCounts({ present, objections });
  const citation: Citation = cite("agenda.urgentAdmission", setting);
  if (setting.value.kind === "noObjection") {
    const { n } = setting.value;
    const base = { rule: "agenda.urgentAdmission", citation, alsoFrom: [] } as const;
    return { ...base, admitted: objections < n, objectionsNeeded: n };
  }
  const required = majorityRequirement(rules, "urgentItem");
  const ruling = majority(rules, { yes, no, abstain, invalid: 0, present, members }, "urgentItem");
  return {
    rule: "agenda.urgentAdmission",
    citation: required.citation,
    alsoFrom: [citation, ...ruling.alsoFrom],
    admitted: ruling.outcome === "carried",
    votesNeeded: votesNeededOf(required, present, members) ?? ruling.votesNeeded,
    majority: ruling,
  };
}
