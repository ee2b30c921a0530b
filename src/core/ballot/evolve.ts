import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { SharedMap } from "../kernel/shared-map.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { Rules } from "../rules/rules.ts";
import type { BallotEvent } from "./events.ts";
import type { Ballot, BallotsState, CastVote } from "./state.ts";

type Of<Type extends BallotEvent["type"]> = Extract<BallotEvent, { type: Type }>;

export function evolveBallots(state: BallotsState, event: BallotEvent, meta: EventMeta, rules: Rules): BallotsState {
  switch (event.type) {
    case "BallotOpened":
      return opened(state, event, meta);
    case "VoteCast":
      return withVote(state, event, { person: event.person, vote: event.vote, at: meta.at });
    case "SeatVoteVoided":
      return {
        ...state,
        ballots: changeEntry(state.ballots, event.ballot, (one) => ({
          ...one,
          votes: one.votes.without(event.seat),
          voided: new Set([...one.voided, event.seat]),
        })),
      };
    case "SecretVoteCast":
      return withVote(state, event, { person: event.person, vote: undefined, at: meta.at });
    case "HandCountEntered": {
      const { type: _, ballot, ...handCount } = event;
      return changeBallot(state, ballot, meta, (one) => ({
        ...one,
        handCount: { ...handCount, source: meta.version },
      }));
    }
    case "BallotClosed":
      return {
        ...changeBallot(state, event.ballot, meta, (one) => ({
          ...one,
          status: "closed",
          counts: event.counts,
          eligible: event.eligible,
          members: event.members,
          rules,
        })),
        open: undefined,
      };
    case "BallotCancelled":
      return {
        ...changeBallot(state, event.ballot, meta, (one) => ({
          ...one,
          status: "cancelled",
          cancelReason: event.reason,
        })),
        open: undefined,
      };
    case "SecrecyDemanded":
      return { ...state, demands: [...state.demands, { subject: event.subject, seat: event.seat }] };
    case "RollCallDemanded": {
      const { subject, seat } = event;
      return { ...state, rollCallDemands: [...state.rollCallDemands, { subject, seat }] };
    }
    case "ConflictDeclared":
      return {
        ...state,
        conflicts: [...state.conflicts, { seat: event.seat, item: event.item, source: meta.version }],
      };
    case "ConflictLifted":
      return {
        ...state,
        conflicts: state.conflicts.filter((one) => one.seat !== event.seat || one.item !== event.item),
      };
    default:
      return assertNever(event);
  }
}

function opened(state: BallotsState, event: Of<"BallotOpened">, meta: EventMeta): BallotsState {
  const { type: _, recused, ...rest } = event;
  const ballot: Ballot = {
    ...rest,
    status: "open",
    recused: new Set(recused),
    votes: SharedMap.empty(),
    voided: new Set(),
    openedAt: meta.at,
    source: meta.version,
    sources: [meta.version],
  };
  return { ...state, ballots: withEntry(state.ballots, event.ballot, ballot), open: event.ballot };
}

function changeBallot(
  state: BallotsState,
  ballot: number,
  meta: EventMeta,
  change: (ballot: Ballot) => Ballot,
): BallotsState {
  const ballots = changeEntry(state.ballots, ballot, (one) => ({
    ...change(one),
    sources: [...one.sources, meta.version],
  }));
  return { ...state, ballots };
}

function withVote(state: BallotsState, event: Of<"VoteCast"> | Of<"SecretVoteCast">, cast: CastVote): BallotsState {
  const ballots = changeEntry(state.ballots, event.ballot, (one) => ({
    ...one,
    votes: one.votes.with(event.seat, cast),
  }));
  return { ...state, ballots };
}
