import type { Ballot } from "../../src/core/ballot/state.ts";
import { sumOfDots } from "../../src/core/committee/dot-counts.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { evolveSlices } from "../../src/core/committee/evolve.ts";
import { quorumNow } from "../../src/core/committee/quorum-now.ts";
import { rulesInForce } from "../../src/core/committee/rules-in-force.ts";
import { type CommitteeState, emptySlices, type Slices } from "../../src/core/committee/state.ts";
import { entries } from "../../src/core/kernel/table.ts";
import { currentMeeting } from "../../src/core/meeting/queries.ts";
import type { Weighting } from "../../src/core/workshop/state.ts";
import type { Past } from "./fold.ts";
import { meetingDay } from "./small-committee.ts";

/** What must hold at every moment; each sentence that comes back is a breach. */
export function breaches({ state, stream }: Past): readonly string[] {
  const ballots = entries(state.ballots.ballots);
  return [
    ...ballots.flatMap(ballotBreaches),
    ...ballots.flatMap((ballot) => streamBreaches(ballot, stream)),
    ...officeBreaches(state, stream),
    ...onlyOneOpen(state),
    ...quorumBreaches(state),
    ...resolutionBreaches(stream),
    ...entries(state.workshops.weightings).flatMap((weighting) => weightingBreaches(weighting, stream)),
  ];
}

/** Nobody gives more dots than there are, no seat counts twice, and what is counted is what was placed. */
function weightingBreaches(weighting: Weighting, stream: Past["stream"]): readonly string[] {
  const { weighting: number, budget, per, mode, placed, result } = weighting;
  const given = [...placed.values()].map(({ dots }) => sumOfDots(dots));
  const events = stream.flatMap(({ event }) =>
    (event.type === "DotsPlaced" || event.type === "SecretDotsPlaced") && event.weighting === number ? [event] : [],
  );
  const people = new Map(events.map((event) => [event.seat ?? event.person, event.person]));
  const counted = sumOfDots(result?.counts ?? []);
  const placedInAll = given.reduce((sum, dots) => sum + dots, 0);
  return [
    ...must(
      given.every((dots) => dots <= budget),
      `weighting ${number}: more dots than ${budget}`,
    ),
    ...must(
      events.every((event) => people.get(event.seat ?? event.person) === event.person),
      `weighting ${number}: two people placed the dots of one seat`,
    ),
    ...must(
      events.every((event) => (per === "seat") === (event.seat !== undefined)),
      `weighting ${number}: dots of somebody without a place`,
    ),
    ...must(
      mode === "open" || events.length === placed.size,
      `weighting ${number}: ${events.length} sealed placements of ${placed.size}`,
    ),
    ...must(result === undefined || result.voters === placed.size, `weighting ${number}: ${result?.voters} voters`),
    ...must(
      result === undefined || (mode === "open" ? counted === placedInAll : counted <= placed.size * budget),
      `weighting ${number}: ${counted} dots counted, ${placedInAll} placed`,
    ),
  ];
}

function ballotBreaches(ballot: Ballot): readonly string[] {
  const { counts, eligible, members, votes, handCount, mode, marks } = ballot;
  if (counts === undefined || eligible === undefined || members === undefined) return [];
  const hands = (handCount?.yes ?? 0) + (handCount?.no ?? 0) + (handCount?.abstain ?? 0);
  const { yes, no, abstain } = counts;
  const voted = marks === 0 ? yes + no + abstain : votes.size;
  const chosen = (choice: string) =>
    [...votes.values()].filter(({ vote }) => vote?.kind === "question" && vote.choice === choice).length;
  const marksGiven = (counts.candidates ?? []).reduce((sum, one) => sum + one.votes, 0);
  return [
    ...must(
      voted === votes.size + hands,
      `ballot ${ballot.ballot}: ${voted} counted, ${votes.size} votes, ${hands} hands`,
    ),
    ...must(voted <= eligible, `ballot ${ballot.ballot}: ${voted} voted of ${eligible} eligible`),
    ...must(eligible <= members, `ballot ${ballot.ballot}: ${eligible} eligible of ${members} seats`),
    ...must(
      mode === "secret" || marks > 0 || yes === chosen("yes") + (handCount?.yes ?? 0),
      `ballot ${ballot.ballot}: Ja is not what was cast`,
    ),
    ...must(
      mode === "secret" || marks > 0 || no === chosen("no") + (handCount?.no ?? 0),
      `ballot ${ballot.ballot}: Nein is not what was cast`,
    ),
    ...must(marksGiven <= votes.size * marks, `ballot ${ballot.ballot}: more marks than votes allow`),
  ];
}

/** Against the record itself: nobody's vote is counted twice, nothing is counted after the close. */
function streamBreaches({ ballot, votes, mode }: Ballot, stream: Past["stream"]): readonly string[] {
  const cast = stream.flatMap(({ event }) =>
    (event.type === "VoteCast" || event.type === "SecretVoteCast") && event.ballot === ballot ? [event] : [],
  );
  const seats = new Set(cast.map((one) => one.seat));
  const people = new Map(cast.map((one) => [one.seat, one.person]));
  const closedAt = stream.findIndex(({ event }) => event.type === "BallotClosed" && event.ballot === ballot);
  const after = closedAt === -1 ? [] : stream.slice(closedAt + 1);
  return [
    ...must(
      seats.size === votes.size,
      `ballot ${ballot}: ${seats.size} seats in the record, ${votes.size} in the state`,
    ),
    ...must(mode !== "secret" || cast.length === seats.size, `ballot ${ballot}: a seat has two sealed votes`),
    ...must(
      cast.every((one) => people.get(one.seat) === one.person),
      `ballot ${ballot}: two people voted for one seat`,
    ),
    ...must(
      !after.some(({ event }) => "ballot" in event && event.ballot === ballot && isOfVoting(event)),
      `ballot ${ballot}: something was counted after the close`,
    ),
  ];
}

const isOfVoting = ({ type }: CommitteeEvent): boolean =>
  type === "VoteCast" || type === "SecretVoteCast" || type === "HandCountEntered" || type === "BallotClosed";

function officeBreaches(state: CommitteeState, stream: Past["stream"]): readonly string[] {
  const offices = [...state.membership.offices.values()];
  const assigned = stream.flatMap(({ event }, at) =>
    event.type === "OfficeAssigned" && event.origin === "election" ? [{ event, before: stream.slice(0, at) }] : [],
  );
  const elections = entries(state.elections.elections);
  return [
    ...offices.flatMap(({ office, heldBy, holders }) => [
      ...must(heldBy.length <= holders, `${office}: ${heldBy.length} hold it, ${holders} places`),
      ...must(new Set(heldBy).size === heldBy.length, `${office}: somebody holds it twice`),
    ]),
    ...assigned.flatMap(({ event, before }) =>
      must(
        before.slice(-2).some((one) => one.event.type === "ElectionAccepted" && one.event.person === event.person),
        `${event.office}: ${event.person} holds it without having accepted`,
      ),
    ),
    ...elections.flatMap(({ election, elected, seats, open }) => {
      const people = elected.filter((one) => one.answer !== "declined").map((one) => one.person);
      return [
        ...must(new Set(people).size === people.length, `election ${election}: somebody is elected twice`),
        ...must(
          people.length + open === seats,
          `election ${election}: ${people.length} elected, ${open} open of ${seats}`,
        ),
      ];
    }),
  ];
}

function onlyOneOpen(state: CommitteeState): readonly string[] {
  const ballots = entries(state.ballots.ballots).filter((one) => one.status === "open");
  const unfinished = entries(state.elections.elections).filter((one) => one.status !== "ended");
  const elections = unfinished.filter((one) => one.status !== "accepting");
  const { current } = state.elections;
  const meetings = entries(state.meetings.meetings).filter((one) => one.status === "open" || one.status === "paused");
  const collections = entries(state.minutes.collections).filter((one) => one.entries === undefined);
  const weightings = entries(state.workshops.weightings).filter((one) => one.status === "open");
  return [
    ...must(ballots.length <= 1 && ballots[0]?.ballot === state.ballots.open, "open ballots"),
    ...must(elections.length <= 1, "running elections"),
    ...must(
      elections.every((one) => one.election === current),
      "an election that runs and is not in hand",
    ),
    ...must((current === undefined) === (unfinished.length === 0), "an election in hand"),
    ...must(meetings.length <= 1 && meetings[0]?.number === state.meetings.current, "running meetings"),
    ...must(collections.length <= 1, "open collections"),
    ...must(weightings.length <= 1, "open weightings"),
    ...must(ballots.length === 0 || meetings.length === 1, "a ballot without a meeting"),
  ];
}

function quorumBreaches(state: CommitteeState): readonly string[] {
  const meeting = currentMeeting(state.meetings);
  if (meeting === undefined) return [];
  const { present, base, needed } = quorumNow(state, meeting, meetingDay);
  return [
    ...must(present <= base, `quorum: ${present} present of ${base} seats`),
    ...must(base <= 5, `quorum: ${base} seats of 5`),
    ...must(needed <= Math.max(base, 1), `quorum: ${needed} needed of ${base}`),
  ];
}

/** The running numbers of a year: 1, 2, 3 …, each once, but for those taken back. */
function resolutionBreaches(stream: Past["stream"]): readonly string[] {
  const reverted = new Set(stream.flatMap(({ event }) => (event.type === "EntryReverted" ? event.reverted : [])));
  const numbers = stream.flatMap(({ event, meta }) =>
    (event.type === "MotionDecided" || event.type === "QuestionDecided" || event.type === "WrittenProcedureClosed") &&
    event.reference !== undefined &&
    !reverted.has(meta.version)
      ? [Number(event.reference.split("-")[1])]
      : [],
  );
  return must(
    numbers.every((number, index) => number === index + 1),
    `resolutions are numbered ${numbers.join(", ")}`,
  );
}

const must = (holds: boolean, breach: string): readonly string[] => (holds ? [] : [breach]);

/** The slices as the record alone makes them, from the first event on, without what was taken back. */
export function refolded(stream: Past["stream"]): Slices {
  const reverted = new Set(stream.flatMap(({ event }) => (event.type === "EntryReverted" ? event.reverted : [])));
  return stream
    .filter(({ event, meta }) => event.type !== "EntryReverted" && !reverted.has(meta.version))
    .reduce((slices, { event, meta }) => evolveSlices(slices, event, meta), emptySlices(rulesInForce(undefined)));
}

export function slicesOf(state: CommitteeState): Slices {
  const {
    membership,
    rules,
    meetings,
    agenda,
    speakers,
    minutes,
    motions,
    questions,
    ballots,
    elections,
    writtenProcedures,
    datePolls,
    invitations,
    calendar,
    workshops,
    routes,
  } = state;
  return {
    membership,
    rules,
    meetings,
    agenda,
    speakers,
    minutes,
    motions,
    questions,
    ballots,
    elections,
    writtenProcedures,
    datePolls,
    invitations,
    calendar,
    workshops,
    routes,
  };
}
