import { calledItem } from "../agenda/queries.ts";
import type { AgendaItem } from "../agenda/state.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Meeting } from "../meeting/state.ts";
import { seatOn } from "../membership/queries.ts";
import { cite } from "../rules/setting.ts";
import { runningBallot } from "./ballot-opening.ts";
import type { Command, Given } from "./commands.ts";
import { putQuestion } from "./decide-question.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { leads } from "./may.ts";
import { activeMeeting } from "./meeting-now.ts";
import { recusedSeats } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Befangenheit erklären: for one's own seat, or entered by the leadership; for the item called. */
export function changeConflict(
  state: Slices,
  command: Of<"DeclareConflict"> | Of<"LiftConflict">,
  given: Given,
): Decided {
  const matter = matterOf(state, given);
  if (!matter.ok) return matter;
  const { meeting, item } = matter.value;
  const own = meeting.attendance.get(given.actor)?.seat;
  const seat = command.seat ?? own;
  if (seat === undefined) return refused({ code: "NoVotingRight", person: given.actor });
  if (seat !== own && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  if (seatOn(state.membership, seat, given.today) === undefined) return refused({ code: "UnknownSeat", seat });
  const declared = command.type === "DeclareConflict";
  const isRecused = recusedSeats(state, item.item).has(seat);
  if (isRecused === declared) return refused({ code: "ConflictUnchanged", seat, declared });
  return happened({ type: declared ? "ConflictDeclared" : "ConflictLifted", seat, item: item.item });
}

/** Befangenheit im Zweifel: put to the body, which decides without the seat concerned; where each decides for itself, it is refused. */
export function disputeConflict(state: Slices, { seat }: Of<"DisputeConflict">, given: Given): Decided {
  const matter = matterOf(state, given);
  if (!matter.ok) return matter;
  const { decidedBy } = state.rules.bias;
  if (decidedBy.value === "self")
    return refused({ code: "ConflictIsOwnMatter", seat, citation: cite("bias.decidedBy", decidedBy) });
  if (seatOn(state.membership, seat, given.today) === undefined) return refused({ code: "UnknownSeat", seat });
  return putQuestion(state, { kind: "conflict", seat, item: matter.value.item.item }, given);
}

type Matter = { readonly meeting: Meeting; readonly item: AgendaItem };

/** The item called, if the rules know Befangenheit for it and nobody is voting on it. */
function matterOf(state: Slices, given: Given): Result<Matter, Refusal> {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const item = calledItem(state.agenda, meeting.value.number);
  if (item === undefined) return refused({ code: "NoItemCalled" });
  const { enabled, notForElections } = state.rules.bias;
  if (!enabled.value) return refused({ code: "NoConflictRule", citation: cite("bias.enabled", enabled) });
  if (notForElections.value && state.elections.current !== undefined)
    return refused({ code: "NotForElections", citation: cite("bias.notForElections", notForElections) });
  const ballot = runningBallot(state);
  if (ballot !== undefined) return refused({ code: "BallotIsOpen", ballot: ballot.ballot, subject: ballot.subject });
  return ok({ meeting: meeting.value, item });
}
