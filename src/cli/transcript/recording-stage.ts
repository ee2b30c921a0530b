import type { Reply } from "../../flows/reply.ts";
import type { Stage } from "../compose.ts";

/** Was wo ankam. */
export type Arrival = {
  readonly address: string;
  readonly reply: Pick<Reply, "blocks" | "choices" | "files">;
};

/** A platform that only takes note. Survives the program's crash, as a chat server does: the same message twice is one. */
export type RecordingStage = Stage & {
  arrivals(): readonly Arrival[];
  note(arrival: Arrival): void;
};

export function createRecordingStage(): RecordingStage {
  const arrivals: Arrival[] = [];
  const known = new Set<string>();
  return {
    arrivals: () => arrivals,
    note: (arrival) => arrivals.push(arrival),
    async deliver({ id, room, body }) {
      if (known.has(id)) return;
      known.add(id);
      // What lies in the outbox was put there by the runner, as JSON of a reply.
      arrivals.push({ address: room, reply: JSON.parse(body) as Reply });
    },
    live: (address, _key, reply) => arrivals.push({ address, reply }),
    liveEvery: 0,
  };
}
