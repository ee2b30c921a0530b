import { agendaOf, calledItem, itemsOf, positionOf } from "../core/agenda/queries.ts";
import { runningBallot } from "../core/committee/ballot-opening.ts";
import { openCollectionOf } from "../core/committee/decide-minutes.ts";
import { meetingAtHand, plannedMeeting } from "../core/committee/meeting-now.ts";
import { currentElection } from "../core/committee/outcome-of-round.ts";
import { entries } from "../core/kernel/table.ts";
import { currentMeeting } from "../core/meeting/queries.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { itemText } from "../texts/announcements-agenda.ts";
import { appointmentText } from "../texts/announcements-meeting.ts";
import { ballotOpened, voteInPrivate } from "../texts/announcements-motions.ts";
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
} from "../texts/status.ts";
import type { Asked } from "./queries-asked.ts";
import { voteChoices } from "./replies/announce-ballots.ts";
import { subjectTitle, wordingOf } from "./replies/ballot-subject.ts";
import { attendanceLines, turnoutLines } from "./replies/live-messages.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type Blocks = readonly (Block | string)[];

/** Wo stehen wir: meeting, item, attendance and quorum, what is open, what waits for delivery. */
export function statusBlocks(asked: Asked): Blocks {
  const { state, today, waiting } = asked;
  const meeting = currentMeeting(state.meetings);
  const lines = meeting === undefined ? withoutMeeting(asked) : runningLines(asked, meeting);
  const motions = entries(state.motions.motions).filter((one) => one.status === "open");
  return [
    ...lines,
    ...(meeting === undefined ? [] : attendanceLines(state, today)),
    ...openThings(asked),
    ...(motions.length === 0 ? [] : [openMotions(motions.map((one) => one.motion))]),
    ...(waiting === 0 ? [] : [messagesWait(waiting)]),
  ];
}

function withoutMeeting({ state, today }: Asked): Blocks {
  const planned = plannedMeeting(state, today);
  const next =
    planned === undefined ? noMeetingPlanned() : nextMeeting(appointmentText(planned.appointment), planned.place);
  return [noMeetingRuns(), next];
}

function runningLines({ state, names }: Asked, meeting: Meeting): Blocks {
  const spoken = meeting.number + (state.membership.description?.meetingsBefore ?? 0);
  const chair = meeting.chairedBy === undefined ? "" : names.person(meeting.chairedBy);
  const item = calledItem(state.agenda, meeting.number);
  const where = item === undefined ? noItemCalled() : atItem(positionOf(state.agenda, item), item.title);
  return [meetingRuns(spoken, chair, meeting.status === "paused"), where];
}

function openThings({ state, today }: Asked): Blocks {
  const ballot = runningBallot(state);
  const election = currentElection(state);
  const collection = openCollectionOf(state);
  return [
    ...(ballot === undefined
      ? []
      : [ballotOpened(subjectTitle(state, ballot.subject), ballot.mode), ...turnoutLines(state, ballot, today)]),
    ...(election === undefined ? [] : [electionRuns(election.title, electionPhases[election.status])]),
    ...(collection === undefined ? [] : [collectionRuns(collection.heading)]),
  ];
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

export function ballotBlocks({ state, today, names }: Asked): {
  readonly blocks: Blocks;
  readonly choices: readonly ReplyChoice[];
} {
  const ballot = runningBallot(state);
  if (ballot === undefined) return { blocks: [noBallotRuns()], choices: [] };
  const head = ballotOpened(subjectTitle(state, ballot.subject), ballot.mode);
  const isSecret = ballot.mode === "secret";
  return {
    blocks: [
      head,
      ...wordingOf(state, ballot),
      ...turnoutLines(state, ballot, today),
      ...(isSecret ? [voteInPrivate()] : []),
    ],
    choices: voteChoices(ballot, names),
  };
}
