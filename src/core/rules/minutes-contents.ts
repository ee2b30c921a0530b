import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type MinutesContentsRuling = Derivation<"protocol.required"> & {
  readonly isComplete: boolean;
  /** Pflichtangaben that are not there, in the order of the rules. */
  readonly missing: readonly string[];
};

/** Pflichtangaben der Niederschrift (GO; § 93 VwVfG as model). `there`: whether each is filled in; what is not named is missing. */
export function minutesContents(rules: Rules, there: Readonly<Record<string, boolean>>): MinutesContentsRuling {
  const setting = rules.protocol.required;
  const missing = setting.value.filter((field) => there[field] !== true);
  return {
    rule: "protocol.required",
    citation: cite("protocol.required", setting),
    alsoFrom: [],
    isComplete: missing.length === 0,
    missing,
  };
}

export type MinutesApprovalRuling = Derivation<"protocol.approval"> & {
  /** Whether the meeting votes on the minutes. */
  readonly isVoteNeeded: boolean;
  /** Einwendungen, which are dealt with one by one. */
  readonly objections: number;
  /** Approved as things stand, without a vote. */
  readonly isApproved: boolean;
};

/**
 * Genehmigung der Niederschrift (GO): by the next meeting, by treating objections only, by silence after the period, or by
 * signature. `isPeriodOver`: the period for objections has run out; `isSigned`: all signatures are there.
 */
export function minutesApproval(
  rules: Rules,
  input: { readonly objections: number; readonly isPeriodOver: boolean; readonly isSigned: boolean },
): MinutesApprovalRuling {
  const { approval, sign } = rules.protocol;
  const derivation = { rule: "protocol.approval", citation: cite("protocol.approval", approval) } as const;
  const { objections } = input;
  switch (approval.value) {
    case "nextMeeting":
      return { ...derivation, alsoFrom: [], isVoteNeeded: true, objections, isApproved: false };
    case "objectionsOnly":
      return { ...derivation, alsoFrom: [], isVoteNeeded: objections > 0, objections, isApproved: objections === 0 };
    case "silence": {
      const isApproved = objections === 0 && input.isPeriodOver;
      const alsoFrom = [cite("protocol.objectionWithin", rules.protocol.objectionWithin)];
      return { ...derivation, alsoFrom, isVoteNeeded: objections > 0, objections, isApproved };
    }
    case "signature": {
      const alsoFrom = [cite("protocol.sign", sign)];
      return { ...derivation, alsoFrom, isVoteNeeded: objections > 0, objections, isApproved: input.isSigned };
    }
  }
}
