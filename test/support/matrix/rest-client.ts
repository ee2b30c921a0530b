import { type ApiRequest, apiCall, apiResponse, type Json, textOf } from "./api-call.ts";
import { jsonOf, listOf, type RawEvent, type RestSync, rawEvent, startRestSync } from "./rest-sync.ts";
import type { Login } from "./synapse-accounts.ts";

export type NewRoom = {
  readonly name?: string;
  readonly invite?: readonly string[];
  readonly roomVersion?: string;
  readonly encrypted?: boolean;
  readonly isDirect?: boolean;
  readonly preset?: "private_chat" | "trusted_private_chat" | "public_chat";
  /** Anything else of `/createRoom`. */
  readonly more?: Json;
};

/** An account that speaks the client-server API by hand: for plain rooms, and for what no honest client would send. */
export type RestClient = {
  readonly userId: string;
  readonly login: Login;
  /** Anything below `/_matrix/client/v3`. */
  call(method: string, path: string, request?: Omit<ApiRequest, "token">): Promise<Json>;
  createRoom(room?: NewRoom): Promise<string>;
  /** `via`: a homeserver that knows the room, for rooms of other homeservers. */
  join(room: string, via?: string): Promise<void>;
  leave(room: string): Promise<void>;
  invite(room: string, userId: string): Promise<void>;
  kick(room: string, userId: string): Promise<void>;
  ban(room: string, userId: string): Promise<void>;
  /** Any type and content, right or wrong; the event's id. */
  send(room: string, type: string, content: Json, transaction?: string): Promise<string>;
  sendText(room: string, body: string): Promise<string>;
  sendState(room: string, type: string, content: Json, stateKey?: string): Promise<string>;
  state(room: string, type: string, stateKey?: string): Promise<Json>;
  redact(room: string, eventId: string): Promise<string>;
  members(room: string): Promise<readonly string[]>;
  /** Everything in the room that we may see, oldest first, fetched in pages. */
  history(room: string, pageSize?: number): Promise<readonly RawEvent[]>;
  upload(bytes: Uint8Array, type: string, name?: string): Promise<string>;
  download(mxc: string): Promise<Uint8Array>;
  startSync(): Promise<RestSync>;
};

export function restClient(url: string, login: Login): RestClient {
  const token = login.accessToken;
  const call: RestClient["call"] = (method, path, request) =>
    apiCall(url, method, `/_matrix/client/v3${path}`, { ...request, token });
  const inRoom = (room: string, rest: string): string => `/rooms/${encodeURIComponent(room)}/${rest}`;
  const act = async (room: string, action: string, body: Json = {}): Promise<void> => {
    await call("POST", inRoom(room, action), { body });
  };
  let sent = 0;
  const freshTransaction = (): string => {
    sent += 1;
    return `rest-${Date.now()}-${sent}`;
  };
  const statePath = (room: string, type: string, stateKey = ""): string =>
    inRoom(room, `state/${encodeURIComponent(type)}/${encodeURIComponent(stateKey)}`);

  const client: RestClient = {
    userId: login.userId,
    login,
    call,
    createRoom: async (room = {}) =>
      textOf(await call("POST", "/createRoom", { body: createRoomBody(room) }), "room_id"),
    async join(room, via) {
      await call("POST", `/join/${encodeURIComponent(room)}`, { body: {}, query: { via, server_name: via } });
    },
    leave: (room) => act(room, "leave"),
    invite: (room, userId) => act(room, "invite", { user_id: userId }),
    kick: (room, userId) => act(room, "kick", { user_id: userId }),
    ban: (room, userId) => act(room, "ban", { user_id: userId }),
    async send(room, type, content, transaction = freshTransaction()) {
      const path = inRoom(room, `send/${encodeURIComponent(type)}/${encodeURIComponent(transaction)}`);
      return textOf(await call("PUT", path, { body: content }), "event_id");
    },
    sendText: (room, body) => client.send(room, "m.room.message", { msgtype: "m.text", body }),
    sendState: async (room, type, content, stateKey) =>
      textOf(await call("PUT", statePath(room, type, stateKey), { body: content }), "event_id"),
    state: (room, type, stateKey) => call("GET", statePath(room, type, stateKey)),
    async redact(room, eventId) {
      const path = inRoom(room, `redact/${encodeURIComponent(eventId)}/${freshTransaction()}`);
      return textOf(await call("PUT", path, { body: {} }), "event_id");
    },
    members: async (room) => Object.keys(jsonOf((await call("GET", inRoom(room, "joined_members")))["joined"])).sort(),
    async history(room, pageSize = 100) {
      const events: RawEvent[] = [];
      let from: string | undefined;
      do {
        const page = await call("GET", inRoom(room, "messages"), { query: { dir: "f", limit: pageSize, from } });
        events.push(...listOf(page["chunk"]).map((raw) => rawEvent(room, raw)));
        from = typeof page["end"] === "string" ? page["end"] : undefined;
      } while (from !== undefined);
      return events;
    },
    async upload(bytes, type, name) {
      const request = { token, body: bytes, type, query: { filename: name } };
      return textOf(await apiCall(url, "POST", "/_matrix/media/v3/upload", request), "content_uri");
    },
    async download(mxc) {
      const path = `/_matrix/client/v1/media/download/${mxc.replace(/^mxc:\/\//, "")}`;
      return new Uint8Array(await (await apiResponse(url, "GET", path, { token })).arrayBuffer());
    },
    startSync: () => startRestSync(url, token, login.userId),
  };
  return client;
}

const ENCRYPTION = {
  type: "m.room.encryption",
  state_key: "",
  content: { algorithm: "m.megolm.v1.aes-sha2" },
};

function createRoomBody(room: NewRoom): Json {
  return {
    preset: room.preset ?? "private_chat",
    name: room.name,
    invite: room.invite,
    room_version: room.roomVersion,
    is_direct: room.isDirect,
    initial_state: room.encrypted === true ? [ENCRYPTION] : [],
    ...room.more,
  };
}
