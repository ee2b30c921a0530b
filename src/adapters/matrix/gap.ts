import { z } from "zod";
import type { RoomEvent } from "./encryption/encryption.ts";
import { CLIENT, type Homeserver } from "./homeserver.ts";
import { roomEvents } from "./sync-answer.ts";

const page = z.object({ chunk: z.array(z.unknown()).default([]), end: z.string().optional() });

/** A gap longer than this many pages of a hundred is given up: no meeting has so many messages while the program was away. */
const MOST_PAGES = 1_000;

/** Was ein Sync ausließ: the events of a room between the last token and the beginning of the new timeline, oldest first. */
export async function eventsInGap(
  homeserver: Homeserver,
  room: string,
  from: string,
  since: string,
): Promise<readonly RoomEvent[]> {
  const found: RoomEvent[] = [];
  let next: string | undefined = from;
  for (let count = 0; next !== undefined && count < MOST_PAGES; count += 1) {
    const answer = page.parse(
      await homeserver.send("GET", `${CLIENT}/rooms/${encodeURIComponent(room)}/messages`, {
        query: { dir: "b", from: next, to: since, limit: 100 },
      }),
    );
    found.push(...roomEvents(answer.chunk));
    next = answer.end === next ? undefined : answer.end;
  }
  return found.reverse();
}
