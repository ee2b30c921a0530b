import type { RoomEvent } from "../../../src/adapters/matrix/encryption/encryption.ts";
import { openEncryption } from "../../../src/adapters/matrix/encryption/open-encryption.ts";
import { CLIENT, Stopped } from "../../../src/adapters/matrix/homeserver.ts";
import { createRestClient, type RestClient } from "../../../src/adapters/matrix/rest-client.ts";
import { readSync } from "../../../src/adapters/matrix/sync-answer.ts";
import { type EventLog, eventLog } from "./event-log.ts";
import type { Login } from "./synapse-accounts.ts";

/** What a light client has read; `failed`: why it could not. */
export type LightEvent = {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly encrypted: boolean;
  readonly failed: string | undefined;
};

/**
 * A client of few megabytes, many to a process. It shares its encryption with the bot and its server with everybody, so it proves less
 * than `startPeer` and `startNioPeer`; it is for meetings in which many speak. Joins whatever it is invited to.
 */
export type LightClient = {
  readonly userId: string;
  readonly log: EventLog<LightEvent>;
  /** Encrypted; rejects in a room that is not. The event's id. */
  sendText(room: string, text: string): Promise<string>;
  createRoom(invite: readonly string[], isDirect: boolean): Promise<string>;
  stop(): Promise<void>;
};

const WAIT = 20_000;

export async function startLightClient(url: string, login: Login, folder: string): Promise<LightClient> {
  const { userId, deviceId, accessToken } = login;
  const log = eventLog<LightEvent>(`light ${userId}`);
  const client = createRestClient({ url, accessToken, signedOut: () => undefined, note: () => undefined });
  const locked = new Map<string, RoomEvent[]>();
  const encryption = await openEncryption({
    homeserver: client,
    userId,
    deviceId,
    folder,
    note: () => undefined,
    roomKeyArrived(room, session) {
      const events = locked.get(`${room} ${session}`) ?? [];
      locked.delete(`${room} ${session}`);
      for (const event of events) void read(room, event);
    },
  });
  let sent = 0;
  let since: string | undefined;

  async function read(room: string, event: RoomEvent): Promise<void> {
    const { event_id: id, sender, type, content } = event;
    if (type !== "m.room.encrypted") {
      log.push({ id, room, sender, type, content, encrypted: false, failed: undefined });
      return;
    }
    const opened = await encryption.decrypt(room, event);
    if (opened.kind === "missingKey") {
      const key = `${room} ${opened.session}`;
      locked.set(key, [...(locked.get(key) ?? []), event]);
    }
    const readable = opened.kind === "decrypted" ? opened : { type, content };
    const failed = opened.kind === "decrypted" ? undefined : opened.reason;
    log.push({ id, room, sender, type: readable.type, content: readable.content, encrypted: true, failed });
  }

  async function once(timeout: number): Promise<void> {
    const query = { timeout, since, filter: JSON.stringify({ room: { timeline: { limit: 100 } } }) };
    const answer = readSync(await client.send("GET", `${CLIENT}/sync`, { query }));
    if (answer === undefined) throw new Error("an answer to /sync that is none");
    await encryption.receiveSync(answer.keys);
    for (const { room, state, timeline } of answer.joined) {
      for (const event of [...state, ...timeline]) if (event.state_key !== undefined) encryption.noteState(room, event);
      for (const event of timeline) await read(room, event);
    }
    for (const { room } of answer.invitations) await join(client, room);
    since = answer.token;
  }

  async function loop(): Promise<void> {
    try {
      for (;;) await once(WAIT);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }

  await once(0);
  const running = loop();
  running.catch(() => undefined);
  return {
    userId,
    log,
    async sendText(room, body) {
      if (!(await encryption.isEncrypted(room))) throw new Error(`${room} is not encrypted`);
      const content = await encryption.encrypt(room, "m.room.message", { msgtype: "m.text", body });
      sent += 1;
      const path = `${CLIENT}/rooms/${encodeURIComponent(room)}/send/m.room.encrypted/light-${sent}`;
      const { event_id: event } = await client.send("PUT", path, { body: content });
      return String(event);
    },
    async createRoom(invite, isDirect) {
      const initial_state = [
        { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
      ];
      const body = { preset: "trusted_private_chat", is_direct: isDirect, invite, initial_state };
      const { room_id: room } = await client.send("POST", `${CLIENT}/createRoom`, { body });
      return String(room);
    },
    async stop() {
      client.stop();
      await running;
      await encryption.stop();
    },
  };
}

const join = (client: RestClient, room: string): Promise<unknown> =>
  client.send("POST", `${CLIENT}/join/${encodeURIComponent(room)}`, { body: {} });
