import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import type { SeatId } from "../kernel/ids.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { Rules } from "../rules/rules.ts";
import type { WrittenProcedureEvent } from "./events.ts";
import type { WrittenProcedure, WrittenProceduresState } from "./state.ts";

type Of<Type extends WrittenProcedureEvent["type"]> = Extract<WrittenProcedureEvent, { type: Type }>;

export function evolveWrittenProcedures(
  state: WrittenProceduresState,
  event: WrittenProcedureEvent,
  meta: EventMeta,
  rules: Rules,
): WrittenProceduresState {
  if (event.type === "WrittenProcedureStarted") return started(state, event, meta, rules);
  if (event.type === "WrittenReportPlaced") return placed(state, event);
  return {
    procedures: changeEntry(state.procedures, event.procedure, (one) => changed(one, event, meta)),
  };
}

function started(
  { procedures }: WrittenProceduresState,
  event: Of<"WrittenProcedureStarted">,
  meta: EventMeta,
  rules: Rules,
): WrittenProceduresState {
  const { type: _, unreached, ...rest } = event;
  const procedure: WrittenProcedure = {
    ...rest,
    status: "open",
    rules,
    unreached: new Set(unreached),
    recused: new Set(),
    votes: new Map(),
    objections: new Map(),
    source: meta.version,
    sources: [meta.version],
  };
  return { procedures: withEntry(procedures, event.procedure, procedure) };
}

function placed({ procedures }: WrittenProceduresState, event: Of<"WrittenReportPlaced">): WrittenProceduresState {
  const report = { meeting: event.meeting, item: event.item };
  return {
    procedures: event.procedures.reduce(
      (table, number) => changeEntry(table, number, (one) => ({ ...one, report })),
      procedures,
    ),
  };
}

type Change = Exclude<WrittenProcedureEvent, { type: "WrittenProcedureStarted" | "WrittenReportPlaced" }>;

function changed(one: WrittenProcedure, event: Change, meta: EventMeta): WrittenProcedure {
  switch (event.type) {
    case "WrittenVoteCast":
      return withVote(one, event);
    case "WrittenObjectionRaised": {
      const { person, reason } = event;
      const objection = { person, ...(reason === undefined ? {} : { reason }) };
      const objections = new Map(one.objections).set(event.seat, objection);
      return { ...one, objections, unreached: without(one.unreached, event.seat) };
    }
    case "WrittenObjectionWithdrawn": {
      const objections = new Map(one.objections);
      objections.delete(event.seat);
      return { ...one, objections };
    }
    case "WrittenDeliveryRecorded":
      return { ...one, unreached: without(one.unreached, event.seat) };
    case "WrittenConflictDeclared": {
      const votes = new Map(one.votes);
      votes.delete(event.seat);
      return { ...one, votes, recused: new Set([...one.recused, event.seat]) };
    }
    case "WrittenConflictLifted":
      return { ...one, recused: without(one.recused, event.seat) };
    case "WrittenRemindersSent":
      return one;
    case "WrittenProcedureWithdrawn":
      return { ...one, status: "withdrawn", withdrawReason: event.reason, sources: [...one.sources, meta.version] };
    case "WrittenProcedureClosed": {
      const { type: _, procedure: __, ...closing } = event;
      return { ...one, status: "closed", closing, sources: [...one.sources, meta.version] };
    }
    default:
      return assertNever(event);
  }
}

/** The seat's vote takes the place of an earlier one; who votes has the wording. */
export function withVote(one: WrittenProcedure, event: Of<"WrittenVoteCast">): WrittenProcedure {
  const { seat, person, choice, by } = event;
  return {
    ...one,
    votes: new Map(one.votes).set(seat, { person, choice, by }),
    unreached: without(one.unreached, seat),
  };
}

function without(seats: ReadonlySet<SeatId>, seat: SeatId): ReadonlySet<SeatId> {
  return seats.has(seat) ? new Set([...seats].filter((one) => one !== seat)) : seats;
}
