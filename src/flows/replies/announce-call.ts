import { callDefectsNow } from "../../core/committee/call-now.ts";
import { objectionNow } from "../../core/committee/decide-call.ts";
import { entry } from "../../core/kernel/table.ts";
import type { Holidays } from "../../core/kernel/workdays.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import { lateCall } from "../../core/rules/late-call.ts";
import { type NoticeRuling, noticePeriod } from "../../core/rules/notice-period.ts";
import type { Rules } from "../../core/rules/rules.ts";
import {
  callNotEntered,
  callObjected,
  callWithoutDefect,
  howToObject,
  invitationRecorded,
  missingInInvitation,
  seatsNotInvited,
  tooLateToInvite,
  urgencyReason,
} from "../../texts/announcements-call.ts";
import { seats } from "../../texts/names.ts";
import {
  callDefectSentence,
  lateCallSentence,
  noticeGivenSentence,
  noticeSentence,
  objectionSentence,
} from "../../texts/rulings-deadlines.ts";
import { type Announcers, type Happened, plainChoice, silent } from "./telling.ts";

type CallEvent = "InvitationRecorded" | "CallObjectionRaised";

/** Ladungsfrist einer Sitzung, measured if the call was entered. */
export function noticeFor(rules: Rules, { appointment, invitation }: Meeting, holidays: Holidays): NoticeRuling {
  const { sent, received, time, byLetter } = invitation ?? {};
  return noticePeriod(rules, {
    meeting: appointment.date,
    ...(sent === undefined ? {} : { sent }),
    ...(received === undefined ? {} : { received }),
    ...(time === undefined ? {} : { time }),
    ...(byLetter === undefined ? {} : { byLetter }),
    holidays,
  });
}

/** For a meeting just planned: last day of the call, and what to do if it has passed. */
export function noticeAhead(number: number, { after, today, holidays }: Happened): readonly string[] {
  const meeting = entry(after.meetings.meetings, number);
  if (meeting === undefined) return [];
  const notice = noticeFor(after.rules, meeting, holidays);
  const isTooLate = today > notice.latestDispatch;
  const warning = tooLateToInvite(notice.binding === "should", after.rules.invite.urgent.value.allowed);
  return [noticeSentence(notice), ...(isTooLate ? [warning] : [])];
}

/** Feststellung der Ladung at the opening; nothing where no call was entered. */
export function callAtOpening(number: number, { after, today, holidays }: Happened): readonly string[] {
  const meeting = entry(after.meetings.meetings, number);
  if (meeting?.invitation === undefined) return [];
  const notice = noticeFor(after.rules, meeting, holidays);
  const hasDefect = callDefectsNow(after, meeting, today).length > 0;
  return [
    ...(notice.given === undefined ? [] : [noticeGivenSentence(notice, notice.given)]),
    ...(hasDefect ? [howToObject()] : []),
  ];
}

export const announceCall: Announcers<CallEvent> = {
  InvitationRecorded(event, told) {
    const meeting = entry(told.after.meetings.meetings, event.meeting);
    if (meeting === undefined) return silent;
    const notice = noticeFor(told.after.rules, meeting, told.holidays);
    const hasDefect = callDefectsNow(told.after, meeting, told.today).length > 0;
    const isKept = event.timely && !hasDefect;
    const lines = [
      invitationRecorded(meeting.appointment.date),
      ...(notice.given === undefined ? [] : [noticeGivenSentence(notice, notice.given)]),
      ...(event.timely ? [] : [lateSentence(told, event)]),
      ...(event.reason === undefined ? [] : [urgencyReason(event.reason)]),
      ...(event.notInvited.length === 0 ? [] : [seatsNotInvited(seats(told.names, event.notInvited))]),
      ...(event.missing.length === 0 ? [] : [missingInInvitation(event.missing)]),
      ...(hasDefect ? [howToObject()] : []),
    ];
    // Everybody is told what they may object to; a call in order concerns only whoever entered it.
    return isKept ? { actor: lines, actorChoices: [plainChoice("fristen")] } : { everyone: lines };
  },
  CallObjectionRaised({ meeting: number, person, text }, { before, after, today, names }) {
    const meeting = entry(after.meetings.meetings, number);
    if (meeting === undefined) return silent;
    const ruling = objectionNow(before, meeting);
    return {
      everyone: [
        callObjected(names.person(person), text),
        objectionSentence(ruling),
        ...(ruling.isInTime ? consequences(after, meeting, today) : []),
      ],
    };
  },
};

function lateSentence(
  { after }: Happened,
  { clearDays, urgent, reason }: { readonly clearDays: number; readonly urgent: boolean; readonly reason?: string },
): string {
  const facts = { isTimely: false, clearDays, isUrgent: urgent, ...(reason === undefined ? {} : { reason }) };
  return lateCallSentence(lateCall(after.rules, facts));
}

function consequences(after: Happened["after"], meeting: Meeting, today: Happened["today"]): readonly string[] {
  if (meeting.invitation === undefined) return [callNotEntered()];
  const defects = callDefectsNow(after, meeting, today);
  return defects.length === 0 ? [callWithoutDefect()] : defects.map(callDefectSentence);
}
