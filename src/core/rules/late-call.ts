import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type LateCallInput = {
  readonly isTimely: boolean;
  /** Full days that the call leaves; needed only where the rules keep a shortest period. */
  readonly clearDays?: number;
  readonly isUrgent: boolean;
  /** Begründung der Dringlichkeit. */
  readonly reason?: string;
};

export type LateCallReason = "late" | "urgencyNotProvided" | "reasonMissing" | "shorterThanLeast";

export type LateCallRuling = Derivation<"invite.late"> & {
  readonly isAllowed: boolean;
  /** On what the call rests: the period is kept, is only a Soll, or was shortened for urgency. */
  readonly on?: "period" | "should" | "urgency";
  readonly reason?: LateCallReason;
  /** Shortest period in days even if urgent. */
  readonly least: number;
  readonly urgency: { readonly allowed: boolean; readonly reasonRequired: boolean };
};

/** Ladung nach Fristablauf (GO): a missed Soll stops nothing; a missed Muss needs urgency, and urgency its reason if the rules want one. */
export function lateCall(rules: Rules, input: LateCallInput): LateCallRuling {
  const { binding, urgent } = rules.invite;
  const { allowed, reasonRequired, least = 0 } = urgent.value;
  const facts = { rule: "invite.late", alsoFrom: [], least, urgency: { allowed, reasonRequired } } as const;
  const onUrgency = { ...facts, citation: cite("invite.urgent", urgent) };
  const onPeriod = { ...facts, citation: cite("invite.binding", binding) };
  if (input.isTimely) return { ...onPeriod, isAllowed: true, on: "period" };
  if (!input.isUrgent) {
    return binding.value === "should"
      ? { ...onPeriod, isAllowed: true, on: "should" }
      : { ...onPeriod, isAllowed: false, reason: "late" };
  }
  if (!allowed) return { ...onUrgency, isAllowed: false, reason: "urgencyNotProvided" };
  if (reasonRequired && (input.reason ?? "").trim() === "") {
    return { ...onUrgency, isAllowed: false, reason: "reasonMissing" };
  }
  if (input.clearDays !== undefined && input.clearDays < least) {
    return { ...onUrgency, isAllowed: false, reason: "shorterThanLeast" };
  }
  return { ...onUrgency, isAllowed: true, on: "urgency" };
}
