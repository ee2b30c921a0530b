import type { BallotMode, BallotSubject } from "../ballot/events.ts";
import type { Ballot } from "../ballot/state.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import { ok } from "../kernel/result.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { secretDemand, secretElectionDemand } from "../rules/demands.ts";
import type { Given } from "./commands.ts";
import { ballotBox, type Decided } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { votingSeats } from "./quorum-now.ts";
import type { Slices } from "./state.ts";

/** Abstimmung, die läuft: at most one in a committee. */
export function runningBallot(state: Slices): Ballot | undefined {
  return state.ballots.open === undefined ? undefined : entry(state.ballots.ballots, state.ballots.open);
}

type Opening = {
  readonly meeting: Meeting;
  readonly subject: BallotSubject;
  readonly mode: BallotMode;
  readonly recused: ReadonlySet<SeatId>;
  readonly marks?: number;
  readonly candidates?: readonly PersonId[];
  readonly withAmendments?: boolean;
};

/** A secret ballot needs its box before the first vote. */
export function opened(state: Slices, opening: Opening, first: readonly CommitteeEvent[] = []): Decided {
  const ballot = state.ballots.ballots.size + 1;
  const event: CommitteeEvent = {
    type: "BallotOpened",
    ballot,
    meeting: opening.meeting.number,
    subject: opening.subject,
    mode: opening.mode,
    recused: [...opening.recused],
    marks: opening.marks ?? 0,
    candidates: opening.candidates ?? [],
    ...(opening.withAmendments ? { withAmendments: true } : {}),
  };
  return ok({ events: [...first, event], ...(opening.mode === "secret" ? { createsBox: ballotBox(ballot) } : {}) });
}

/** Verlangen nach geheimer Abstimmung, weighed under the rules; `another`: with one seat more. */
export function demandOf(state: Slices, subject: BallotSubject, meeting: Meeting, given: Given, another?: SeatId) {
  const seats = new Set(
    state.ballots.demands.filter((one) => isSameSubject(one.subject, subject)).map((one) => one.seat),
  );
  if (another !== undefined) seats.add(another);
  const present = votingSeats(state, meeting, given.today, new Set()).present.size;
  const input = { demands: seats.size, presentSeats: present };
  return subject.kind === "election" ? secretElectionDemand(state.rules, input) : secretDemand(state.rules, input);
}

export function isSameSubject(a: BallotSubject, b: BallotSubject): boolean {
  if (a.kind === "motion") return b.kind === "motion" && a.motion === b.motion;
  if (a.kind === "amendment") return b.kind === "amendment" && a.amendment === b.amendment;
  if (a.kind === "question") return b.kind === "question" && a.question === b.question;
  return b.kind === "election" && a.election === b.election;
}
