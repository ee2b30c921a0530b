import { ok, type Result } from "../kernel/result.ts";
import type { Invitation, Meeting } from "../meeting/state.ts";
import { lateCall } from "../rules/late-call.ts";
import { type NoticeRuling, noticePeriod } from "../rules/notice-period.ts";
import { invitationContentNow } from "./call-now.ts";
import type { Command, Given } from "./commands.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Facts = Omit<Extract<Command, { type: "RecordInvitation" }>, "type">;

/**
 * Prüfung der Ladung: in time, or a Soll, or urgent as the rules have it; and complete. With `regardless` it stands with its defects. The
 * entry it leaves carries the numbers of its ruling.
 */
export function checkedCall(
  state: Slices,
  meeting: Meeting,
  facts: Facts,
  given: Given,
): Result<Omit<Invitation, "source">, Refusal> {
  const { urgent, reason, regardless } = facts;
  const notice = noticeOf(state, meeting, facts, given);
  const { given: measured } = notice;
  if (measured === undefined) throw new Error("a call without its day");
  const { isTimely, clearDays } = measured;
  const late = lateCall(state.rules, {
    isTimely,
    clearDays,
    isUrgent: urgent,
    ...(reason === undefined ? {} : { reason }),
  });
  const mayStand = late.isAllowed || (regardless && late.reason !== "reasonMissing");
  if (!mayStand) return refused({ code: "CallTooLate", notice, late });
  const content = invitationContentNow(state, meeting);
  if (!content.isComplete && !regardless) return refused({ code: "InvitationIncomplete", content });
  const { paragraph } = notice.citation;
  return ok({
    ...daysOf(facts, given),
    ...(facts.byLetter === undefined ? {} : { byLetter: facts.byLetter }),
    notInvited: [...new Set(facts.notInvited)],
    missing: content.missing,
    // Urgency shortens nothing where the period is kept.
    urgent: late.on === "urgency",
    ...(reason === undefined || late.on !== "urgency" ? {} : { reason }),
    timely: isTimely,
    clearDays,
    latest: notice.latest,
    ...(paragraph === undefined ? {} : { paragraph }),
  });
}

/** Days of the call; said without any it goes out today, and then the time of day is known. */
function daysOf({ sent, received }: Facts, given: Given): Pick<Invitation, "sent" | "received" | "time"> {
  if (sent === undefined && received === undefined) return { sent: given.today, time: given.time };
  return { ...(sent === undefined ? {} : { sent }), ...(received === undefined ? {} : { received }) };
}

function noticeOf(state: Slices, meeting: Meeting, facts: Facts, given: Given): NoticeRuling {
  return noticePeriod(state.rules, {
    meeting: meeting.appointment.date,
    ...daysOf(facts, given),
    ...(facts.byLetter === undefined ? {} : { byLetter: facts.byLetter }),
    holidays: given.holidays,
  });
}
