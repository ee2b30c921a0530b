import { entry } from "../kernel/table.ts";
import type { Task } from "../minutes/state.ts";
import { tasksOf } from "./minutes-item.ts";
import {
  attributed,
  collectionsOf,
  entriesOf,
  graded,
  gradeOf,
  type Note,
  type WordedSource,
} from "./minutes-statements.ts";
import type { PaperSource } from "./paper-source.ts";
import { organizationName, personOfDay } from "./people-in-papers.ts";
import { internalIf } from "./sourced.ts";
import type { FindingField, Statement } from "./views.ts";

type Finding = { readonly title: string | undefined; readonly statement: Statement };

/**
 * Feststellungen nach Bereichen: einvernehmlich Festgestelltes, Festgestelltes, Genanntes, and the tasks set in a field. What has no
 * field stands under its item's title; what has neither comes first, so that no foreign heading stands above it.
 */
export function findingFields(source: PaperSource): readonly FindingField[] {
  const findings = [...noteFindings(source), ...collectionFindings(source), ...taskFindings(source)].sort(
    (a, b) => a.statement.sources[0] - b.statement.sources[0],
  );
  const fields = new Map<string | undefined, Statement[]>(
    findings.some(({ title }) => title === undefined) ? [[undefined, []]] : [],
  );
  for (const { title, statement } of findings) fields.set(title, [...(fields.get(title) ?? []), statement]);
  return [...fields].map(([title, statements]) => ({
    ...(title === undefined ? {} : { title }),
    statements,
    ...internalIf(statements.every((one) => one.internalOnly === true)),
  }));
}

function noteFindings(source: PaperSource): readonly Finding[] {
  const { report } = source.context.wording;
  const said = (note: Note) =>
    attributed(source, note, undefined) ??
    (note.points.length > 0 ? report.noteLeadIn(note.grade, note.text) : report.note(note.grade, note.text));
  return entriesOf(source, "note").flatMap((note) => {
    if (note.grade === "background" || note.grade === "agreed") return [];
    const statement = graded(source, note, gradeOf(note.grade, note.said), said(note), note.points, note.internal);
    return [{ title: note.field ?? itemTitle(source, note.item), statement }];
  });
}

function collectionFindings(source: PaperSource): readonly Finding[] {
  const { minutes } = source.context.wording;
  return collectionsOf(source).map((one) => ({
    title: itemTitle(source, one.item),
    statement: graded(source, one, "mentioned", minutes.collection(one.heading), one.entries, false),
  }));
}

function taskFindings(source: PaperSource): readonly Finding[] {
  return tasksOf(source).flatMap((task) => {
    if (task.field === undefined) return [];
    return [{ title: task.field, statement: graded(source, task, "agreed", taskText(source, task), [], false) }];
  });
}

/** A task as the report names it: with the Träger that owns it, never with a person. */
export function taskText(source: WordedSource, task: Task): string {
  const owner = task.owner === undefined ? task.ownerName : organizationName(source, personOfDay(source, task.owner));
  return source.context.wording.report.task({
    text: task.text,
    ...(owner === undefined ? {} : { owner }),
    ...(task.due === undefined ? {} : { due: task.due }),
    ...(task.dueText === undefined ? {} : { dueText: task.dueText }),
  });
}

function itemTitle({ state }: PaperSource, item: number | undefined): string | undefined {
  return item === undefined ? undefined : entry(state.agenda.items, item)?.title;
}
