import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type LateArrivalRuling = Derivation<"vote.lateArrival"> & {
  readonly isLate: boolean;
  readonly isCounted: boolean;
};

/**
 * Eintreffen nach Beginn der Abstimmung (GO; § 51 BTGO as model). Both moments in the same form, so that they sort as text
 * ("10:05:00"); who comes in the moment it is opened is in time.
 */
export function lateArrival(
  rules: Rules,
  { openedAt, arrivedAt }: { readonly openedAt: string; readonly arrivedAt: string },
): LateArrivalRuling {
  const setting = rules.vote.lateArrival;
  const isLate = arrivedAt > openedAt;
  return {
    rule: "vote.lateArrival",
    citation: cite("vote.lateArrival", setting),
    alsoFrom: [],
    isLate,
    isCounted: !isLate || setting.value === "counted",
  };
}
