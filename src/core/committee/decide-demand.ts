import type { BallotMode, BallotSubject } from "../ballot/events.ts";
import type { SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entries } from "../kernel/table.ts";
import { isHere } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { openQuestions } from "../question/state.ts";
import { demandedMode, demandOf, isSameSubject, opened, rollCallDemandOf, runningBallot } from "./ballot-opening.ts";
import type { Given } from "./commands.ts";
import { ballotBox, type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { activeMeeting } from "./meeting-now.ts";
import { currentElection } from "./outcome-of-round.ts";
import { isProcedural, pendingProcedural } from "./procedural-readiness.ts";
import type { Slices } from "./state.ts";

type Wanted = Extract<BallotMode, "secret" | "rollCall">;

/** Geheime Abstimmung verlangen: once per seat. */
export const demandSecrecy = (state: Slices, given: Given): Decided => demand(state, "secret", given);

/** Namentliche Abstimmung verlangen: once per seat; not for elections. */
export const demandRollCall = (state: Slices, given: Given): Decided => demand(state, "rollCall", given);

/** Enough demands turn a running ballot into one of the mode that goes first; it begins anew. */
function demand(state: Slices, wanted: Wanted, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const attendance = meeting.value.attendance.get(given.actor);
  if (!isHere(attendance) || attendance?.seat === undefined)
    return refused({ code: "NoVotingRight", person: given.actor });
  const { seat } = attendance;
  const ballot = runningBallot(state);
  const subject = ballot?.subject ?? subjectAtHand(state, wanted);
  if (subject === undefined || (wanted === "rollCall" && subject.kind === "election"))
    return refused({ code: "NothingToVoteOn" });
  if (ballot?.mode === wanted || isKnown(state, wanted, subject, seat))
    return refused({ code: wanted === "secret" ? "SecrecyAlready" : "RollCallAlready" });
  const ruling = rulingOn(state, wanted, subject, meeting.value, given.today, seat);
  if (ruling.reason !== undefined && ruling.reason !== "tooFew") return refused({ code: "DemandExcluded", ruling });
  const demanded: CommitteeEvent = {
    type: wanted === "secret" ? "SecrecyDemanded" : "RollCallDemanded",
    subject,
    person: given.actor,
    seat,
  };
  const mode = demandedMode(state, subject, meeting.value, given.today, { [wanted]: seat })?.mode;
  if (ballot === undefined || mode === undefined || mode === ballot.mode) return happened(demanded);
  const reason = mode === "secret" ? "geheime Abstimmung verlangt" : "namentliche Abstimmung verlangt";
  const cancelled: CommitteeEvent = { type: "BallotCancelled", ballot: ballot.ballot, reason };
  const { recused, marks, candidates, perCandidate = false, withAmendments = false } = ballot;
  const again = { meeting: meeting.value, subject, mode, recused, marks, candidates, perCandidate, withAmendments };
  const box = ballot.mode === "secret" ? { discardsBox: ballotBox(ballot.ballot) } : {};
  return opened(state, { ...again, ...box }, [demanded, cancelled]);
}

function isKnown(state: Slices, wanted: Wanted, subject: BallotSubject, seat: SeatId): boolean {
  const demands = wanted === "secret" ? state.ballots.demands : state.ballots.rollCallDemands;
  return demands.some((one) => one.seat === seat && isSameSubject(one.subject, subject));
}

/** The demand with this seat's; a secret vote granted or running may go before the roll call. */
function rulingOn(
  state: Slices,
  wanted: Wanted,
  subject: BallotSubject,
  meeting: Meeting,
  today: LocalDate,
  seat: SeatId,
) {
  if (wanted === "secret") return demandOf(state, subject, meeting, today, seat);
  const isSecret = runningBallot(state)?.mode === "secret" || demandOf(state, subject, meeting, today).isGranted;
  return rollCallDemandOf(state, subject, meeting, today, { another: seat, isSecret });
}

/** Worüber als Nächstes abgestimmt wird: the newest open question, else the election that runs (not for a roll call), else the newest open motion. */
function subjectAtHand(state: Slices, wanted: Wanted): BallotSubject | undefined {
  const pending = pendingProcedural(state);
  const question = openQuestions(state.questions, state.meetings.current ?? 0)
    .filter((one) => !isProcedural(one) || pending.includes(one))
    .at(-1);
  if (question !== undefined) return { kind: "question", question: question.question };
  const election = wanted === "secret" ? currentElection(state) : undefined;
  if (election !== undefined)
    return { kind: "election", election: election.election, round: election.rounds.length + 1 };
  const motion = entries(state.motions.motions).findLast((one) => one.status === "open");
  return motion === undefined ? undefined : { kind: "motion", motion: motion.motion };
}
