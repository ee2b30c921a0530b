import type { Motion } from "../motion/state.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";

/** Die Teile als eigene Anträge of the same mover, under the same item; the whole is not voted on any more. */
export function divided(
  state: Slices,
  { motion, item, title, mover }: Motion,
  parts: readonly string[],
  meeting: number,
): readonly CommitteeEvent[] {
  const first = state.motions.motions.size + 1;
  const moved = parts.map(
    (text, at): CommitteeEvent => ({
      type: "MotionMoved",
      motion: first + at,
      meeting,
      ...(item === undefined ? {} : { item }),
      ...(title === undefined ? {} : { title }),
      text,
      mover,
    }),
  );
  return [...moved, { type: "MotionDivided", motion, into: parts.map((_, at) => first + at) }];
}
