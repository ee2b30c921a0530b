import type { AgendaEvent } from "../agenda/events.ts";
import { evolveAgenda } from "../agenda/evolve.ts";
import { evolveBallots } from "../ballot/evolve.ts";
import { evolveCalendar } from "../calendar/evolve.ts";
import { evolveDatePolls } from "../date-poll/evolve.ts";
import { evolveElections } from "../election/evolve.ts";
import { evolveInvitations } from "../invitation/evolve.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { entry } from "../kernel/table.ts";
import { evolveMeetings } from "../meeting/evolve.ts";
import { evolveMembership } from "../membership/evolve.ts";
import { evolveMinutes } from "../minutes/evolve.ts";
import type { MotionEvent } from "../motion/events.ts";
import { evolveMotions, withResolution } from "../motion/evolve.ts";
import type { QuestionEvent } from "../question/events.ts";
import { evolveQuestions } from "../question/evolve.ts";
import { evolveRoutes, withoutAnswersOf } from "../route/evolve.ts";
import { evolveSpeakers } from "../speakers/evolve.ts";
import { noSpeakers } from "../speakers/state.ts";
import type { WorkshopEvent } from "../workshop/events.ts";
import { evolveWorkshops } from "../workshop/evolve.ts";
import type { WrittenProcedureEvent } from "../written-procedure/events.ts";
import { evolveWrittenProcedures } from "../written-procedure/evolve.ts";
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
  const recentCount = state.recentCount + 1;
  const recent: RecentEvents = { event, meta, before: state.recent };
  const evolved = { ...state, ...changedSlices(state, event, meta), version: meta.version, recent, recentCount };
  if (recentCount === LOOK_BACK) return { ...evolved, undoMiddle: slicesOf(evolved) };
  if (recentCount < 2 * LOOK_BACK) return evolved;
  return {
    ...evolved,
    undoBase: state.undoMiddle,
    undoMiddle: slicesOf(evolved),
    recent: newest(recent, LOOK_BACK),
    recentCount: LOOK_BACK,
  };
}

/** The slices an event changes; the others stay as they are. */
function changedSlices(state: Slices, event: CommitteeEvent, meta: EventMeta): Partial<Slices> {
  if (belongsTo(event, "ballots")) return { ballots: evolveBallots(state.ballots, event, meta, state.rules) };
  if (belongsTo(event, "membership")) {
    const membership = evolveMembership(state.membership, event, meta);
    return event.type === "RulesAdopted" ? { membership, rules: rulesInForce(event.rules) } : { membership };
  }
  if (belongsTo(event, "meetings")) {
    const meetings = evolveMeetings(state.meetings, event, meta);
    return event.type === "MeetingOpened" ? { meetings, speakers: noSpeakers, ...withoutField(state) } : { meetings };
  }
  if (belongsTo(event, "agenda")) return changedByAgenda(state, event, meta);
  if (belongsTo(event, "speakers")) return { speakers: evolveSpeakers(state.speakers, event) };
  if (belongsTo(event, "minutes")) return { minutes: evolveMinutes(state.minutes, event, meta) };
  if (belongsTo(event, "motions")) return changedByMotion(state, event, meta);
  if (belongsTo(event, "questions")) return changedByQuestion(state, event, meta);
  if (belongsTo(event, "elections")) return { elections: evolveElections(state.elections, event, meta) };
  if (belongsTo(event, "writtenProcedures")) return changedByWritten(state, event, meta);
  if (belongsTo(event, "datePolls")) return { datePolls: evolveDatePolls(state.datePolls, event, meta) };
  if (belongsTo(event, "invitations")) return { invitations: evolveInvitations(state.invitations, event, meta) };
  if (belongsTo(event, "calendar")) return { calendar: evolveCalendar(state.calendar, event, meta) };
  if (belongsTo(event, "workshops")) return changedByWorkshop(state, event, meta);
  if (belongsTo(event, "routes")) return { routes: evolveRoutes(state.routes, event, meta) };
  throw new Error(`event ${event.type} belongs to no slice`);
}

/** Open again after all, a motion answers nothing. */
function changedByMotion(state: Slices, event: MotionEvent, meta: EventMeta): Partial<Slices> {
  const motions = evolveMotions(state.motions, event, meta);
  const isOpenAgain = event.type === "MotionDecided" && event.outcome === "undecided";
  return isOpenAgain ? { motions, routes: withoutAnswersOf(state.routes, event.motion) } : { motions };
}

/** A question that is a resolution, as a change of the rules, has its number from the same collection. */
function changedByQuestion(state: Slices, event: QuestionEvent, meta: EventMeta): Partial<Slices> {
  const questions = evolveQuestions(state.questions, event, meta);
  if (event.type !== "QuestionDecided" || event.reference === undefined) return { questions };
  return { questions, motions: withResolution(state.motions, event.reference) };
}

/** A resolution of a written procedure has its number from the same collection as those of meetings. */
function changedByWritten(state: Slices, event: WrittenProcedureEvent, meta: EventMeta): Partial<Slices> {
  const writtenProcedures = evolveWrittenProcedures(state.writtenProcedures, event, meta, state.rules);
  if (event.type !== "WrittenProcedureClosed" || event.reference === undefined) return { writtenProcedures };
  return { writtenProcedures, motions: withResolution(state.motions, event.reference) };
}

/** With a new item, speakers' list and field begin anew. */
function changedByAgenda(state: Slices, event: AgendaEvent, meta: EventMeta): Partial<Slices> {
  const agenda = evolveAgenda(state.agenda, event, meta);
  const ends = event.type === "AgendaItemAdjourned" || event.type === "AgendaItemSetAside";
  if (ends && entry(state.agenda.items, event.item)?.status === "called") return { agenda, ...withoutField(state) };
  if (event.type !== "AgendaItemCalled") return { agenda };
  return { agenda, speakers: { ...noSpeakers, seconds: state.speakers.seconds }, ...withoutField(state) };
}

/** What is entered in a workshop carries no heading of a meeting, and the other way round. */
function changedByWorkshop(state: Slices, event: WorkshopEvent, meta: EventMeta): Partial<Slices> {
  const workshops = evolveWorkshops(state.workshops, event, meta);
  const isTurn = event.type === "WorkshopOpened" || event.type === "WorkshopClosed";
  return isTurn ? { workshops, ...withoutField(state) } : { workshops };
}

/** A field ends with its item and with its meeting: what is entered later must not carry the heading of a non-public item. */
function withoutField({ minutes }: Slices): Pick<Slices, "minutes"> {
  return { minutes: { ...minutes, field: undefined } };
}

function slicesOf(state: Slices): Slices {
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

/** Folds one event into the slices alone. */
export function evolveSlices(slices: Slices, event: CommitteeEvent, meta: EventMeta): Slices {
  return { ...slices, ...changedSlices(slices, event, meta) };
}

function folded(slices: Slices, events: readonly Recorded[]): Slices {
  return events.reduce((one, { event, meta }) => evolveSlices(one, event, meta), slices);
}

function listOf(events: readonly Recorded[]): RecentEvents {
  return events.reduce<RecentEvents>((before, one) => ({ ...one, before }), undefined);
}

function newest(recent: RecentEvents, count: number): RecentEvents {
  return listOf(recentEvents(recent).slice(-count));
}
