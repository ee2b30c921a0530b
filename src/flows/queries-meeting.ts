import { agendaOf, calledItem, itemsOf, positionOf } from "../core/agenda/queries.ts";
import type { AgendaItem } from "../core/agenda/state.ts";
import { runningBallot } from "../core/committee/ballot-opening.ts";
import { openCollectionOf } from "../core/committee/decide-minutes.ts";
import { meetingAtHand, plannedMeeting } from "../core/committee/meeting-now.ts";
import { currentElection } from "../core/committee/outcome-of-round.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { minutesBetween } from "../core/kernel/minutes-between.ts";
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
  type TimeBudget,
} from "../texts/status.ts";
import type { Asked } from "./queries-asked.ts";
import { minutesLines } from "./queries-minutes.ts";
import { periodWarnings } from "./queries-offices.ts";
import { runningLines as writtenLines } from "./queries-written.ts";
import { voteChoices } from "./replies/announce-ballots.ts";
import { subjectTitle, wordingOf } from "./replies/ballot-subject.ts";
import { attendanceLines, speakersBlocks, turnoutLines } from "./replies/live-messages.ts";
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
    ...periodWarnings(asked),
    ...minutesLines(state),
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

function runningLines({ state, names, incoming }: Asked, meeting: Meeting): Blocks {
  const spoken = meeting.number + (state.membership.description?.meetingsBefore ?? 0);
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
    ...(isSomebodyOnList(state) ? speakersBlocks(state, today, names) : []),
  ];
}

const isSomebodyOnList = ({ speakers }: CommitteeState): boolean =>
  speakers.speaking !== undefined || speakers.requests.length > 0;

/** Stimmen, die hier und jetzt abgegeben werden können: a secret one only in the direct chat. */
export function ballotChoices({ state, incoming, names }: Asked): readonly ReplyChoice[] {
  const ballot = runningBallot(state);
  if (ballot === undefined || (ballot.mode === "secret" && incoming.room !== undefined)) return [];
  return voteChoices(ballot, names);
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

export function ballotBlocks({ state, today, names }: Asked): Blocks {
  const ballot = runningBallot(state);
  if (ballot === undefined) return [noBallotRuns()];
  return [
    ballotOpened(subjectTitle(state, ballot.subject, names), ballot.mode),
    ...wordingOf(state, ballot),
    ...turnoutLines(state, ballot, today),
    ...(ballot.mode === "secret" ? [voteInPrivate()] : []),
  ];
}
