import { entry } from "../kernel/table.ts";
import type { Amendment } from "../motion/state.ts";
import { amendmentPurpose } from "../rules/amendments.ts";
import type { MajorityPurpose } from "../rules/majority-requirement.ts";
import { type MotionOrderRuling, motionOrder, settledByAcceptance } from "../rules/motion-order.ts";
import type { Rules } from "../rules/rules.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Offene Änderungsanträge zu einem Antrag, in the order in which they were moved. */
export function openAmendmentsOf(state: Slices, motion: number): readonly Amendment[] {
  const numbers = entry(state.motions.motions, motion)?.amendments ?? [];
  return numbers
    .flatMap((number) => entry(state.motions.amendments, number) ?? [])
    .filter((one) => one.status === "open");
}

/** Konkurrierende Änderungsanträge: those whose reach was put beside one another. */
const competingOf = (state: Slices, motion: number): readonly Amendment[] =>
  openAmendmentsOf(state, motion).filter((one) => one.reach !== undefined);

/** Reihenfolge, in der über diese Änderungsanträge abzustimmen ist. */
export function orderOf(state: Slices, amendments: readonly Amendment[]): MotionOrderRuling {
  const competing = amendments.map(({ amendment, reach }) => ({ id: String(amendment), reach }));
  return motionOrder(state.rules, { amendments: competing });
}

/** Something that competes with it goes farther and was not voted on yet; of equals the chair may choose where the rules leave it to the chair. */
export function fartherFirst(state: Slices, amendment: Amendment): Refusal | undefined {
  if (amendment.reach === undefined) return undefined;
  const { order, undetermined, undeterminedBy, citation } = orderOf(state, competingOf(state, amendment.motion));
  const [first] = order;
  const id = String(amendment.amendment);
  const equals = undetermined.find((group) => first !== undefined && group.includes(first)) ?? [];
  if (first === id || (undeterminedBy === "chair" && equals.includes(id))) return undefined;
  return { code: "FartherFirst", amendment: amendment.amendment, order: order.map(Number), citation };
}

/** Erledigt mit der Annahme: what competed with it and is still open. */
export function settledBy(state: Slices, carried: number): readonly CommitteeEvent[] {
  const amendment = entry(state.motions.amendments, carried);
  if (amendment?.reach === undefined) return [];
  const competing = competingOf(state, amendment.motion).map((one) => ({
    id: String(one.amendment),
    reach: one.reach,
  }));
  const { settledWithoutVote } = settledByAcceptance(state.rules, { competing, results: { [carried]: "accepted" } });
  return settledWithoutVote.map((id) => ({ type: "AmendmentSettled", amendment: Number(id), by: carried }));
}

/** Mehrheit über einen Änderungsantrag: a larger one where it is an essential change and the rules say so. */
export function purposeOfAmendment(state: Slices, amendment: number, rules: Rules = state.rules): MajorityPurpose {
  const isEssential = entry(state.motions.amendments, amendment)?.isEssential === true;
  return amendmentPurpose(rules, { isEssential });
}
