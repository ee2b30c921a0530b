import { rulingOfWritten } from "../committee/close-written.ts";
import { entries, entry } from "../kernel/table.ts";
import type { WrittenProcedure } from "../written-procedure/state.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { sentence } from "./sourced.ts";
import type { Statement } from "./views.ts";

/** Umlaufbeschlüsse, von denen diese Sitzung erfahren hat; not if the report was adjourned or struck. */
function reportedHere({ state, meeting }: PaperSource): readonly WrittenProcedure[] {
  return entries(state.writtenProcedures.procedures).filter(({ report }) => {
    if (report?.meeting !== meeting.number) return false;
    const status = entry(state.agenda.items, report.item)?.status;
    return status === "called" || status === "finished";
  });
}

/** Bericht über Umlaufbeschlüsse: each result with its arithmetic, number taking part, objections, and the wording. */
export function writtenStatements(
  source: PaperSource,
  belongs: (item: number | undefined) => boolean,
): readonly Statement[] {
  return reportedHere(source)
    .filter(({ report }) => belongs(report?.item))
    .flatMap((procedure) => writtenStatement(source, procedure));
}

/** Im Umlauf gefasste Beschlüsse, for the report to other bodies. */
export function writtenResolutions(source: PaperSource): readonly Statement[] {
  return reportedHere(source)
    .filter(({ closing }) => closing?.outcome === "carried")
    .flatMap((procedure) => writtenStatement(source, procedure));
}

function writtenStatement(source: PaperSource, procedure: WrittenProcedure): readonly Statement[] {
  const { closing, text, sources, report } = procedure;
  const ruling = rulingOfWritten(procedure);
  if (closing === undefined || ruling === undefined) return [];
  const { minutes } = source.context.wording;
  const isInternal = isInternalItem(source, report?.item);
  return [
    {
      ...sentence(minutes.writtenResult(procedure, closing, ruling), sources, isInternal),
      grade: closing.outcome === "carried" ? "resolved" : "found",
      entries: [sentence(minutes.note(text, undefined), sources.slice(0, 1), isInternal)],
    },
  ];
}
