import type { QuorumRuling } from "./quorum.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** What the body may do at this moment. */
export type LossRuling = Derivation<"quorum.afterLoss"> & {
  readonly mayDeliberate: boolean;
  readonly mayDecide: boolean;
  /** `cancelled`: aufgehoben, the meeting is over. */
  readonly meeting: "goesOn" | "cancelled";
  /** `establishAnew`: quorum may be found again later; `repeatMeeting`: a new one is to be called, with the notice. */
  readonly next: "none" | "establishAnew" | "repeatMeeting";
  /** Seats that are missing. */
  readonly missing: number;
};

/** Folge der Beschlussunfähigkeit (GO; § 45 BTGO, § 11 GO KjG as models): deliberate on without deciding, or close and call anew. */
export function afterLoss(rules: Rules, found: Pick<QuorumRuling, "quorate" | "missing">): LossRuling {
  const setting = rules.quorum.afterLoss;
  const isOver = !found.quorate && setting.value === "closeAndReinvite";
  return {
    rule: "quorum.afterLoss",
    citation: cite("quorum.afterLoss", setting),
    alsoFrom: isOver && rules.quorum.repeat.value.enabled ? [cite("quorum.repeat", rules.quorum.repeat)] : [],
    mayDeliberate: !isOver,
    mayDecide: found.quorate,
    meeting: isOver ? "cancelled" : "goesOn",
    next: nextOf(found.quorate, isOver),
    missing: found.missing,
  };
}

function nextOf(isQuorate: boolean, isOver: boolean): LossRuling["next"] {
  if (isQuorate) return "none";
  return isOver ? "repeatMeeting" : "establishAnew";
}
