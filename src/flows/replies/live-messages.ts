import { calledItem } from "../../core/agenda/queries.ts";
import type { Ballot } from "../../core/ballot/state.ts";
import { openVotes, tally, votedOf } from "../../core/ballot/tally.ts";
import { purposeOf } from "../../core/committee/outcome-of-ballot.ts";
import { votingSeats } from "../../core/committee/quorum-now.ts";
import { sliceOf } from "../../core/committee/slice-of.ts";
import { speakersInOrder } from "../../core/committee/speakers-in-order.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { entry } from "../../core/kernel/table.ts";
import { currentMeeting, isHere } from "../../core/meeting/queries.ts";
import { outcomeIsSettled } from "../../core/rules/outcome-is-settled.ts";
import { listIsClosed, nobodyWaits, speaksNow, waitInOrder } from "../../texts/announcements-agenda.ts";
import { attendanceLine } from "../../texts/announcements-meeting.ts";
import {
  ballotCancelled,
  ballotIsClosed,
  everyoneVoted,
  settledUnlessChanged,
  turnout,
  turnoutHidden,
} from "../../texts/announcements-motions.ts";
import type { Names } from "../../texts/names.ts";
import { quorumInShort, settledSentence } from "../../texts/rulings.ts";
import { heading, list, type Reply, reply } from "../reply.ts";
import { voteChoices } from "./announce-ballots.ts";
import { answerMessages } from "./answer-messages.ts";
import { ballotKey, subjectTitle } from "./ballot-subject.ts";
import { datePollMessages } from "./live-date-poll.ts";
import { ideasMessages } from "./live-ideas.ts";
import { wallMessages } from "./live-wall.ts";
import { weightingMessages } from "./live-weighting.ts";
import { quorumOf } from "./quorum-changes.ts";
import { isTooFew, LEAST_TURNOUT } from "./secret-turnout.ts";
import { type Happened, plainChoice } from "./telling.ts";

/** Nachrichten, die an Ort und Stelle fortgeschrieben werden: turnout, speakers' list, attendance. Derived from the state alone. */
export function liveMessages(told: Happened): readonly Reply[] {
  const touched = new Set(told.events.map((event) => sliceOf[event.type]));
  return [
    ...(touched.has("ballots") ? ballotMessages(told) : []),
    ...(touched.has("datePolls") ? datePollMessages(told) : []),
    ...(touched.has("workshops") ? ideasMessages(told) : []),
    ...(touched.has("workshops") ? weightingMessages(told) : []),
    ...(touched.has("speakers") ? speakersMessage(told.after, told.today, told.names) : []),
    ...(told.events.some((event) => event.type === "AttendanceRecorded")
      ? attendanceMessage(told.after, told.today)
      : []),
    ...answerMessages(told),
    ...wallMessages(told),
  ];
}

const everyone = { kind: "everyone" } as const;

function ballotMessages({ events, after, today, names }: Happened): readonly Reply[] {
  const numbers = new Set(
    events.flatMap((event) => ("ballot" in event && sliceOf[event.type] === "ballots" ? [event.ballot] : [])),
  );
  return [...numbers].flatMap((number) => {
    const ballot = entry(after.ballots.ballots, number);
    return ballot === undefined ? [] : [ballotMessage(after, ballot, today, names)];
  });
}

/** What opened it is told once, by its announcement; here how it stands. */
function ballotMessage(state: CommitteeState, ballot: Ballot, today: LocalDate, names: Names): Reply {
  const subject = subjectTitle(state, ballot.subject, names);
  const live = ballotKey(ballot);
  if (ballot.status === "closed") return reply(everyone, [ballotIsClosed(subject)], { live, over: true });
  if (ballot.status === "cancelled")
    return reply(everyone, [ballotCancelled(subject, ballot.cancelReason ?? "")], { live, over: true });
  const lines = [heading(subject), ...turnoutLines(state, ballot, today)];
  if (ballot.mode === "secret") return reply(everyone, lines, { live, papers: live });
  return reply(everyone, lines, { live, choices: voteChoices(ballot, names), asks: live });
}

/** How many have voted, never how: not even of an open vote, since numbers in between sway those still to come. */
export function turnoutLines(state: CommitteeState, ballot: Ballot, today: LocalDate): readonly string[] {
  const meeting = entry(state.meetings.meetings, ballot.meeting);
  if (meeting === undefined) return [];
  const present = votingSeats(state, meeting, today, ballot.recused, ballot.openedAt).present;
  const eligible = new Set([...present, ...ballot.votes.keys()]).size;
  const voted = votedSoFar(ballot);
  if (isTooFew(ballot)) return [turnoutHidden(LEAST_TURNOUT)];
  return [
    turnout(voted, eligible),
    ...(voted >= eligible ? [everyoneVoted()] : []),
    ...settled(state, ballot, eligible, voted, today),
  ];
}

function votedSoFar(ballot: Ballot): number {
  if (ballot.mode === "secret") return ballot.votes.size;
  const votes = openVotes(ballot);
  return votedOf(tally(ballot, votes), ballot, votes);
}

/** "Das Ergebnis steht fest": for open votes over motions. */
function settled(
  state: CommitteeState,
  ballot: Ballot,
  eligible: number,
  voted: number,
  today: LocalDate,
): readonly string[] {
  if (ballot.mode === "secret" || ballot.subject.kind === "election" || voted === 0) return [];
  const meeting = entry(state.meetings.meetings, ballot.meeting);
  if (meeting === undefined || voted > eligible) return [];
  const { yes, no, abstain, invalid } = tally(ballot, openVotes(ballot));
  const members = votingSeats(state, meeting, today, ballot.recused).all.size - ballot.recused.size;
  const outcome = outcomeIsSettled(
    state.rules,
    { yes, no, abstain, invalid, present: eligible, members },
    eligible - voted,
    purposeOf(state, state.rules, ballot),
  );
  if (outcome === "open") return [];
  if (state.rules.vote.change.value === "never") return [settledSentence(outcome)];
  return [settledUnlessChanged(outcome === "carried")];
}

function speakersMessage(state: CommitteeState, today: LocalDate, names: Names): readonly Reply[] {
  const meeting = currentMeeting(state.meetings);
  if (meeting === undefined) return [];
  const item = calledItem(state.agenda, meeting.number)?.item ?? 0;
  const live = `speakers-${meeting.number}-${item}`;
  return [reply(everyone, speakersBlocks(state, today, names), { live, choices: [plainChoice("melden")] })];
}

export function speakersBlocks(state: CommitteeState, today: LocalDate, names: Names) {
  const waiting = speakersInOrder(state, today).map((person) => names.person(person));
  const { speaking, closed } = state.speakers;
  return [
    ...(speaking === undefined ? [] : [speaksNow(names.person(speaking))]),
    ...(waiting.length === 0 ? [nobodyWaits()] : [waitInOrder(), list(waiting, true)]),
    ...(closed ? [listIsClosed()] : []),
  ];
}

function attendanceMessage(state: CommitteeState, today: LocalDate): readonly Reply[] {
  const meeting = currentMeeting(state.meetings);
  if (meeting === undefined) return [];
  const choices = [plainChoice("anwesend")];
  return [reply(everyone, attendanceLines(state, today), { live: `attendance-${meeting.number}`, choices })];
}

/** Seats and heads apart, and whether it is enough. */
export function attendanceLines(state: CommitteeState, today: LocalDate): readonly string[] {
  const meeting = currentMeeting(state.meetings);
  const quorum = quorumOf(state, today);
  if (meeting === undefined || quorum === undefined) return [];
  const { present, all } = votingSeats(state, meeting, today, new Set());
  const heads = [...meeting.attendance.values()].filter(isHere).length;
  return [attendanceLine(present.size, all.size, heads), quorumInShort(quorum)];
}
