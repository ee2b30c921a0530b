import type { Json } from "./api-call.ts";
import { type LightClient, startLightClient } from "./light-client.ts";
import type { MatrixHouse } from "./matrix-house.ts";
import { startNioPeer } from "./nio-peer.ts";
import { type Peer, startPeer } from "./peer.ts";
import { restClient } from "./rest-client.ts";
import { listOf } from "./rest-sync.ts";
import type { Login } from "./synapse-accounts.ts";

/** What came to somebody; `failed` if it could not be read. */
export type Heard = {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  readonly type: string;
  readonly content: Json;
  readonly encrypted: boolean;
  readonly failed: unknown;
};

/** Somebody of the committee at a client, whichever that is. */
export type Speaker = {
  readonly login: Login;
  readonly client: ClientKind;
  /** Encrypted; the event's id. */
  say(room: string, text: string): Promise<string>;
  /** An encrypted room with these. */
  createRoom(invite: readonly string[], isDirect: boolean): Promise<string>;
  /** Resolves when the client is in. */
  join(room: string): Promise<void>;
  heard(): readonly Heard[];
  waitFor(fits: (event: Heard) => boolean, ms?: number): Promise<Heard>;
  /** The file of a message's content, opened. Only with the js-sdk. */
  download?(content: Json): Promise<Uint8Array>;
  stop(): Promise<void>;
};

export type ClientKind = "js-sdk" | "nio" | "light";

export function startSpeaker(url: string, login: Login, client: ClientKind, folder: string): Promise<Speaker> {
  if (client === "js-sdk") return jsSpeaker(url, login);
  return client === "nio" ? nioSpeaker(url, login) : lightSpeaker(url, login, folder);
}

async function jsSpeaker(url: string, login: Login): Promise<Speaker> {
  const peer: Peer = await startPeer(url, login, { crossSign: true });
  return {
    login,
    client: "js-sdk",
    say: (room, text) => peer.call("sendText", { room, text }),
    createRoom: (invite, isDirect) =>
      peer.call("createRoom", { encrypted: true, invite, isDirect, preset: "trusted_private_chat" }),
    join: async (room) => void (await peer.acceptInvitation(room)),
    heard: () => peer.events,
    waitFor: peer.waitFor,
    download: (content) => peer.call("download", { content }),
    stop: peer.stop,
  };
}

async function nioSpeaker(url: string, login: Login): Promise<Speaker> {
  const peer = await startNioPeer(url, login);
  return {
    login,
    client: "nio",
    say: peer.sendText,
    createRoom: (invite) => peer.call("createRoom", { encrypted: true, invite }),
    join: async (room) => void (await peer.acceptInvitation(room)),
    heard: () => peer.events,
    waitFor: peer.waitFor,
    stop: peer.stop,
  };
}

async function lightSpeaker(url: string, login: Login, folder: string): Promise<Speaker> {
  const { log, ...light }: LightClient = await startLightClient(url, login, folder);
  return {
    login,
    client: "light",
    say: light.sendText,
    createRoom: light.createRoom,
    join: async (room) => void (await log.waitFor((event) => event.room === room)),
    heard: () => log.all,
    waitFor: log.waitFor,
    stop: light.stop,
  };
}

/** Until the client has seen the newest message of this sender in this room. */
export async function caughtUp({ login, waitFor }: Speaker, url: string, room: string, sender: string): Promise<void> {
  const path = `/rooms/${encodeURIComponent(room)}/messages`;
  const { chunk } = await restClient(url, login).call("GET", path, { query: { dir: "b", limit: 100 } });
  const last = listOf(chunk).find((event) => event["sender"] === sender && event["type"] === "m.room.encrypted");
  if (last !== undefined) await waitFor(({ id }) => id === last["event_id"]);
}

/** Makes the direct chat with the bot and waits until that is in. */
export async function openDirectChat(speaker: Speaker, bot: MatrixHouse): Promise<string> {
  const room = await speaker.createRoom([bot.connection.me], true);
  await botIn(speaker, bot, room);
  return room;
}

export async function botIn(speaker: Speaker, bot: MatrixHouse, room: string): Promise<void> {
  await speaker.waitFor(
    (event) =>
      event.room === room &&
      event.type === "m.room.member" &&
      event.sender === bot.connection.me &&
      event.content["membership"] === "join",
  );
}
