import { nextAlternative } from "../../core/committee/alternatives-now.ts";
import { entry } from "../../core/kernel/table.ts";
import type { MotionEvent } from "../../core/motion/events.ts";
import {
  alternativeNext,
  alternativesRanked,
  amendmentSettled,
  foundEssential,
  motionDivided,
  motionSettled,
  noneChosen,
  reachSet,
  runoffNext,
} from "../../texts/announcements-motion-order.ts";
import {
  amendmentDecided,
  amendmentMoved,
  amendmentTakenOver,
  amendmentWithdrawn,
  declaredWithoutCounts,
  motionDecided,
  motionMoved,
  motionReworded,
  motionWithdrawn,
  rewordNext,
  stillUndecided,
} from "../../texts/announcements-motions.ts";
import { ownAnswerLines } from "./own-answer-lines.ts";
import { type Announcers, plainChoice } from "./telling.ts";

export const announceMotions: Announcers<MotionEvent["type"]> = {
  MotionMoved: ({ motion, title, text, mover }, { names }) => ({
    everyone: [motionMoved(motion, title, names.person(mover)), text],
    choices: [plainChoice("melden"), plainChoice(`abstimmung ${motion}`)],
  }),
  AmendmentMoved: ({ amendment, motion, text, mover }, { names }) => ({
    everyone: [amendmentMoved(amendment, motion, names.person(mover)), text],
    choices: [plainChoice(`ä${amendment} übernehmen`), plainChoice(`abstimmung ä${amendment}`)],
  }),
  MotionReworded: ({ motion, text }) => ({
    everyone: [motionReworded(motion), text],
    choices: [plainChoice(`abstimmung ${motion}`)],
  }),
  MotionWithdrawn: ({ motion }) => ({ everyone: [motionWithdrawn(motion)] }),
  AmendmentWithdrawn: ({ amendment }) => ({ everyone: [amendmentWithdrawn(amendment)] }),
  AmendmentTakenOver({ amendment }, { after }) {
    const motion = entry(after.motions.amendments, amendment)?.motion ?? 0;
    return { everyone: [amendmentTakenOver(amendment, motion), rewordNext(motion)] };
  },
  AmendmentReachSet: ({ amendment, reach, reason }) => ({
    everyone: [reachSet(amendment, reach, reason)],
    choices: [plainChoice("reihenfolge")],
  }),
  AmendmentFoundEssential: ({ amendment }) => ({
    everyone: [foundEssential(amendment)],
    choices: [plainChoice(`abstimmung ä${amendment}`)],
  }),
  AmendmentSettled: ({ amendment, by }) => ({ everyone: [amendmentSettled(amendment, by)] }),
  AlternativesRanked({ preference, runoff }, { after }) {
    const next = nextAlternative(after);
    if (next !== undefined)
      return {
        everyone: [alternativesRanked(preference, runoff), alternativeNext(next)],
        choices: [plainChoice(`abstimmung ${next}`)],
      };
    return { everyone: [alternativesRanked(preference, runoff), runoff === undefined ? runoffNext() : noneChosen()] };
  },
  MotionSettled: ({ motion, by }) => ({ everyone: [motionSettled(motion, by)] }),
  MotionDivided: ({ motion, into }) => ({
    everyone: [motionDivided(motion, into)],
    choices: into.map((one) => plainChoice(`abstimmung ${one}`)),
  }),
  AmendmentDecided({ amendment, carried }, { after }) {
    const motion = entry(after.motions.amendments, amendment)?.motion;
    const next = motion === undefined ? [] : [plainChoice(`abstimmung ${motion}`)];
    const reword = carried && motion !== undefined ? [rewordNext(motion)] : [];
    return { everyone: [amendmentDecided(amendment, carried), ...reword], choices: next };
  },
  MotionDecided(event, { after }) {
    const { motion, outcome, manner, reference, unanimous, withAmendments } = event;
    const title = entry(after.motions.motions, motion)?.title;
    const result = motionDecided({ motion, title, outcome, manner, unanimous, withAmendments, reference });
    if (outcome === "undecided")
      return { everyone: [result, stillUndecided()], choices: [plainChoice(`abstimmung ${motion}`)] };
    return {
      everyone: [result, ...(manner === "declared" ? [declaredWithoutCounts()] : []), ...ownAnswerLines(after, motion)],
      choices: [plainChoice("weiter")],
    };
  },
};
