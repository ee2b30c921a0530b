import { openDatePolls } from "../core/committee/date-poll-now.ts";
import { isCalled } from "../core/committee/decide-move.ts";
import { comingMeetings } from "../core/committee/meeting-meant.ts";
import { workshopsAhead } from "../core/committee/workshop-now.ts";
import { JHA } from "../core/committee/year-goals.ts";
import { datesThatCount } from "../core/committee/year-plan.ts";
import { addMonths, type LocalDate, partsOf } from "../core/kernel/local-date.ts";
import { entries } from "../core/kernel/table.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { meetingsPerYear } from "../core/rules/planning.ts";
import { datePollName } from "../texts/announcements-date-poll.ts";
import { schoolHolidayText } from "../texts/announcements-planning.ts";
import {
  answersSoFar,
  bodySittingsAhead,
  comingHeading,
  datesHeading,
  invited,
  meetingLine,
  meetingStatusNames,
  meetingsHeading,
  movedFromLine,
  noMeetingsIn,
  nothingAhead,
  notInvitedYet,
  placeOpen,
  pollsRunning,
  schoolHolidaysAhead,
  tooLateToInvite,
  workshopDayLine,
  workshopsHeading,
} from "../texts/dates-ahead.ts";
import { meetingsPerYearSentence } from "../texts/rulings-deadlines.ts";
import type { Asked } from "./queries-asked.ts";
import { noticeFor } from "./replies/announce-call.ts";
import { plainChoice } from "./replies/telling.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type Blocks = readonly (Block | string)[];

/** Without any meeting to come, what lies around is looked at so far. */
const MONTHS_AHEAD = 12;
const MOST = 8;

/** Was ansteht; with a year, all its meetings. */
export function datesBlocks(asked: Asked, year: number | undefined): Blocks {
  return year === undefined ? aheadBlocks(asked) : yearBlocks(asked, year);
}

export function datesChoices({ state, today }: Asked): readonly ReplyChoice[] {
  const isPlanned = comingMeetings(state, today).length > 0;
  const hasPoll = openDatePolls(state).length > 0;
  return [
    ...(isPlanned ? [plainChoice("tagesordnung"), plainChoice("rückmeldungen")] : []),
    ...(hasPoll ? [plainChoice("terminumfrage")] : []),
  ];
}

function aheadBlocks(asked: Asked): Blocks {
  const { state, today } = asked;
  const coming = comingMeetings(state, today);
  const polls = openDatePolls(state).map(({ poll, title }) => datePollName(poll, title));
  return [
    heading(datesHeading()),
    ...(coming.length === 0
      ? [nothingAhead()]
      : [comingHeading(), list(coming.slice(0, MOST).map((meeting) => comingLine(asked, meeting)))]),
    ...workshopBlocks(asked),
    ...(polls.length === 0 ? [] : [pollsRunning(polls)]),
    ...aroundLines(asked, coming.at(-1)?.appointment.date),
  ];
}

/** Workshops ahead, each day of them still to come. */
function workshopBlocks({ state, today }: Asked): Blocks {
  const days = workshopsAhead(state)
    .flatMap(({ title, place, days: all }) => all.map((day) => ({ ...day, title, place })))
    .filter(({ date }) => date >= today)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  return days.length === 0 ? [] : [workshopsHeading(), list(days.slice(0, MOST).map(workshopDayLine))];
}

/** Sitzungstage des JHA and school holidays, as far as the meetings to come reach. */
function aroundLines({ state, today }: Asked, last: LocalDate | undefined): readonly string[] {
  const until = addMonths(last ?? today, last === undefined ? MONTHS_AHEAD : 1);
  const isAhead = (date: LocalDate): boolean => date >= today && date <= until;
  const sittings = [...(state.calendar.bodySittings.get(JHA)?.values() ?? [])].flat().toSorted().filter(isAhead);
  const holidays = state.calendar.schoolHolidays.filter(({ from, to }) => to >= today && from <= until);
  return [
    ...(sittings.length === 0 ? [] : [bodySittingsAhead(sittings.slice(0, MOST))]),
    ...(holidays.length === 0 ? [] : [schoolHolidaysAhead(holidays.slice(0, MOST).map(schoolHolidayText))]),
  ];
}

function comingLine(asked: Asked, meeting: Meeting): string {
  return meetingLine(meeting, [
    ...(meeting.place === undefined ? [placeOpen()] : []),
    ...callState(asked, meeting),
    ...answers(asked, meeting),
  ]);
}

function callState({ state, today, holidays }: Asked, meeting: Meeting): readonly string[] {
  const edition = state.invitations.get(meeting.number)?.editions.at(-1);
  const isOutdated = meeting.invitation === undefined && edition !== undefined && edition.revision < meeting.revision;
  if (isCalled(state, meeting) && !isOutdated) return [invited()];
  const { latestDispatch } = noticeFor(state.rules, meeting, holidays);
  return [today > latestDispatch ? tooLateToInvite(latestDispatch) : notInvitedYet(latestDispatch)];
}

/** By person, of those invited; by seat it is told elsewhere. */
function answers({ state }: Asked, { number, revision }: Meeting): readonly string[] {
  const known = state.invitations.get(number);
  const recipients = known?.editions.at(-1)?.recipients ?? [];
  if (known === undefined || recipients.length === 0) return [];
  const given = recipients.flatMap(({ person }) => {
    const answer = known.answers.get(person);
    return answer?.revision === revision ? [answer.answer] : [];
  });
  const countOf = (wanted: "accepted" | "declined"): number => given.filter((one) => one === wanted).length;
  const accepted = countOf("accepted");
  const declined = countOf("declined");
  return [answersSoFar(accepted, declined, recipients.length - accepted - declined)];
}

function yearBlocks({ state }: Asked, year: number): Blocks {
  const ofYear = entries(state.meetings.meetings)
    .filter(({ appointment }) => partsOf(appointment.date).year === year)
    .toSorted((one, other) => (one.appointment.date < other.appointment.date ? -1 : 1));
  const ruling = meetingsPerYear(state.rules, year, datesThatCount(state));
  return [
    heading(meetingsHeading(year)),
    ofYear.length === 0 ? noMeetingsIn(year) : list(ofYear.map(pastOrComing)),
    meetingsPerYearSentence(ruling),
  ];
}

function pastOrComing(meeting: Meeting): string {
  const { status, movedFrom } = meeting;
  return meetingLine(meeting, [
    meetingStatusNames[status],
    ...(movedFrom.length === 0 ? [] : [movedFromLine(movedFrom.map((one) => one.appointment.date))]),
  ]);
}
