import type { BallotEvent, BallotSubject } from "../../core/ballot/events.ts";
import type { Ballot } from "../../core/ballot/state.ts";
import { demandOf, rollCallDemandOf } from "../../core/committee/ballot-opening.ts";
import { isByLists, slatesOf } from "../../core/committee/election-slates.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { PersonId, SeatId } from "../../core/kernel/ids.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import { currentMeeting, isHere, proxiesOf } from "../../core/meeting/queries.ts";
import { excludedStillHere } from "../../core/rules/leaving-the-room.ts";
import { cite } from "../../core/rules/setting.ts";
import { enBlocNote, listLabel } from "../../texts/announcements-elections.ts";
import {
  ballotCancelled,
  ballotOpened,
  ballotPaper,
  conflictDeclared,
  conflictLifted,
  demandSaid,
  handCountSaid,
  howToAnswer,
  howToMark,
  howToVote,
  recusedSeats,
  rollCallHead,
  roundOpened,
  secrecyDoesNotProtect,
  secrecyProtects,
  secretVoteSaid,
  voteChanged,
  voteInPrivate,
  voteSaid,
  voteText,
  withAmendmentsNote,
} from "../../texts/announcements-motions.ts";
import { seatVoteVoided, stillToVote } from "../../texts/announcements-seats.ts";
import { type Names, people, seats } from "../../texts/names.ts";
import { mustLeave, stillHere } from "../../texts/rulings-conflicts.ts";
import { sourceText } from "../../texts/rulings-source.ts";
import { ballotRulingSentence } from "../ballot-ruling.ts";
import { type Block, list, type ReplyChoice } from "../reply.ts";
import { ballotKey, officeOf, subjectTitle, wordingOf } from "./ballot-subject.ts";
import { rulesDiff } from "./rules-diff.ts";
import {
  type Announcement,
  type Announcers,
  choice,
  type Happened,
  plainChoice,
  type Summons,
  silent,
} from "./telling.ts";

export const announceBallots: Announcers<BallotEvent["type"]> = {
  BallotOpened({ ballot: number }, told) {
    const ballot = entry(told.after.ballots.ballots, number);
    return ballot === undefined ? silent : opened(ballot, told);
  },
  VoteCast({ ballot, seat, vote }, { names, before, after }) {
    const said = voteText(vote, nameOf(names));
    const earlier = entry(before.ballots.ballots, ballot)?.votes.get(seat)?.vote;
    if (earlier !== undefined)
      return { actor: [voteChanged(names.seat(seat), said, voteText(earlier, nameOf(names)))] };
    return { actor: [voteSaid(names.seat(seat), said, after.rules.vote.change.value === "untilClose")] };
  },
  SeatVoteVoided: ({ seat }, { names, after }) => ({
    everyone: [seatVoteVoided(names.seat(seat), cite("membership.splitVote", after.rules.membership.splitVote))],
  }),
  SecretVoteCast({ ballot, seat, person }, { names, after }) {
    const voted = entry(after.ballots.ballots, ballot)?.votes;
    const meeting = currentMeeting(after.meetings);
    const held = meeting === undefined ? [] : proxiesOf(meeting, person);
    const left = held.filter((one) => voted?.has(one) === false).map((one) => stillToVote(names.seat(one)));
    return { actor: [secretVoteSaid(names.seat(seat)), ...left] };
  },
  HandCountEntered: ({ yes, no, abstain }) => ({
    actor: [handCountSaid(yes, no, abstain)],
    actorChoices: [plainChoice("abstimmung schließen")],
  }),
  /** The outcome is said by what follows in the same step; here the arithmetic of it. */
  BallotClosed({ ballot: number }, { after, names }) {
    const ballot = entry(after.ballots.ballots, number);
    if (ballot === undefined) return silent;
    const sentence = ballotRulingSentence(after, ballot);
    return {
      everyone: [
        ...(sentence === undefined ? [] : [sentence]),
        ...rollCall(ballot, names),
        ...figuresOf(after, ballot, names),
      ],
    };
  },
  BallotCancelled({ ballot: number, reason }, { after, events, names }) {
    const ballot = entry(after.ballots.ballots, number);
    if (ballot === undefined || events.some(({ type }) => type === "SecrecyDemanded" || type === "RollCallDemanded"))
      return silent;
    return { everyone: [ballotCancelled(subjectTitle(after, ballot.subject, names), reason)] };
  },
  SecrecyDemanded: ({ subject }, told) => demanded(subject, "secret", told),
  RollCallDemanded: ({ subject }, told) => demanded(subject, "rollCall", told),
  ConflictDeclared({ seat }, { names, after }) {
    const { people: here, source } = excludedHere(after, new Set([seat]));
    const leaving = here.length === 0 ? [] : [mustLeave(people(names, here), here.length > 1, source)];
    return { everyone: [conflictDeclared(names.seat(seat)), ...leaving] };
  },
  ConflictLifted: ({ seat }, { names }) => ({ everyone: [conflictLifted(names.seat(seat))] }),
};

/** Whether it is enough, how many are missing, and where it stands. */
function demanded(
  subject: BallotSubject,
  mode: "secret" | "rollCall",
  { after, today, events }: Happened,
): Announcement {
  const meeting = currentMeeting(after.meetings);
  if (meeting === undefined) return silent;
  const ruling =
    mode === "secret" ? demandOf(after, subject, meeting, today) : rollCallDemandOf(after, subject, meeting, today, {});
  const isNew = events.some((event) => event.type === "BallotOpened");
  const choices = ruling.isGranted || isNew ? [] : [plainChoice(mode === "secret" ? "geheim" : "namentlich")];
  return { everyone: demandSaid(ruling, isNew), choices };
}

function opened(ballot: Ballot, told: Happened): Announcement {
  const { after, names } = told;
  const head =
    ballot.subject.kind === "election"
      ? roundOpened(officeOf(after, ballot.subject.election), ballot.subject.round, ballot.mode)
      : ballotOpened(subjectTitle(after, ballot.subject, names), ballot.mode);
  const recused = ballot.recused.size === 0 ? [] : [recusedSeats(seats(names, [...ballot.recused]))];
  const { people: here, source } = excludedHere(after, ballot.recused);
  const warning = here.length === 0 ? [] : [stillHere(people(names, here), here.length > 1, source)];
  const changed = ballot.withAmendments === true ? [withAmendmentsNote()] : [];
  const isSecret = ballot.mode === "secret";
  const how = isSecret ? [voteInPrivate()] : [howTo(ballot)];
  const candour = isSecret && isFirstSecretBallot(after, ballot) ? [secrecyProtects(), secrecyDoesNotProtect()] : [];
  return {
    everyone: [
      head,
      ...wordingOf(after, ballot),
      ...rulesDiff(after, questionOf(after, ballot), names),
      ...changed,
      ...candidatesOf(ballot, told.before, names),
      ...(isEnBloc(ballot) ? [enBlocNote()] : []),
      ...recused,
      ...warning,
      ...candour,
      ...how,
    ],
    choices: isSecret ? [] : voteChoices(ballot, names),
    summons: isSecret ? ballotPapers(ballot, told, head) : [],
  };
}

/** Wer befangen und noch da ist, in the room or dialled in, where the rules want these people to leave. */
function excludedHere(
  { rules, meetings }: CommitteeState,
  recused: ReadonlySet<SeatId>,
): { readonly people: readonly PersonId[]; readonly source: string } {
  const here = [...(currentMeeting(meetings)?.attendance.values() ?? [])].filter(isHere);
  const excluded = here.flatMap(({ person, seat }) => (seat !== undefined && recused.has(seat) ? [person] : []));
  const ruling = excludedStillHere(
    rules,
    excluded,
    here.map(({ person }) => person),
  );
  const stillThere = excluded.filter((person) => ruling.stillHere.includes(person));
  return { people: stillThere, source: sourceText({ ...ruling, alsoFrom: [] }) };
}

function howTo({ perCandidate, marks }: Ballot): string {
  if (perCandidate === true) return howToAnswer();
  return marks === 0 ? howToVote() : howToMark(marks);
}

/** Ja, Nein, Enthaltung; or, for one mark, a button per name. */
export function voteChoices(ballot: Ballot, names: Names): readonly ReplyChoice[] {
  if (ballot.marks === 0) return ["ja", "nein", "enthaltung"].map((word) => choice(capital(word), word));
  if (ballot.perCandidate === true) return [choice("Enthaltung", "enthaltung")];
  const marks = ballot.candidates.map((person, index) => choice(names.person(person), `stimme ${index + 1}`));
  return [...(ballot.marks === 1 ? marks : []), choice("Enthaltung", "enthaltung")];
}

const questionOf = (state: CommitteeState, { subject }: Ballot) =>
  subject.kind === "question" ? entry(state.questions.questions, subject.question)?.subject : undefined;

/** Ja or Nein to all of them together. */
const isEnBloc = (ballot: Ballot): boolean =>
  ballot.subject.kind === "election" && ballot.marks === 0 && ballot.candidates.length > 1;

/** As the ballot paper names them: people, or lists with their people. */
function labelOf(ballot: Ballot, state: CommitteeState, names: Names): (person: PersonId) => string {
  const { subject } = ballot;
  const election = subject.kind === "election" ? entry(state.elections.elections, subject.election) : undefined;
  if (election === undefined || ballot.marks !== 1 || !isByLists(state, election)) return names.person;
  return (person) => {
    const slate = slatesOf(election).find(({ head }) => head === person);
    if (slate?.name === undefined) return names.person(person);
    return listLabel(
      slate.name,
      slate.people.map((one) => names.person(one)),
    );
  };
}

/** Wer zur Wahl steht, numbered as on the ballot paper. */
export function candidatesOf(ballot: Ballot, state: CommitteeState, names: Names): readonly Block[] {
  const label = labelOf(ballot, state, names);
  return ballot.candidates.length === 0 ? [] : [list(ballot.candidates.map(label), true)];
}

function isFirstSecretBallot(state: CommitteeState, ballot: Ballot): boolean {
  return !entries(state.ballots.ballots).some(
    (one) => one.mode === "secret" && one.meeting === ballot.meeting && one.ballot < ballot.ballot,
  );
}

/** Wer abstimmen kann: everybody here whose seat may vote. */
export function votersIn(state: CommitteeState, ballot: Ballot): readonly PersonId[] {
  const here = [...(entry(state.meetings.meetings, ballot.meeting)?.attendance.values() ?? [])].filter(isHere);
  return here.flatMap(({ person, seat }) => (seat === undefined || ballot.recused.has(seat) ? [] : [person]));
}

/** Stimmzettel by direct chat, for everybody here whose seat may vote. */
function ballotPapers(ballot: Ballot, told: Happened, head: string): readonly Summons[] {
  const { after, names } = told;
  return votersIn(after, ballot).map((person) => ({
    person,
    lines: [
      ballotPaper(),
      head,
      ...wordingOf(after, ballot),
      ...candidatesOf(ballot, told.before, names),
      howTo(ballot),
    ],
    choices: voteChoices(ballot, names),
    about: ballotKey(ballot),
    asks: ballotKey(ballot),
  }));
}

/** Das Ergebnis in Zahlen, for a table and a picture. */
function figuresOf(state: CommitteeState, ballot: Ballot, names: Names): readonly Block[] {
  const { counts } = ballot;
  if (counts === undefined) return [];
  const row = (label: string, count: number) => ({ label, count });
  const answers = (counts.answers ?? []).flatMap(({ person, yes, no, abstain }) => [
    row(`${names.person(person)}: Ja`, yes),
    row(`${names.person(person)}: Nein`, no),
    row(`${names.person(person)}: Enthaltung`, abstain),
  ]);
  const candidates = (counts.candidates ?? []).map(({ person, votes }) => row(names.person(person), votes));
  const hasNames = answers.length + candidates.length > 0;
  const rows = [
    ...answers,
    ...candidates,
    ...(hasNames ? [] : [row("Ja", counts.yes), row("Nein", counts.no)]),
    ...(answers.length > 0 ? [] : [row("Enthaltung", counts.abstain)]),
    ...(counts.invalid === 0 ? [] : [row("Ungültig", counts.invalid)]),
  ];
  return [{ kind: "figures", title: subjectTitle(state, ballot.subject, names), rows }];
}

function rollCall(ballot: Ballot, names: Names): readonly (Block | string)[] {
  if (ballot.mode !== "rollCall") return [];
  const votes = ballot.votes
    .entries()
    .flatMap(([seat, { vote }]) =>
      vote === undefined ? [] : [`${names.seat(seat)}: ${voteText(vote, nameOf(names))}`],
    );
  return [rollCallHead(), list(votes)];
}

/** The vote holds the keys of people; the text asks for names by plain keys. */
const nameOf =
  (names: Names) =>
  (person: string): string =>
    names.person(person as PersonId);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
