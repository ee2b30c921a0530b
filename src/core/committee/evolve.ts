import { evolveAgenda } from "../agenda/evolve.ts";
import { evolveBallots } from "../ballot/evolve.ts";
import { evolveElections } from "../election/evolve.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { entry } from "../kernel/table.ts";
import { evolveMeetings } from "../meeting/evolve.ts";
import { evolveMembership } from "../membership/evolve.ts";
import { evolveMinutes } from "../minutes/evolve.ts";
import { evolveMotions } from "../motion/evolve.ts";
import { evolveSpeakers } from "../speakers/evolve.ts";
import { noSpeakers } from "../speakers/state.ts";
import type { CommitteeEvent, CorrectionEvent } from "./events.ts";
import { rulesInForce } from "./rules-in-force.ts";
import { belongsTo } from "./slice-of.ts";
import { type CommitteeState, emptySlices, type RecentEvents, type Slices } from "./state.ts";

/**
 * How many events can at least be looked back on for an undo; at the double of it the older half is let go. Never lowered: an
 * old record may hold corrections that reach back as far.
 */
const LOOK_BACK = 1000;

export function noCommittee(): CommitteeState {
  const slices = emptySlices(rulesInForce(undefined));
  return {
    ...slices,
    version: 0,
    undoBase: slices,
    undoMiddle: slices,
    recent: undefined,
    recentCount: 0,
    corrections: [],
  };
}

/** Was war, wird Stand: folds one event into the state. */
export function evolve(state: CommitteeState, event: CommitteeEvent, meta: EventMeta): CommitteeState {
  if (event.type === "EntryReverted") return reverted(state, event, meta);
  const slices = evolveSlices(state, event, meta);
  const count = state.recentCount + 1;
  const recent: RecentEvents = { event, meta, before: state.recent };
  const { version } = meta;
  const { undoBase, corrections } = state;
  if (count === LOOK_BACK)
    return { ...slices, version, undoBase, undoMiddle: slices, recent, recentCount: count, corrections };
  if (count < 2 * LOOK_BACK)
    return { ...slices, version, undoBase, undoMiddle: state.undoMiddle, recent, recentCount: count, corrections };
  return {
    ...slices,
    version,
    undoBase: state.undoMiddle,
    undoMiddle: slices,
    recent: newest(recent, LOOK_BACK),
    recentCount: LOOK_BACK,
    corrections,
  };
}

export function evolveSlices(state: Slices, event: CommitteeEvent, meta: EventMeta): Slices {
  const slices = slicesOf(state);
  if (belongsTo(event, "membership")) {
    const membership = evolveMembership(state.membership, event, meta);
    if (event.type !== "RulesAdopted") return { ...slices, membership };
    return { ...slices, membership, rules: rulesInForce(event.rules) };
  }
  if (belongsTo(event, "ballots"))
    return { ...slices, ballots: evolveBallots(state.ballots, event, meta, state.rules) };
  if (belongsTo(event, "meetings")) {
    const meetings = evolveMeetings(state.meetings, event, meta);
    if (event.type !== "MeetingOpened") return { ...slices, meetings };
    return { ...withoutField(slices), meetings, speakers: noSpeakers };
  }
  if (belongsTo(event, "agenda")) return withAgenda(slices, event, meta);
  if (belongsTo(event, "speakers")) return { ...slices, speakers: evolveSpeakers(state.speakers, event) };
  if (belongsTo(event, "minutes")) return { ...slices, minutes: evolveMinutes(state.minutes, event, meta) };
  if (belongsTo(event, "motions")) return { ...slices, motions: evolveMotions(state.motions, event, meta) };
  if (belongsTo(event, "elections")) return { ...slices, elections: evolveElections(state.elections, event, meta) };
  throw new Error(`event ${event.type} belongs to no slice`);
}

/** With a new item, speakers' list and field begin anew. */
function withAgenda(slices: Slices, event: Parameters<typeof evolveAgenda>[1], meta: EventMeta): Slices {
  const agenda = evolveAgenda(slices.agenda, event, meta);
  if (event.type === "AgendaItemAdjourned" && entry(slices.agenda.items, event.item)?.status === "called")
    return { ...withoutField(slices), agenda };
  if (event.type !== "AgendaItemCalled") return { ...slices, agenda };
  return {
    ...slices,
    agenda,
    speakers: { ...noSpeakers, seconds: slices.speakers.seconds },
    minutes: { ...slices.minutes, field: undefined },
  };
}

/** A field ends with its item and with its meeting: what is entered later must not carry the heading of a non-public item. */
function withoutField(slices: Slices): Slices {
  return { ...slices, minutes: { ...slices.minutes, field: undefined } };
}

function slicesOf(state: Slices): Slices {
  const { membership, rules, meetings, agenda, speakers, minutes, motions, ballots, elections } = state;
  return { membership, rules, meetings, agenda, speakers, minutes, motions, ballots, elections };
}

/** Oldest first. */
export function recentEvents(recent: RecentEvents): readonly Recorded[] {
  const list: Recorded[] = [];
  for (let one = recent; one !== undefined; one = one.before) list.push({ event: one.event, meta: one.meta });
  return list.reverse();
}

function reverted(state: CommitteeState, event: CorrectionEvent, meta: EventMeta): CommitteeState {
  const kept = recentEvents(state.recent).filter((one) => !event.reverted.includes(one.meta.version));
  const middle = folded(state.undoBase, kept.slice(0, LOOK_BACK));
  const correction = { label: event.label, meeting: state.meetings.current, meta };
  return {
    ...folded(middle, kept.slice(LOOK_BACK)),
    version: meta.version,
    undoBase: state.undoBase,
    undoMiddle: middle,
    recent: listOf(kept),
    recentCount: kept.length,
    corrections: [...state.corrections, correction],
  };
}

type Recorded = { readonly event: CommitteeEvent; readonly meta: EventMeta };

function folded(slices: Slices, events: readonly Recorded[]): Slices {
  return events.reduce((one, { event, meta }) => evolveSlices(one, event, meta), slices);
}

function listOf(events: readonly Recorded[]): RecentEvents {
  return events.reduce<RecentEvents>((before, one) => ({ ...one, before }), undefined);
}

function newest(recent: RecentEvents, count: number): RecentEvents {
  return listOf(recentEvents(recent).slice(-count));
}
