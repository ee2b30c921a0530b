import { answerNow, expectedAttendance, isInvited, type SeatAnswers } from "../core/committee/answers-now.ts";
import { leads } from "../core/committee/may.ts";
import { comingMeetings, meetingMeant } from "../core/committee/meeting-meant.ts";
import type { Answer } from "../core/invitation/state.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { peopleOn } from "../core/membership/queries.ts";
import {
  answerOf,
  answersHead,
  bySeatHead,
  commentLine,
  commentsHead,
  noAnswerYet,
  seatAnswers,
  standInAsked,
  standInUnregistered,
  withoutVoteAnswers,
} from "../texts/announcements-answers.ts";
import type { Names } from "../texts/names.ts";
import { noMeetingPlanned } from "../texts/status.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { answerChoices, expectedLines } from "./replies/answer-lines.ts";
import { plainChoice } from "./replies/telling.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type AnswersQuery = Extract<Query, { kind: "answers" }>;

/** Rückmeldungen by seat, against the quorum. Remarks are for the leadership, by direct chat. */
export function answersBlocks(asked: Asked, query: AnswersQuery): readonly (Block | string)[] {
  const meeting = meetingOf(asked, query);
  if (meeting === undefined) return [noMeetingPlanned()];
  const { state, names } = asked;
  const { seats, others } = expectedAttendance(state, meeting);
  return [
    heading(answersHead(meeting.appointment)),
    ...expectedLines(state, meeting, names),
    bySeatHead(),
    list(seats.map((one) => seatLine(one, names))),
    ...(others.length === 0 ? [] : [withoutVoteAnswers(), list(others.map((one) => answerLine(one, [], names)))]),
    ...commentBlocks(asked, meeting),
  ];
}

function seatLine({ seat, answers, asked }: SeatAnswers, names: Names): string {
  if (answers.length === 0) return noAnswerYet(names.seat(seat));
  return seatAnswers(
    names.seat(seat),
    answers.map((one) => answerLine(one, asked, names)),
  );
}

function answerLine(one: Answer, asked: SeatAnswers["asked"], names: Names): string {
  const { person, answer, substitute, substituteName } = one;
  if (substitute !== undefined) {
    const name = names.person(substitute);
    return answerOf(names.person(person), answer, asked.includes(substitute) ? standInAsked(name) : name);
  }
  const free = substituteName === undefined ? undefined : standInUnregistered(substituteName);
  return answerOf(names.person(person), answer, free);
}

function commentBlocks(
  { state, person, incoming, today, names }: Asked,
  meeting: Meeting,
): readonly (Block | string)[] {
  const isForLeadership = person !== undefined && incoming.room === undefined && leads(state, person, today);
  if (!isForLeadership) return [];
  const comments = peopleOn(state.membership, today).flatMap((one) => {
    const comment = answerNow(state, meeting, one.person)?.comment;
    return comment === undefined ? [] : [commentLine(names.person(one.person), comment)];
  });
  return comments.length === 0 ? [] : [commentsHead(), list(comments)];
}

export function answersChoices(asked: Asked, query: AnswersQuery): readonly ReplyChoice[] {
  const meeting = meetingOf(asked, query);
  if (meeting === undefined) return [];
  const { state, person, today } = asked;
  const isAsked = person !== undefined && isInvited(state, meeting, person, today);
  const others = comingMeetings(state, today).filter(({ number }) => number !== meeting.number);
  return [...(isAsked ? answerChoices(meeting) : []), ...(others.length === 0 ? [] : [plainChoice("termine")])];
}

function meetingOf({ state, today }: Asked, { meeting: number }: AnswersQuery): Meeting | undefined {
  const meeting = meetingMeant(state, number, today);
  return meeting.ok ? meeting.value : undefined;
}
