import { resolutionManners } from "../core/committee/decided-together.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { entries, entry } from "../core/kernel/table.ts";
import { taskLine } from "../texts/announcements-notes.ts";
import { asSentence } from "../texts/papers-sentences.ts";
import { questionLabel } from "../texts/questions.ts";
import { rulesChangeAwaits } from "../texts/rules-changes.ts";
import {
  andEarlier,
  noResolutions,
  noTasks,
  openMotionLine,
  openMotionsHead,
  resolutionLine,
  resolutionsHead,
  tasksHead,
  writtenResolutionLine,
} from "../texts/status.ts";
import { shortened } from "./parameters/things.ts";
import type { Asked } from "./queries-asked.ts";
import { type Block, list } from "./reply.ts";

/** As many as one reads in a chat; the rest is in the papers. */
const MOST_LINES = 20;

/** Beschluss-Sammlung, newest last, and what is still open. */
export function resolutionBlocks({ state, names }: Asked): readonly (Block | string)[] {
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
    return [
      { reference, line: resolutionLine({ reference, text: whole, day, manner, unanimous, withAmendments, counts }) },
    ];
  });
  const resolutions = [...resolved, ...writtenResolutions(state), ...rulesChanges(state, names)]
    .sort(byNumber)
    .map(({ line }) => line);
  if (open.length === 0 && resolutions.length === 0) return [noResolutions()];
  return [
    ...(open.length === 0 ? [] : [openMotionsHead(), list(open)]),
    ...(resolutions.length === 0 ? [] : [resolutionsHead(), list(newest(resolutions))]),
  ];
}

type Numbered = { readonly reference: string; readonly line: string };

/** Im Umlauf gefasste Beschlüsse, in the same collection. */
function writtenResolutions(state: CommitteeState): readonly Numbered[] {
  return entries(state.writtenProcedures.procedures).flatMap(({ closing, title, text, lastDay }) => {
    if (closing?.reference === undefined) return [];
    const { reference, numbers } = closing;
    const whole = title === undefined ? text : `${title}. ${text}`;
    return [{ reference, line: writtenResolutionLine(reference, whole, lastDay, { ...numbers, invalid: 0 }) }];
  });
}

/** Beschlossene Änderungen der Geschäftsordnung, in the same collection. */
function rulesChanges(state: CommitteeState, names: Asked["names"]): readonly Numbered[] {
  return entries(state.questions.questions).flatMap((one) => {
    const { reference, manner, awaits, confirmedBy } = one;
    if (reference === undefined || manner === undefined) return [];
    const waits = awaits !== undefined && confirmedBy === undefined ? rulesChangeAwaits(one.question, awaits) : "";
    const line = resolutionLine({
      reference,
      text: `${asSentence(questionLabel(one.subject, names))} ${waits}`.trim(),
      day: entry(state.meetings.meetings, one.meeting)?.appointment.date,
      manner: resolutionManners[manner],
      unanimous: undefined,
      withAmendments: false,
      counts: one.ballot === undefined ? undefined : entry(state.ballots.ballots, one.ballot)?.counts,
    });
    return [{ reference, line }];
  });
}

/** "2026-9" before "2026-10". */
function byNumber(a: Numbered, b: Numbered): number {
  const [yearA = "", numberA] = a.reference.split("-");
  const [yearB = "", numberB] = b.reference.split("-");
  return yearA === yearB ? Number(numberA) - Number(numberB) : Number(yearA) - Number(yearB);
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
