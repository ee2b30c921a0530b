import type { CommitteeEvent } from "../core/committee/events.ts";
import { evolve, noCommittee } from "../core/committee/evolve.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { EventMeta } from "../core/kernel/event-meta.ts";
import type { Instant, PersonId } from "../core/kernel/ids.ts";
import type { Reading, StoredRecord } from "./ports.ts";

/** Between events and what is stored of them. */
export type EventCoding = {
  encode(event: CommitteeEvent): { readonly type: string; readonly schema: number; readonly data: string };
  /** Throws `StorageFault` for an unknown or damaged event: then nothing is started. */
  decode(record: StoredRecord): CommitteeEvent;
};

export function metaOf(record: StoredRecord): EventMeta {
  // What the store gives back is what was committed: an instant, and a person's key or "system".
  return { version: record.version, at: record.at as Instant, by: record.by as PersonId | "system" };
}

/** Stand eines Gremiums: its events folded, from the first on. */
export function loadCommittee(store: Pick<Reading, "read">, codec: EventCoding, stream: string): CommitteeState {
  let state = noCommittee();
  for (const record of store.read(stream)) state = evolve(state, codec.decode(record), metaOf(record));
  return state;
}
