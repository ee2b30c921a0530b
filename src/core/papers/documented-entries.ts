import { entries } from "../kernel/table.ts";
import type { MinutesEntry } from "../minutes/state.ts";
import { attributed, gradeOf } from "./minutes-statements.ts";
import { taskText } from "./report-findings.ts";
import { internalIf, sentence, sourcesOf } from "./sourced.ts";
import type { Statement } from "./views.ts";
import type { WorkshopSource } from "./workshop-source.ts";

/** Was im Workshop festgehalten wurde: notes with their grade, quotations, tasks, dates, promises; in the order in which it was. */
export function documentedEntries(source: WorkshopSource): readonly Statement[] {
  const { minutes } = source.state;
  const isHere = ({ workshop }: { readonly workshop?: number }): boolean => workshop === source.workshop.workshop;
  const said = entries(minutes.entries).filter(isHere);
  const tasks = entries(minutes.tasks).filter(isHere);
  return [
    ...said.flatMap((one) => statementOf(source, one)),
    ...tasks.map((task): Statement => agreed(sentence(taskText(source, task), [task.source]))),
  ].toSorted((one, other) => one.sources[0] - other.sources[0]);
}

function statementOf(source: WorkshopSource, one: MinutesEntry): readonly Statement[] {
  const { report } = source.context.wording;
  switch (one.kind) {
    case "note":
      return [noteStatement(source, one)];
    case "date":
      return [agreed(sentence(report.appointment(one.title, one.appointment), [one.source]))];
    case "forwarding":
      return [agreed(sentence(report.forwarding(one.to, one.text), [one.source]))];
    case "attachment":
    case "documentation":
      return [];
  }
}

function noteStatement(source: WorkshopSource, note: Extract<MinutesEntry, { kind: "note" }>): Statement {
  const { report } = source.context.wording;
  const { grade, text, points, said, internal } = note;
  const sources = sourcesOf([note.source]);
  const words =
    attributed(source, note, undefined) ??
    (points.length > 0 ? report.noteLeadIn(grade, text) : report.note(grade, text));
  return {
    text: words,
    grade: grade === "background" ? "mentioned" : gradeOf(grade, said),
    entries: points.map((point) => ({ text: point, sources })),
    sources,
    ...internalIf(internal),
  };
}

const agreed = (one: Omit<Statement, "grade" | "entries">): Statement => ({ ...one, grade: "agreed", entries: [] });
