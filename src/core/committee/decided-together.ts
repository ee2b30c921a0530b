import { entry } from "../kernel/table.ts";
import type { ResolutionManner } from "../motion/events.ts";
import type { QuestionManner } from "../question/events.ts";
import type { Given } from "./commands.ts";
import { eligibleNow, isAmended, nextReference } from "./decide-motion.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";

/** Tagesordnungspunkte dieser Anträge, as far as they have one. */
export const itemsOf = (state: Slices, motions: readonly number[]): readonly number[] =>
  motions.flatMap((motion) => entry(state.motions.motions, motion)?.item ?? []);

type How = {
  readonly manner: QuestionManner;
  readonly ballot?: number;
  readonly eligible?: number;
  readonly unanimous?: boolean;
};

/** En bloc entschieden: each of the motions for itself, by the one vote; each carried one has its own number. */
export function decidedTogether(
  state: Slices,
  meeting: number,
  motions: readonly number[],
  outcome: "carried" | "rejected",
  given: Given,
  how: How,
): readonly CommitteeEvent[] {
  return motions.flatMap((number, at): readonly CommitteeEvent[] => {
    const motion = entry(state.motions.motions, number);
    const held = entry(state.meetings.meetings, meeting);
    if (motion === undefined || held === undefined) return [];
    return [
      {
        type: "MotionDecided",
        motion: number,
        meeting,
        outcome,
        manner: resolutionManners[how.manner],
        ...(outcome === "carried" ? { reference: nextReference(state, given.today, at) } : {}),
        ...(how.ballot === undefined ? {} : { ballot: how.ballot }),
        ...(how.unanimous === true ? { unanimous: true } : {}),
        withAmendments: isAmended(state, motion),
        eligible: how.eligible ?? eligibleNow(state, held, motion, given.today),
      },
    ];
  });
}

/** How a resolution came about, where a question did. */
export const resolutionManners: Readonly<Record<QuestionManner, ResolutionManner>> = {
  ballot: "ballot",
  unopposed: "consensus",
  consensus: "consensus",
  declared: "declared",
};
