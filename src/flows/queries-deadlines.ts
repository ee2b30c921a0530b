import { callDefectsNow } from "../core/committee/call-now.ts";
import { objectionNow } from "../core/committee/decide-call.ts";
import { lastMeeting, meetingAtHand } from "../core/committee/meeting-now.ts";
import { datesThatCount } from "../core/committee/year-plan.ts";
import { daysBetween, partsOf } from "../core/kernel/local-date.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { seatsOn } from "../core/membership/queries.ts";
import { agendaProposals } from "../core/rules/agenda-deadline.ts";
import { extraordinaryMeeting } from "../core/rules/extraordinary-meeting.ts";
import { minutesDeadlines } from "../core/rules/minutes-deadlines.ts";
import { meetingBeforeJha, meetingsPerYear } from "../core/rules/planning.ts";
import {
  deadlinesHeading,
  forMeeting,
  forMinutes,
  invitationOpen,
  noDeadlinesWithoutMeeting,
  objectionStillPossible,
  objectionsSoFar,
} from "../texts/announcements-call.ts";
import {
  callDefectSentence,
  daysLeftText,
  extraordinarySentence,
  meetingsPerYearSentence,
  minutesDeadlinesSentence,
  noticeGivenSentence,
  noticeSentence,
  proposalSentence,
  targetSentence,
} from "../texts/rulings-deadlines.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { noticeFor } from "./replies/announce-call.ts";
import { type Block, heading, list } from "./reply.ts";

type Blocks = readonly (Block | string)[];

/** Fristen: what has to be done by when, each with its rule; or the days that were asked for. */
export function deadlineBlocks(query: Extract<Query, { kind: "deadlines" }>, asked: Asked): Blocks {
  const asks = [...jhaLines(query, asked), ...demandLines(query, asked)];
  if (asks.length > 0) return asks;
  const { state, today } = asked;
  const meeting = meetingAtHand(state, today);
  const coming = meeting === undefined || meeting.status === "closed" ? undefined : meeting;
  const last = lastMeeting(state);
  return [
    heading(deadlinesHeading()),
    ...(coming === undefined ? [noDeadlinesWithoutMeeting()] : meetingLines(asked, coming)),
    ...(last === undefined ? [] : minutesLines(asked, last)),
    meetingsPerYearSentence(meetingsPerYear(state.rules, partsOf(today).year, datesThatCount(state))),
  ];
}

function meetingLines(asked: Asked, meeting: Meeting): Blocks {
  const { state, today } = asked;
  const { date } = meeting.appointment;
  const proposals = agendaProposals(state.rules, { meeting: date, received: { day: today, time: asked.time } });
  return [
    forMeeting(date),
    list([...callLines(asked, meeting), proposalSentence(proposals), ...defectLines(asked, meeting)]),
  ];
}

function callLines({ state, today, holidays }: Asked, meeting: Meeting): readonly string[] {
  const notice = noticeFor(state.rules, meeting, holidays);
  if (notice.given !== undefined) return [noticeGivenSentence(notice, notice.given)];
  const left = daysBetween(today, notice.latestDispatch);
  return [noticeSentence(notice), invitationOpen(daysLeftText(left))];
}

function defectLines({ state, today }: Asked, meeting: Meeting): readonly string[] {
  const defects = callDefectsNow(state, meeting, today).map(callDefectSentence);
  const { callObjections } = meeting;
  if (callObjections.length > 0) return [...defects, objectionsSoFar(callObjections.length)];
  const isStillPossible = defects.length > 0 && objectionNow(state, meeting).isInTime;
  return isStillPossible ? [...defects, objectionStillPossible()] : defects;
}

function minutesLines({ state, holidays }: Asked, meeting: Meeting): Blocks {
  const { date } = meeting.appointment;
  const submitted = state.minutes.issued.get(meeting.number)?.sent?.on;
  const ruling = minutesDeadlines(state.rules, {
    meeting: date,
    ...(submitted === undefined ? {} : { submitted }),
    holidays,
  });
  return [forMinutes(date), list([minutesDeadlinesSentence(ruling)])];
}

function jhaLines({ jha }: Extract<Query, { kind: "deadlines" }>, { state, holidays }: Asked): readonly string[] {
  return jha === undefined ? [] : [targetSentence(meetingBeforeJha(state.rules, jha, holidays))];
}

function demandLines({ demand }: Extract<Query, { kind: "deadlines" }>, asked: Asked): readonly string[] {
  if (demand === undefined) return [];
  const { state, today, holidays } = asked;
  const ruling = extraordinaryMeeting(state.rules, {
    demandReceived: demand.on,
    demanders: demand.demanders,
    votingSeats: seatsOn(state.membership, today).length,
    holidays,
  });
  return [extraordinarySentence(ruling)];
}
