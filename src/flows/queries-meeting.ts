import { agendaOf, calledItem, itemsOf, positionOf } from "../core/agenda/queries.ts";
import type { AgendaItem } from "../core/agenda/state.ts";
import type { Ballot } from "../core/ballot/state.ts";
import { runningBallot } from "../core/committee/ballot-opening.ts";
import { openCollectionOf } from "../core/committee/decide-minutes.ts";
import { meetingAtHand, plannedMeeting } from "../core/committee/meeting-now.ts";
import { ordinalOf } from "../core/committee/meeting-ordinal.ts";
import { currentElection } from "../core/committee/outcome-of-round.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Instant, PersonId, SeatId } from "../core/kernel/ids.ts";
import { minutesBetween } from "../core/kernel/minutes-between.ts";
import { entries } from "../core/kernel/table.ts";
import { currentMeeting, proxiesOf } from "../core/meeting/queries.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { itemText } from "../texts/announcements-agenda.ts";
import { appointmentText } from "../texts/announcements-meeting.ts";
import {
  ballotOpened,
  ballotPaper,
  secretVoteSaid,
  voteInPrivate,
  voteSaid,
  voteText,
} from "../texts/announcements-motions.ts";
import {
  agendaHead,
  atItem,
  collectionRuns,
  electionPhases,
  electionRuns,
  itemStates,
  meetingRuns,
  messagesWait,
  nextMeeting,
  noAgendaYet,
  noBallotRuns,
  noItemCalled,
  noMeetingPlanned,
  noMeetingRuns,
  openMotions,
  type TimeBudget,
} from "../texts/status.ts";
import type { Asked } from "./queries-asked.ts";
import { datePollLines } from "./queries-date-poll.ts";
import { minutesLines } from "./queries-minutes.ts";
import { periodWarnings } from "./queries-offices.ts";
import { workshopLines } from "./queries-workshop.ts";
import { runningLines as writtenLines } from "./queries-written.ts";
import { candidatesOf, voteChoices } from "./replies/announce-ballots.ts";
import { ballotKey, subjectTitle, wordingOf } from "./replies/ballot-subject.ts";
import { attendanceLines, speakersBlocks, turnoutLines } from "./replies/live-messages.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type Blocks = readonly (Block | string)[];

/** Wo stehen wir: meeting, item, attendance and quorum, what is open, what waits for delivery. */
export function statusBlocks(asked: Asked): Blocks {
  const { state, today, waiting, alarms } = asked;
  const meeting = currentMeeting(state.meetings);
  const lines = meeting === undefined ? withoutMeeting(asked) : runningLines(asked, meeting);
  const motions = entries(state.motions.motions).filter((one) => one.status === "open");
  return [
    ...lines,
    ...(meeting === undefined ? [] : attendanceLines(state, today)),
    ...openThings(asked),
    ...periodWarnings(asked),
    ...minutesLines(state),
    ...(motions.length === 0 ? [] : [openMotions(motions.map((one) => one.motion))]),
    ...(waiting === 0 ? [] : [messagesWait(waiting)]),
    ...alarms,
  ];
}

function withoutMeeting({ state, today }: Asked): Blocks {
  const planned = plannedMeeting(state, today);
  const next =
    planned === undefined ? noMeetingPlanned() : nextMeeting(appointmentText(planned.appointment), planned.place);
  return [noMeetingRuns(), next];
}

function runningLines({ state, names, incoming }: Asked, meeting: Meeting): Blocks {
  const spoken = ordinalOf({ state, meeting });
  const chair = meeting.chairedBy === undefined ? "" : names.person(meeting.chairedBy);
  const item = calledItem(state.agenda, meeting.number);
  const where =
    item === undefined
      ? noItemCalled()
      : atItem(positionOf(state.agenda, item), item.title, budgetOf(item, incoming.at));
  return [meetingRuns(spoken, chair, meeting.status === "paused"), where];
}

/** None where no time was planned. */
function budgetOf({ minutes, calledAt }: AgendaItem, now: Instant): TimeBudget | undefined {
  if (minutes === undefined || calledAt === undefined) return undefined;
  return { minutes, gone: minutesBetween(calledAt, now) };
}

function openThings(asked: Asked): Blocks {
  const { state, today, names } = asked;
  const ballot = runningBallot(state);
  const election = currentElection(state);
  const collection = openCollectionOf(state);
  return [
    ...(ballot === undefined
      ? []
      : [ballotOpened(subjectTitle(state, ballot.subject, names), ballot.mode), ...turnoutLines(state, ballot, today)]),
    ...(election === undefined ? [] : [electionRuns(election.title, electionPhases[election.status])]),
    ...(collection === undefined ? [] : [collectionRuns(collection.heading)]),
    ...writtenLines(asked),
    ...datePollLines(asked),
    ...workshopLines(asked),
    ...(isSomebodyOnList(state) ? speakersBlocks(state, today, names) : []),
  ];
}

const isSomebodyOnList = ({ speakers }: CommitteeState): boolean =>
  speakers.speaking !== undefined || speakers.requests.length > 0;

/** Stimmen, die hier und jetzt abgegeben werden können: a secret one only in the direct chat. */
export function ballotChoices(asked: Asked): readonly ReplyChoice[] {
  const { state, incoming, names } = asked;
  const ballot = runningBallot(state);
  if (ballot === undefined || (ballot.mode === "secret" && incoming.room !== undefined)) return [];
  return isSettled(asked, ballot) ? [] : voteChoices(ballot, names);
}

/** Whoever asks alone has voted for every seat it votes for, and cannot change it. */
function isSettled(asked: Asked, ballot: Ballot): boolean {
  const seats = isAlone(asked) ? ownSeats(asked) : [];
  const isFinal = ballot.mode === "secret" || asked.state.rules.vote.change.value !== "untilClose";
  return isFinal && seats.length > 0 && seats.every((seat) => ballot.votes.has(seat));
}

const isAlone = ({ incoming }: Asked): boolean => incoming.room === undefined || incoming.isClick === true;

/** Sitze, für die jemand hier stimmt: the own one and those handed over. */
function ownSeats({ state, person }: Asked): readonly SeatId[] {
  const meeting = currentMeeting(state.meetings);
  if (person === undefined || meeting === undefined) return [];
  const own = meeting.attendance.get(person)?.seat;
  return [...(own === undefined ? [] : [own]), ...proxiesOf(meeting, person)];
}

/** Tagesordnung der laufenden, nächsten oder letzten Sitzung. */
export function agendaBlocks({ state, today }: Asked): Blocks {
  const meeting = meetingAtHand(state, today);
  const items = meeting === undefined ? [] : itemsOf(state.agenda, meeting.number);
  if (meeting === undefined || items.length === 0) return [noAgendaYet()];
  const adopted = agendaOf(state.agenda, meeting.number).adopted !== undefined;
  return [
    heading(agendaHead(appointmentText(meeting.appointment), adopted)),
    list(
      items.map((item) => `${itemText(item)}${itemStates[item.status]}`),
      true,
    ),
  ];
}

/** Die laufende Abstimmung; whoever asks alone also reads how its own vote stands, and has the ballot paper before them. */
export function ballotBlocks(asked: Asked): Blocks {
  const { state, today, names } = asked;
  const ballot = runningBallot(state);
  if (ballot === undefined) return [noBallotRuns()];
  const forOne = isAlone(asked);
  const isSecret = ballot.mode === "secret";
  return [
    ...(forOne && isSecret ? [ballotPaper()] : []),
    ballotOpened(subjectTitle(state, ballot.subject, names), ballot.mode),
    ...wordingOf(state, ballot),
    ...(forOne ? candidatesOf(ballot, state, names) : []),
    ...turnoutLines(state, ballot, today),
    ...(isSecret && !forOne ? [voteInPrivate()] : []),
    ...(forOne ? ownVotes(asked, ballot) : []),
  ];
}

/** Buttons under it count for this ballot only. */
export function ballotMeant({ state }: Asked): { readonly about?: string } {
  const ballot = runningBallot(state);
  return ballot === undefined ? {} : { about: ballotKey(ballot) };
}

/** Die eigenen Stimmen. Of a secret ballot only that they were given. */
function ownVotes(asked: Asked, ballot: Ballot): readonly string[] {
  const { state, names } = asked;
  return ownSeats(asked).flatMap((seat) => {
    const cast = ballot.votes.get(seat);
    if (cast === undefined) return [];
    if (cast.vote === undefined) return [secretVoteSaid(names.seat(seat))];
    const said = voteText(cast.vote, (one) => names.person(one as PersonId)); // the vote holds the keys of people
    return [voteSaid(names.seat(seat), said, state.rules.vote.change.value === "untilClose")];
  });
}
