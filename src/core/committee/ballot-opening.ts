import type { BallotMode, BallotSubject } from "../ballot/events.ts";
import type { Ballot, ModeDemand } from "../ballot/state.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok } from "../kernel/result.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import {
  type DemandInput,
  type DemandRule,
  type DemandRuling,
  rollCallDemand,
  secretDemand,
  secretElectionDemand,
  votingMode,
} from "../rules/demands.ts";
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
  readonly perCandidate?: boolean;
  readonly withAmendments?: boolean;
  /** Box of the secret ballot that this one takes the place of. */
  readonly discardsBox?: string;
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
    ...(opening.perCandidate ? { perCandidate: true as const } : {}),
    ...(opening.withAmendments ? { withAmendments: true } : {}),
  };
  return ok({
    events: [...first, event],
    ...(opening.mode === "secret" ? { createsBox: ballotBox(ballot) } : {}),
    ...(opening.discardsBox === undefined ? {} : { discardsBox: opening.discardsBox }),
  });
}

/** Verlangen nach geheimer Abstimmung, weighed under the rules; `another`: with one seat more. */
export function demandOf(
  state: Slices,
  subject: BallotSubject,
  meeting: Meeting,
  today: LocalDate,
  another?: SeatId,
): DemandRuling<DemandRule> {
  const input = demandInput(state, state.ballots.demands, subject, meeting, today, another);
  return subject.kind === "election" ? secretElectionDemand(state.rules, input) : secretDemand(state.rules, input);
}

/** Verlangen nach namentlicher Abstimmung, weighed in the same way; `isSecret`: it is voted secretly already. */
export function rollCallDemandOf(
  state: Slices,
  subject: BallotSubject,
  meeting: Meeting,
  today: LocalDate,
  { another, isSecret = false }: { readonly another?: SeatId | undefined; readonly isSecret?: boolean } = {},
): DemandRuling<"vote.rollCall"> {
  const input = demandInput(state, state.ballots.rollCallDemands, subject, meeting, today, another);
  const procedure = procedureOf(state, subject);
  return rollCallDemand(state.rules, { ...input, isSecret, ...(procedure === undefined ? {} : { procedure }) });
}

/** The procedural question in words, where the rules may have no roll call on it. */
function procedureOf(state: Slices, subject: BallotSubject): string | undefined {
  const question = subject.kind === "question" ? entry(state.questions.questions, subject.question) : undefined;
  switch (question?.subject.kind) {
    case "procedural":
      return question.subject.text;
    case "urgentItem":
      return "Tagesordnung";
    default:
      return undefined;
  }
}

function demandInput(
  state: Slices,
  demands: readonly ModeDemand[],
  subject: BallotSubject,
  meeting: Meeting,
  today: LocalDate,
  another: SeatId | undefined,
): DemandInput {
  const seats = new Set(demands.filter((one) => isSameSubject(one.subject, subject)).map((one) => one.seat));
  if (another !== undefined) seats.add(another);
  const { present, all } = votingSeats(state, meeting, today, new Set());
  return { demands: seats.size, presentSeats: present.size, votingSeats: all.size };
}

export type DemandedMode = { readonly mode: "secret" | "rollCall"; readonly ruling: DemandRuling<DemandRule> };

/** Was genug Sitze verlangt haben: secret or by roll call, and which goes first if both; undefined if nothing has been granted. */
export function demandedMode(
  state: Slices,
  subject: BallotSubject,
  meeting: Meeting,
  today: LocalDate,
  another: { readonly secret?: SeatId; readonly rollCall?: SeatId } = {},
): DemandedMode | undefined {
  const secret = demandOf(state, subject, meeting, today, another.secret);
  const rollCall = rollCallDemandOf(state, subject, meeting, today, { another: another.rollCall });
  const granted = { secret: secret.isGranted, rollCall: rollCall.isGranted };
  if (!granted.secret && !granted.rollCall) return undefined;
  const { mode } = votingMode(state.rules, granted);
  return mode === "rollCall" ? { mode, ruling: rollCall } : { mode: "secret", ruling: secret };
}

export function isSameSubject(a: BallotSubject, b: BallotSubject): boolean {
  if (a.kind === "motion") return b.kind === "motion" && a.motion === b.motion;
  if (a.kind === "amendment") return b.kind === "amendment" && a.amendment === b.amendment;
  if (a.kind === "question") return b.kind === "question" && a.question === b.question;
  return b.kind === "election" && a.election === b.election;
}

/** TOP, unter dem abgestimmt wird. */
export function itemOfSubject(state: Slices, subject: BallotSubject): number | undefined {
  switch (subject.kind) {
    case "motion":
      return entry(state.motions.motions, subject.motion)?.item;
    case "amendment":
      return entry(state.motions.motions, entry(state.motions.amendments, subject.amendment)?.motion ?? 0)?.item;
    case "question":
      return entry(state.questions.questions, subject.question)?.item;
    case "election":
      return entry(state.elections.elections, subject.election)?.item;
  }
}
