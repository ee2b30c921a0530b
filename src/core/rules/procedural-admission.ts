import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import type { ProceduralKind } from "./rules-meeting.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type ProceduralAdmissionInput = {
  readonly kind: ProceduralKind;
  readonly by: string;
  /** Whether the mover may vote, is a member without a vote, or no member at all. */
  readonly standing?: "voting" | "advisory" | "guest";
  /** Who has spoken on the item, in any order. */
  readonly spokeOnItem?: readonly string[];
  /** Length of an interruption asked for. */
  readonly minutes?: number;
};

export type ProceduralAdmissionReason = "noVote" | "noMember" | "hasSpoken" | "tooLong" | "notAppealable" | "noRepeat";

export type ProceduralAdmissionRuling = Derivation<"goAntrag.admission"> & {
  readonly kind: ProceduralKind;
  readonly isAdmissible: boolean;
  readonly reason?: ProceduralAdmissionReason;
  /** Longest interruption in minutes, where the rules set one. */
  readonly maxMinutes: number | null;
  readonly minutes?: number;
};

/** Zulässigkeit eines GO-Antrags: who may move it, and what this kind of motion asks for besides. */
export function proceduralAdmission(rules: Rules, input: ProceduralAdmissionInput): ProceduralAdmissionRuling {
  requireCounts({ minutes: input.minutes });
  const objection = objectionTo(rules, input);
  const { maxMinutes } = rules.goAntrag.interrupt.value;
  return {
    rule: "goAntrag.admission",
    citation: objection?.citation ?? ruleOf(rules, input.kind),
    alsoFrom: [],
    kind: input.kind,
    isAdmissible: objection === undefined,
    ...(objection === undefined ? {} : { reason: objection.reason }),
    maxMinutes,
    ...(input.minutes === undefined ? {} : { minutes: input.minutes }),
  };
}

type Objection = { readonly reason: ProceduralAdmissionReason; readonly citation: Citation };

function objectionTo(rules: Rules, input: ProceduralAdmissionInput): Objection | undefined {
  const { kind, by, standing = "voting", spokeOnItem = [], minutes } = input;
  const { movedBy, closeDebate, interrupt } = rules.goAntrag;
  const mover = cite("goAntrag.movedBy", movedBy);
  if (standing === "guest") return { reason: "noMember", citation: mover };
  if (standing === "advisory" && movedBy.value === "voting") return { reason: "noVote", citation: mover };
  if (kind === "closeDebate" && closeDebate.value.notBySpeaker && spokeOnItem.includes(by)) {
    return { reason: "hasSpoken", citation: cite("goAntrag.closeDebate", closeDebate) };
  }
  const { maxMinutes } = interrupt.value;
  if (kind === "interrupt" && maxMinutes !== null && minutes !== undefined && minutes > maxMinutes) {
    return { reason: "tooLong", citation: cite("goAntrag.interrupt", interrupt) };
  }
  const { repeatOnDoubt } = rules.vote;
  if (kind === "recount" && !repeatOnDoubt.value) {
    return { reason: "noRepeat", citation: cite("vote.repeatOnDoubt", repeatOnDoubt) };
  }
  if (kind === "appeal" && !rules.chair.rulingAppealable.value) {
    return { reason: "notAppealable", citation: cite("chair.rulingAppealable", rules.chair.rulingAppealable) };
  }
  return undefined;
}

/** What the admission rests on if nothing speaks against it. */
function ruleOf(rules: Rules, kind: ProceduralKind): Citation {
  const { closeDebate, interrupt, movedBy } = rules.goAntrag;
  if (kind === "closeDebate") return cite("goAntrag.closeDebate", closeDebate);
  if (kind === "interrupt") return cite("goAntrag.interrupt", interrupt);
  if (kind === "appeal") return cite("chair.rulingAppealable", rules.chair.rulingAppealable);
  if (kind === "recount") return cite("vote.repeatOnDoubt", rules.vote.repeatOnDoubt);
  return cite("goAntrag.movedBy", movedBy);
}

export type GroupsHeardRuling = Derivation<"goAntrag.afterEachGroup"> & {
  /** Whether the close of the debate may be put to the vote. */
  readonly putToVote: boolean;
  readonly waitingFor: readonly string[];
};

/** Schluss erst, wenn jede Gruppe zu Wort kam (GO; § 25 Abs. 2 GOBT as model). */
export function everyGroupHeard(
  rules: Rules,
  input: { readonly groups: readonly string[]; readonly spoke: readonly string[] },
): GroupsHeardRuling {
  const { closeDebate } = rules.goAntrag;
  const isAsked = closeDebate.value.afterEachGroup === true;
  const waitingFor = isAsked ? [...new Set(input.groups)].filter((group) => !input.spoke.includes(group)) : [];
  return {
    rule: "goAntrag.afterEachGroup",
    citation: cite("goAntrag.closeDebate", closeDebate),
    alsoFrom: [],
    putToVote: waitingFor.length === 0,
    waitingFor,
  };
}
