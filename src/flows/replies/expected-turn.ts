import { expectedAttendance } from "../../core/committee/answers-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entry } from "../../core/kernel/table.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import { turnedLost, turnedReached, turnedUnreachable, unreachableNext } from "../../texts/announcements-answers.ts";
import { expectedLines } from "./answer-lines.ts";
import { leadership } from "./leadership.ts";
import { type Happened, plainChoice, type Summons } from "./telling.ts";

type Outlook = "reached" | "open" | "unreachable";

/** Wenn eine Rückmeldung die erwartete Beschlussfähigkeit wendet: the leadership is told, and nobody else. */
export function expectedTurn(meeting: Meeting, { before, after, names, today }: Happened): readonly Summons[] {
  const earlier = outlookOf(before, meeting.number);
  const now = outlookOf(after, meeting.number);
  if (earlier === now || earlier === undefined || now === undefined) return [];
  const lines = turnLines(earlier, now, meeting);
  if (lines.length === 0) return [];
  const [turned = "", ...next] = lines;
  return leadership(after, today).map((person) => ({
    person,
    lines: [turned, ...expectedLines(after, meeting, names).slice(0, 1), ...next],
    choices: [plainChoice("rückmeldungen")],
  }));
}

function outlookOf(state: CommitteeState, number: number): Outlook | undefined {
  const meeting = entry(state.meetings.meetings, number);
  if (meeting?.status !== "planned") return undefined;
  const { ruling, isReachable } = expectedAttendance(state, meeting);
  if (ruling.quorate) return "reached";
  return isReachable ? "open" : "unreachable";
}

function turnLines(earlier: Outlook, now: Outlook, { appointment }: Meeting): readonly string[] {
  const { date } = appointment;
  if (now === "reached") return [turnedReached(date)];
  if (now === "unreachable") return [turnedUnreachable(date), unreachableNext()];
  return earlier === "reached" ? [turnedLost(date)] : [];
}
