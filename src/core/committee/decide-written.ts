import type { PersonId, SeatId } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries } from "../kernel/table.ts";
import { personOn, seatOn, seatsOn } from "../membership/queries.ts";
import type { MembershipState } from "../membership/state.ts";
import { cite } from "../rules/setting.ts";
import { writtenAdmission } from "../rules/written-procedure-admission.ts";
import { writtenPeriod } from "../rules/written-procedure-period.ts";
import { writtenProgress } from "../rules/written-procedure-progress.ts";
import { type WrittenNotCounted, writtenSeatVote } from "../rules/written-procedure-vote.ts";
import { withVote } from "../written-procedure/evolve.ts";
import type { WrittenProcedure } from "../written-procedure/state.ts";
import { closingEvents } from "./close-written.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { isAny, leads, rolesNow } from "./may.ts";
import type { Refusal } from "./refusal.ts";
import { seatVoterNow } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";
import { jobsOfProcedure } from "./written-jobs.ts";
import { openProcedure, openProcedures, peopleOf, writtenCounts } from "./written-now.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Umlaufverfahren eröffnen: admitted, long enough, and not the same wording twice. Everybody entitled is to get it. */
export function startWrittenProcedure(state: Slices, command: Of<"StartWrittenProcedure">, given: Given): Decided {
  const { title, text, subject, urgency, authorization } = command;
  const isAuthorized = authorization !== undefined && isResolution(state, authorization);
  if (authorization !== undefined && !isAuthorized)
    return refused({ code: "UnknownResolution", reference: authorization });
  const byChair = isAny(rolesNow(state, given.actor, given.today), ["chair", "deputyChair"]);
  const conditions = { isUrgent: urgency !== undefined, isSimple: command.simple, byChair, isAuthorized };
  const admission = writtenAdmission(state.rules, { subject, ...conditions });
  if (!admission.isAllowed) return refused({ code: "WrittenNotAdmitted", ruling: admission });
  const same = openProcedures(state).find((one) => one.text === text);
  if (same !== undefined) return refused({ code: "WrittenProcedureExists", procedure: same.procedure });
  const { holidays } = given;
  const period = writtenPeriod(state.rules, { start: given.today, lastDay: command.lastDay, holidays });
  if (period.outcome === "refused") return refused({ code: "WrittenPeriodRefused", ruling: period });
  const procedure = state.writtenProcedures.procedures.size + 1;
  const dates = { startedOn: given.today, lastDay: period.lastDay };
  return ok({
    events: [
      {
        type: "WrittenProcedureStarted",
        procedure,
        ...(title === undefined ? {} : { title }),
        text,
        subject,
        ...(urgency === undefined ? {} : { urgency }),
        ...dates,
        ...(period.isShifted ? { shiftedFrom: command.lastDay } : {}),
        unreached: seatsWithoutAccount(state, given),
      },
    ],
    jobs: jobsOfProcedure({ procedure, ...dates }, holidays),
  });
}

function isResolution(state: Slices, reference: string): boolean {
  return entries(state.motions.motions).some(({ outcome }) => outcome?.reference === reference);
}

/** Seats none of whose people can be written to directly. */
function seatsWithoutAccount(state: Slices, { today }: Given): readonly SeatId[] {
  const reachable = new Set(state.membership.accounts.values());
  return seatsOn(state.membership, today)
    .map(({ seat }) => seat)
    .filter((seat) => !peopleOf(state, seat, today).some((person) => reachable.has(person)));
}

/**
 * Stimme im Umlauf: one vote per seat. The same person may change it as the rules allow; the member's own takes the place of the
 * substitute's. Where the rules allow it, the vote that settles the result closes the procedure.
 */
export function castWrittenVote(state: Slices, command: Of<"CastWrittenVote">, given: Given): Decided {
  const open = openProcedure(state, command.procedure, given.today);
  if (!open.ok) return open;
  const voter = seatOfActor(state, open.value, given);
  if (!voter.ok) return voter;
  const { seat, by } = voter.value;
  const { procedure } = open.value;
  const problem = repeatProblem(open.value, voter.value, command, given.actor);
  if (problem !== undefined) return refused(problem);
  const { choice } = command;
  const cast = { type: "WrittenVoteCast", procedure, seat, person: given.actor, choice, by } as const;
  return happened(cast, ...earlyClosing(state, withVote(open.value, cast), given));
}

type Voter = { readonly seat: SeatId; readonly by: "member" | "substitute" };

/** The actor's own seat: existing, not recused, and its to vote for under the rules of representation. */
function seatOfActor(state: Slices, procedure: WrittenProcedure, { actor, today }: Given): Result<Voter, Refusal> {
  const member = personOn(state.membership, actor, today);
  const seat = member?.seat;
  if (member === undefined || seat === undefined || seatOn(state.membership, seat, today) === undefined)
    return refused({ code: "NoSeatToVoteFor", person: actor });
  if (procedure.recused.has(seat)) return refused({ code: "WrittenSeatRecused", procedure: procedure.procedure, seat });
  const ruling = seatVoterNow(state, member, seat, today);
  if (!ruling.isAllowed) return refused({ code: "SeatNotForYou", person: actor, seat, ruling });
  return ok({ seat, by: member.role === "voting" ? "member" : "substitute" });
}

function repeatProblem(
  { votes, rules, procedure }: WrittenProcedure,
  { seat, by }: Voter,
  { choice }: Of<"CastWrittenVote">,
  actor: PersonId,
): Refusal | undefined {
  const before = votes.get(seat);
  if (before === undefined) return undefined;
  const isOwn = before.person === actor;
  if (isOwn && before.choice === choice) return { code: "VoteUnchanged", choice };
  const { memberReplacesSubstitute } = rules.umlauf;
  const hasVoted: Refusal = {
    code: "WrittenSeatHasVoted",
    procedure,
    seat,
    by: before.person,
    citation: cite("umlauf.memberReplacesSubstitute", memberReplacesSubstitute),
  };
  // Two members (or two substitutes) of one seat: the first one's vote stands.
  if (!isOwn && before.by === by) return hasVoted;
  const both = [
    { by: before.by, vote: before.choice, inTime: true },
    { by, vote: choice, inTime: true },
  ];
  const lost: WrittenNotCounted | undefined = writtenSeatVote(rules, both).notCounted[0]?.why;
  if (lost === "noChange") return { code: "VoteFinal", citation: cite("vote.change", rules.vote.change) };
  return lost === "seatHasVoted" ? hasVoted : undefined;
}

function earlyClosing(state: Slices, procedure: WrittenProcedure, { today }: Given) {
  const progress = writtenProgress(procedure.rules, writtenCounts(state, procedure, today), false);
  return progress.early ? closingEvents(state, procedure, { today, early: true }) : [];
}

/** Widerspruch gegen das Verfahren: one per seat; whether it ends the procedure is told at once and ruled at its end. */
export function objectToProcedure(state: Slices, command: Of<"ObjectToProcedure">, given: Given): Decided {
  const open = openProcedure(state, command.procedure, given.today);
  if (!open.ok) return open;
  const { procedure, rules, objections } = open.value;
  const { objection } = rules.umlauf;
  if (objection.value.kind === "never")
    return refused({ code: "ObjectionNotProvided", citation: cite("umlauf.objection", objection) });
  const voter = seatOfActor(state, open.value, given);
  if (!voter.ok) return voter;
  const { seat } = voter.value;
  if (objections.has(seat)) return refused({ code: "ObjectionUnchanged", procedure, seat, raised: true });
  const { reason } = command;
  return happened({
    type: "WrittenObjectionRaised",
    procedure,
    seat,
    person: given.actor,
    ...(reason === undefined ? {} : { reason }),
  });
}

/** Widerspruch zurücknehmen: by who raised it, or by the seat's member. */
export function withdrawObjection(state: Slices, command: Of<"WithdrawObjection">, given: Given): Decided {
  const open = openProcedure(state, command.procedure, given.today);
  if (!open.ok) return open;
  const voter = seatOfActor(state, open.value, given);
  if (!voter.ok) return voter;
  const { procedure, objections } = open.value;
  const { seat, by } = voter.value;
  const raised = objections.get(seat);
  if (raised === undefined) return refused({ code: "ObjectionUnchanged", procedure, seat, raised: false });
  if (raised.person !== given.actor && by === "substitute") return refused({ code: "OnlyForYourself" });
  return happened({ type: "WrittenObjectionWithdrawn", procedure, seat, person: given.actor });
}

/** Zustellung auf anderem Weg, for seats that no message reaches. */
export function recordDelivery(state: Slices, command: Of<"RecordWrittenDelivery">, given: Given): Decided {
  const open = openProcedure(state, command.procedure, given.today);
  if (!open.ok) return open;
  const { seat } = command;
  if (!seatExists(state.membership, seat, given)) return refused({ code: "UnknownSeat", seat });
  const { procedure, unreached } = open.value;
  if (!unreached.has(seat)) return refused({ code: "DeliveryUnchanged", procedure, seat });
  return happened({ type: "WrittenDeliveryRecorded", procedure, seat });
}

/** Befangenheit im Umlauf: for one's own seat, or entered by the leadership. A vote it gave falls away. */
export function changeWrittenConflict(
  state: Slices,
  command: Of<"DeclareWrittenConflict"> | Of<"LiftWrittenConflict">,
  given: Given,
): Decided {
  const open = openProcedure(state, command.procedure, given.today);
  if (!open.ok) return open;
  const { procedure, recused, rules } = open.value;
  if (!rules.bias.enabled.value)
    return refused({ code: "NoConflictRule", citation: cite("bias.enabled", rules.bias.enabled) });
  const own = personOn(state.membership, given.actor, given.today)?.seat;
  const seat = command.seat ?? own;
  if (seat === undefined) return refused({ code: "NoSeatToVoteFor", person: given.actor });
  if (seat !== own && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  if (!seatExists(state.membership, seat, given)) return refused({ code: "UnknownSeat", seat });
  const declared = command.type === "DeclareWrittenConflict";
  if (recused.has(seat) === declared) return refused({ code: "WrittenConflictUnchanged", procedure, seat, declared });
  return happened({ type: declared ? "WrittenConflictDeclared" : "WrittenConflictLifted", procedure, seat });
}

const seatExists = (membership: MembershipState, seat: SeatId, { today }: Given): boolean =>
  seatOn(membership, seat, today) !== undefined;

/** Umlauf zurückziehen: without a result; the matter may be put again. */
export function withdrawWrittenProcedure(
  state: Slices,
  command: Of<"WithdrawWrittenProcedure">,
  given: Given,
): Decided {
  const open = openProcedure(state, command.procedure, given.today);
  if (!open.ok) return open;
  const { procedure } = open.value;
  return happened({ type: "WrittenProcedureWithdrawn", procedure, reason: command.reason });
}
