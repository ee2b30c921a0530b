import type { CommitteeState } from "../committee/state.ts";
import type { QuorumFinding } from "../meeting/state.ts";
import { attendanceSummary } from "./attendance-summary.ts";
import { heldHead, paperHead } from "./paper-heads.ts";
import { type PaperContext, type PaperSource, paperSource, timeInMeeting } from "./paper-source.ts";
import { organizationName, personOfDay } from "./people-in-papers.ts";
import { sentence } from "./sourced.ts";
import type { AttendanceView, Sentence } from "./views.ts";

/** Anwesenheitsliste of one meeting, internal form. */
export function attendanceView(state: CommitteeState, meeting: number, context: PaperContext): AttendanceView {
  const source = paperSource(state, meeting, context);
  return {
    head: paperHead(source),
    meeting: heldHead(source),
    attendance: attendanceSummary(source),
    quorum: quorumSentences(source),
  };
}

/** Feststellungen der Beschlussfähigkeit, with their numbers, in order. */
export function quorumSentences(source: PaperSource): readonly Sentence[] {
  return source.meeting.quorumFindings.map((finding) => sentence(quorumText(source, finding), [finding.source]));
}

function quorumText(source: PaperSource, { at, source: _, demandedBy, ...finding }: QuorumFinding): string {
  const time = timeInMeeting(source, at);
  return source.context.wording.attendance.quorum({
    ...finding,
    ...(time === undefined ? {} : { time }),
    ...(demandedBy === undefined
      ? {}
      : { demandedBy: organizationName(source, personOfDay(source, demandedBy)) ?? "" }),
  });
}
