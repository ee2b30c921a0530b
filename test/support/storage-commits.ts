import type { Commit, EventRecord } from "../../src/flows/ports.ts";

/** A small event; `n` makes it distinguishable. */
export function eventOf(n: number, type = "SpeakerAsked"): EventRecord {
  return { type, schema: 1, at: "2026-01-27T08:00:00.000Z", by: "person-1", data: JSON.stringify({ n }) };
}

/** A commit that changes nothing but what is named. */
export function commitOf(changes: Partial<Commit> = {}): Commit {
  return {
    stream: "committee-1",
    expectedVersion: 0,
    events: [],
    outbox: [],
    jobs: [],
    sealed: [],
    closedBoxes: [],
    discardedBoxes: [],
    ...changes,
  };
}

/** What a spoken command commits: `events` events from `expectedVersion` on, the key of its message, one answer. */
export function commandOf(stream: string, expectedVersion: number, events = 1): Commit {
  const number = expectedVersion + 1;
  return commitOf({
    stream,
    expectedVersion,
    events: Array.from({ length: events }, (_, index) => eventOf(number + index)),
    inboxKey: `${stream}/message-${number}`,
    outbox: [{ id: `${stream}/answer-${number}`, room: stream, body: `{"text":"${number}"}` }],
  });
}
