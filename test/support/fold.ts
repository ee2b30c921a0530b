import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { evolve, noCommittee } from "../../src/core/committee/evolve.ts";
import type { CommitteeState } from "../../src/core/committee/state.ts";
import type { EventMeta } from "../../src/core/kernel/event-meta.ts";
import type { Instant, PersonId } from "../../src/core/kernel/ids.ts";
import { instant } from "./keys.ts";

/** When and by whom the events happen, unless a test says otherwise. */
export type Moment = { readonly at?: Instant; readonly by?: PersonId | "system" };

/** What happened so far: the stream with who and when, and the state it makes. */
export type Past = {
  readonly state: CommitteeState;
  readonly stream: readonly { readonly event: CommitteeEvent; readonly meta: EventMeta }[];
};

export const usualInstant = instant("2023-01-27T08:00:00.000Z");

export const nothingHappened: Past = { state: noCommittee(), stream: [] };

/** Folds events behind what happened before; versions count on from 1, all at the same moment, which no other command has. */
export function happened(past: Past, events: readonly CommitteeEvent[], moment: Moment = {}): Past {
  const at = later(moment.at ?? usualInstant, past.stream.at(-1)?.meta.at);
  return events.reduce((before, event) => {
    const meta = { version: before.state.version + 1, at, by: moment.by ?? "system" };
    return { state: evolve(before.state, event, meta), stream: [...before.stream, { event, meta }] };
  }, past);
}

export function stateAfter(events: readonly CommitteeEvent[], moment?: Moment): CommitteeState {
  return happened(nothingHappened, events, moment).state;
}

/** As the runner's clock does it: a millisecond later where the same instant was given before. */
function later(wanted: Instant, last: Instant | undefined): Instant {
  return wanted === last || (last !== undefined && last.slice(0, 20) === wanted.slice(0, 20) && last > wanted)
    ? instant(new Date(Date.parse(last) + 1).toISOString())
    : wanted;
}
