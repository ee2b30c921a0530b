import { apiCall, type Json, textOf } from "./api-call.ts";
import { eventLog } from "./event-log.ts";

/** An event as the homeserver sent it. Hostile ones may break even this shape; then look at `raw`. */
export type RawEvent = {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  readonly type: string;
  readonly stateKey: string | undefined;
  readonly content: Json;
  readonly raw: Json;
};

export type RestSync = {
  readonly events: readonly RawEvent[];
  /** Rooms with an open invitation to us. */
  readonly invitations: ReadonlySet<string>;
  waitFor(fits: (event: RawEvent) => boolean, ms?: number): Promise<RawEvent>;
  waitForInvitation(ms?: number): Promise<string>;
  /** Until the sync loop has ended. */
  stop(): Promise<void>;
};

/** Runs until `stop`; begins with the newest hundred events of each room. */
export async function startRestSync(url: string, token: string, name: string): Promise<RestSync> {
  const log = eventLog<RawEvent>(name);
  const invited = eventLog<string>(name);
  const invitations = new Set<string>();
  const stopping = new AbortController();
  const filter = JSON.stringify({ room: { timeline: { limit: 100 } } });
  let since: string | undefined;

  const once = async (timeout: number): Promise<void> => {
    const query = { timeout, since, filter };
    const answer = await apiCall(url, "GET", "/_matrix/client/v3/sync", { token, query, signal: stopping.signal });
    since = textOf(answer, "next_batch");
    const rooms = jsonOf(answer["rooms"]);
    for (const [room, part] of Object.entries(jsonOf(rooms["join"]))) {
      invitations.delete(room);
      for (const raw of listOf(jsonOf(jsonOf(part)["timeline"])["events"])) log.push(rawEvent(room, raw));
    }
    for (const room of Object.keys(jsonOf(rooms["invite"]))) {
      invitations.add(room);
      invited.push(room);
    }
    for (const room of Object.keys(jsonOf(rooms["leave"]))) invitations.delete(room);
  };

  await once(0);
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      // A homeserver that restarts is asked again.
      await once(20_000).catch(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }
  })();
  return {
    events: log.all,
    invitations,
    waitFor: log.waitFor,
    waitForInvitation: (ms) => invited.waitFor((room) => invitations.has(room), ms),
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

export function rawEvent(room: string, raw: Json): RawEvent {
  const text = (name: string): string => (typeof raw[name] === "string" ? raw[name] : "");
  const stateKey = raw["state_key"];
  return {
    id: text("event_id"),
    room,
    sender: text("sender"),
    type: text("type"),
    stateKey: typeof stateKey === "string" ? stateKey : undefined,
    content: jsonOf(raw["content"]),
    raw,
  };
}

export function jsonOf(value: unknown): Json {
  // Each field is looked at where it is used.
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(jsonOf) : [];
}
