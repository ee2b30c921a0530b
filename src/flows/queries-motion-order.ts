import { openAmendmentsOf, orderOf } from "../core/committee/amendment-order.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { entries, entry } from "../core/kernel/table.ts";
import type { Motion } from "../core/motion/state.ts";
import {
  mainLast,
  noMotionOpen,
  orderHead,
  orderLine,
  orderReason,
  orderRules,
} from "../texts/announcements-motion-order.ts";
import { sourceText } from "../texts/rulings-source.ts";
import { shortened } from "./parameters/things.ts";
import { type Block, list } from "./reply.ts";

/** In welcher Reihenfolge abzustimmen ist, for every open motion, with the rule and its source. */
export function motionOrderBlocks(state: CommitteeState): readonly (Block | string)[] {
  const open = entries(state.motions.motions).filter((one) => one.status === "open");
  return open.length === 0 ? [noMotionOpen()] : open.flatMap((motion) => orderOfMotion(state, motion));
}

function orderOfMotion(state: CommitteeState, { motion, title, text }: Motion): readonly (Block | string)[] {
  const ruling = orderOf(state, openAmendmentsOf(state, motion));
  const lines = ruling.order.flatMap((id) => {
    const one = entry(state.motions.amendments, Number(id));
    return one === undefined ? [] : [orderLine({ ...one, reach: one.reach, text: shortened(one.text) })];
  });
  const undetermined = ruling.undetermined.map((group) => group.map(Number));
  const rule = orderRules[state.rules.motionOrder.rule.value];
  return [
    orderHead(motion),
    list([...lines, mainLast(motion, shortened(title ?? text))], true),
    orderReason(rule, undetermined, ruling.undeterminedBy === "chair", sourceText(ruling)),
  ];
}
