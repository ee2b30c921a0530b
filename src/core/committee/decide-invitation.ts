import type { InvitationText } from "../invitation/events.ts";
import { ok, type Result } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Given } from "./commands.ts";
import type { InvitationCommand } from "./commands-scheduling.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { enclosureProblem } from "./enclosures.ts";
import { invitationTextNow, type OwnWords, ownWords, usualAnswerBy } from "./invitation-text-now.ts";
import { meetingMeant } from "./meeting-meant.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Draft = Extract<InvitationCommand, { type: "DraftInvitation" }>;

/** Einladung entwerfen: what it will say, for the office to read. The same again is refused. */
export function draftInvitation(state: Slices, command: Draft, given: Given): Decided {
  const meant = meetingToInviteTo(state, command.meeting, given);
  if (!meant.ok) return meant;
  const problem = enclosureProblem(command) ?? answerDayProblem(command, meant.value, given);
  if (problem !== undefined) return problem;
  const { number: meeting, appointment } = meant.value;
  const before = state.invitations.get(meeting)?.draft?.text;
  const text = invitationTextNow(state, meant.value, wordsOf(command, meant.value, before, given));
  if (sameData(text, before)) return refused({ code: "DraftUnchanged", date: appointment.date });
  return happened({ type: "InvitationDrafted", meeting, text });
}

/** Geplant, and not over already. */
export function meetingToInviteTo(
  state: Slices,
  number: number | undefined,
  { today }: Given,
): Result<Meeting, Refusal> {
  const meant = meetingMeant(state, number, today);
  if (!meant.ok) return meant;
  const { date } = meant.value.appointment;
  return date < today ? refused({ code: "DateIsPast", date, today }) : ok(meant.value);
}

function answerDayProblem({ answerBy: day }: Draft, { appointment }: Meeting, { today }: Given) {
  const isFitting = day === undefined || (day >= today && day <= appointment.date);
  return isFitting ? undefined : refused({ code: "AnswerDayWrong", day, today, meeting: appointment.date });
}

/** What was said, and what the draft before said beside it; the day for answers only if it was for the same meeting day and still comes. */
function wordsOf(command: Draft, meeting: Meeting, before: InvitationText | undefined, { today }: Given): OwnWords {
  const kept = command.afresh || before === undefined ? { links: [], papers: [] } : ownWords(before);
  const { date } = meeting.appointment;
  const isSameDay = before?.appointment.date === date;
  const keptDay = isSameDay && kept.answerBy !== undefined && kept.answerBy >= today ? kept.answerBy : undefined;
  const note = command.note ?? kept.note;
  const answerBy = command.answerBy ?? keptDay ?? usualAnswerBy(date, today);
  return {
    links: command.links.length === 0 ? kept.links : command.links,
    papers: command.papers.length === 0 ? kept.papers : command.papers,
    ...(note === undefined ? {} : { note }),
    ...(answerBy === undefined ? {} : { answerBy }),
  };
}
