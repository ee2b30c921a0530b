import type { MajorityPurpose } from "./majority-requirement.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type AmendmentResult = "accepted" | "takenOver" | "rejected" | "withdrawn" | "settled" | "open";

export type AmendedMotionRuling = Derivation<"motionOrder.amended"> & {
  readonly wording: string;
  /** "Geändert beschlossen" if it is carried; otherwise "Unverändert beschlossen". */
  readonly changed: boolean;
  readonly includes: readonly string[];
};

/** Hauptantrag in der geänderten Fassung (GO): what was accepted or taken over is part of what is put to the final vote. */
export function amendedMotion(
  rules: Rules,
  input: {
    readonly wording: string;
    /** `wording`: the whole text as changed, where the amendment gives it. */
    readonly amendments: readonly {
      readonly id: string;
      readonly wording?: string;
      readonly result: AmendmentResult;
    }[];
  },
): AmendedMotionRuling {
  const taken = input.amendments.filter(({ result }) => result === "accepted" || result === "takenOver");
  return {
    rule: "motionOrder.amended",
    citation: cite("motionOrder.rule", rules.motionOrder.rule),
    alsoFrom: [],
    wording: taken.findLast((one) => one.wording !== undefined)?.wording ?? input.wording,
    changed: taken.length > 0,
    includes: taken.map((one) => one.id),
  };
}

export type TakeOverRuling = Derivation<"motionOrder.takeOver"> & { readonly voteOnAmendment: boolean };

/** Übernahme durch die Antragstellenden (GO): then there is no vote on the amendment. */
export function takeOver(rules: Rules, input: { readonly adoptedByMover: boolean }): TakeOverRuling {
  const { takeOverByMover } = rules.motionOrder;
  return {
    rule: "motionOrder.takeOver",
    citation: cite("motionOrder.takeOverByMover", takeOverByMover),
    alsoFrom: [],
    voteOnAmendment: !(input.adoptedByMover && takeOverByMover.value),
  };
}

/** Mehrheit für einen Änderungsantrag: an essential change made in the meeting may need more (GO). */
export function amendmentPurpose(rules: Rules, input: { readonly isEssential: boolean }): MajorityPurpose {
  const { essentialChange } = rules.motionOrder;
  if (!input.isEssential || essentialChange.value === null) return "motion";
  return { threshold: essentialChange.value, citation: cite("motionOrder.essentialChange", essentialChange) };
}

export type WithdrawalRuling = Derivation<"motionOrder.withdrawal"> & {
  readonly isAllowed: boolean;
  readonly reason?: "notTheMover" | "underVote" | "decided";
};

/** Rückzug eines Antrags: by who moved it, until the final vote begins. No setting of its own; the rule is that of the profile. */
export function withdrawal(input: {
  readonly byMover: boolean;
  readonly status: "open" | "underVote" | "decided";
}): WithdrawalRuling {
  const derivation = {
    rule: "motionOrder.withdrawal",
    citation: { setting: "motionOrder", origin: "default" },
    alsoFrom: [],
  } as const;
  if (!input.byMover) return { ...derivation, isAllowed: false, reason: "notTheMover" };
  if (input.status !== "open") return { ...derivation, isAllowed: false, reason: input.status };
  return { ...derivation, isAllowed: true };
}
