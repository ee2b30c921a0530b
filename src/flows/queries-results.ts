import type { CommitteeState } from "../core/committee/state.ts";
import { entries, entry } from "../core/kernel/table.ts";
import { taskLine } from "../texts/announcements-notes.ts";
import {
  andEarlier,
  noResolutions,
  noTasks,
  openMotionLine,
  openMotionsHead,
  resolutionLine,
  resolutionsHead,
  tasksHead,
} from "../texts/status.ts";
import { shortened } from "./parameters/things.ts";
import type { Asked } from "./queries-asked.ts";
import { type Block, list } from "./reply.ts";

/** As many as one reads in a chat; the rest is in the papers. */
const MOST_LINES = 20;

/** Beschluss-Sammlung, newest last, and what is still open. */
export function resolutionBlocks(state: CommitteeState): readonly (Block | string)[] {
  const motions = entries(state.motions.motions);
  const open = motions
    .filter((one) => one.status === "open")
    .map((one) => {
      const amendments = one.amendments.filter((number) => entry(state.motions.amendments, number)?.status === "open");
      return openMotionLine(one.motion, shortened(one.title ?? one.text), amendments.length);
    });
  const resolved = motions.flatMap(({ outcome, title, text }) => {
    if (outcome?.reference === undefined) return [];
    const { reference, manner, unanimous, withAmendments } = outcome;
    const day = entry(state.meetings.meetings, outcome.meeting)?.appointment.date;
    const counts = outcome.ballot === undefined ? undefined : entry(state.ballots.ballots, outcome.ballot)?.counts;
    const whole = title === undefined ? text : `${title}. ${text}`;
    return [resolutionLine({ reference, text: whole, day, manner, unanimous, withAmendments, counts })];
  });
  if (open.length === 0 && resolved.length === 0) return [noResolutions()];
  return [
    ...(open.length === 0 ? [] : [openMotionsHead(), list(open)]),
    ...(resolved.length === 0 ? [] : [resolutionsHead(), list(newest(resolved))]),
  ];
}

export function taskBlocks({ state, names }: Asked): readonly (Block | string)[] {
  const lines = entries(state.minutes.tasks).map(({ task, text, owner, ownerName, due, dueText }) =>
    taskLine({ task, text, owner: owner === undefined ? ownerName : names.person(owner), due, dueText }),
  );
  return lines.length === 0 ? [noTasks()] : [tasksHead(), list(newest(lines))];
}

function newest(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES;
  return left <= 0 ? lines : [andEarlier(left), ...lines.slice(left)];
}
