import type { CommitteeEvent } from "../../core/committee/events.ts";
import { entry } from "../../core/kernel/table.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import { answersEnded, answersHead } from "../../texts/announcements-answers.ts";
import { heading, type Reply, reply } from "../reply.ts";
import { answerChoices, expectedLines } from "./answer-lines.ts";
import type { Happened } from "./telling.ts";

const everyone = { kind: "everyone" } as const;

/** Rückmeldungen, fortgeschrieben: one message for each meeting that was answered to, until it begins or is cancelled. */
export function answerMessages(told: Happened): readonly Reply[] {
  const numbers = new Set(told.events.flatMap(meetingOf));
  return [...numbers].flatMap((number) => {
    const meeting = entry(told.after.meetings.meetings, number);
    const answers = told.after.invitations.get(number)?.answers;
    return meeting === undefined || answers === undefined || answers.size === 0 ? [] : [answerMessage(meeting, told)];
  });
}

function meetingOf(event: CommitteeEvent): readonly number[] {
  switch (event.type) {
    case "AttendanceAnswered":
    case "MeetingMoved":
    case "MeetingCancelled":
    case "MeetingOpened":
      return [event.meeting];
    default:
      return [];
  }
}

function answerMessage(meeting: Meeting, { after, names }: Happened): Reply {
  const live = `rueckmeldungen-${meeting.number}`;
  const { appointment } = meeting;
  if (meeting.status !== "planned") return reply(everyone, [answersEnded(appointment)], { live, over: true });
  const lines = [heading(answersHead(appointment)), ...expectedLines(after, meeting, names)];
  return reply(everyone, lines, { live, choices: answerChoices(meeting) });
}
