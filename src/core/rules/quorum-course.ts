import { requireCounts } from "./integers.ts";
import { type MeetingQuorumRuling, quorumInMeeting } from "./quorum-in-meeting.ts";
import { afterLoss } from "./quorum-loss.ts";
import type { Rules } from "./rules.ts";

/** What happens in a meeting, in order: seats present change, somebody asks for the count, something is tried. */
export type CourseEvent = {
  /** Voting seats present from now on. */
  readonly present?: number;
  /** Feststellung: at the start by the chair, later on demand. */
  readonly isRequested?: boolean;
  readonly attempt?: "vote" | "speak";
};

export type CourseStep = {
  readonly ruling: MeetingQuorumRuling;
  /** `quorate`, `inquorate`: a finding; the others answer an attempt; `changed`: nobody asked for anything. */
  readonly answer: "quorate" | "inquorate" | "allowed" | "voteRefused" | "meetingOver" | "changed";
};

type Standing = { readonly present: number; readonly isEstablished: boolean; readonly isOver: boolean };

/**
 * Beschlussfähigkeit im Verlauf einer Sitzung (GO; § 11 GO KjG as model): a finding stands until the next one; quorum may be found anew
 * until the meeting is closed, unless the rules close it with the loss.
 */
export function quorumCourse(
  rules: Rules,
  votingSeats: number,
  events: readonly CourseEvent[],
  start: { readonly present?: number; readonly isEstablished?: boolean } = {},
): readonly CourseStep[] {
  let standing: Standing = { present: start.present ?? 0, isEstablished: start.isEstablished ?? false, isOver: false };
  return events.map((event) => {
    standing = { ...standing, present: event.present ?? standing.present };
    const step = stepOf(rules, votingSeats, event, standing);
    if (event.isRequested === true && !standing.isOver)
      standing = {
        ...standing,
        isEstablished: step.ruling.quorate,
        isOver: afterLoss(rules, step.ruling).meeting === "cancelled",
      };
    return step;
  });
}

function stepOf(rules: Rules, votingSeats: number, event: CourseEvent, standing: Standing): CourseStep {
  requireCounts({ present: standing.present });
  const ruling = quorumInMeeting(rules, {
    votingSeats,
    presentVoting: standing.present,
    isEstablished: standing.isEstablished,
    isRequested: event.isRequested === true,
  });
  return { ruling, answer: standing.isOver ? "meetingOver" : answerTo(event, ruling.quorate) };
}

function answerTo({ isRequested, attempt }: CourseEvent, isQuorate: boolean): CourseStep["answer"] {
  if (attempt === "speak") return "allowed";
  if (attempt === "vote") return isQuorate ? "allowed" : "voteRefused";
  if (isRequested !== true) return "changed";
  return isQuorate ? "quorate" : "inquorate";
}
