import { tasksOf } from "./minutes-item.ts";
import { agreedDate, entriesOf, type Note } from "./minutes-statements.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { taskText } from "./report-findings.ts";
import { sentence } from "./sourced.ts";
import type { AgreedDate, Agreement, HistoryEntry, Sentence } from "./views.ts";

/** Vorgeschichte. Addresses stay in the text; the public version takes those of the intranet out. */
export function history(source: PaperSource): readonly HistoryEntry[] {
  const { minutes } = source.context.wording;
  return notesOf(source, "background").map((note) => ({
    ...fromNote(source, note, minutes.note(inline(note), undefined)),
    links: [],
  }));
}

/** Vereinbarungen: agreed notes, tasks of no field, dates that are no regular meetings. The date stands in the sentence. */
export function agreements(source: PaperSource): readonly Agreement[] {
  const { report } = source.context.wording;
  const notes = notesOf(source, "agreed").map((note) => fromNote(source, note, report.note("agreed", inline(note))));
  const tasks = tasksOf(source)
    .filter((task) => task.field === undefined)
    .map((task) => sentence(taskText(source, task), [task.source], isInternalItem(source, task.item)));
  const dates = entriesOf(source, "date")
    .filter((one) => one.dateKind !== "meeting")
    .map((one) =>
      sentence(report.appointment(one.title, one.appointment), [one.source], isInternalItem(source, one.item)),
    );
  return [...notes, ...tasks, ...dates].sort((a, b) => a.sources[0] - b.sources[0]);
}

/** Zugesagte Weiterleitungen. */
export function forwardings(source: PaperSource): readonly Sentence[] {
  const { report } = source.context.wording;
  return entriesOf(source, "forwarding").map((one) =>
    sentence(report.forwarding(one.to, one.text), [one.source], isInternalItem(source, one.item)),
  );
}

/** Reguläre Sitzungstermine, by date. */
export function regularDates(source: PaperSource): readonly AgreedDate[] {
  return entriesOf(source, "date")
    .filter((one) => one.dateKind === "meeting")
    .map((one) => agreedDate(source, one))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function notesOf(source: PaperSource, grade: Note["grade"]): readonly Note[] {
  return entriesOf(source, "note").filter((note) => note.grade === grade);
}

function fromNote(source: PaperSource, note: Note, text: string): Sentence {
  return sentence(text, [note.source], note.internal || isInternalItem(source, note.item));
}

/** A list within a sentence: where the report has no room for a list of its own. */
function inline({ text, points }: Note): string {
  return points.length === 0 ? text : `${text} ${points.join("; ")}`;
}
