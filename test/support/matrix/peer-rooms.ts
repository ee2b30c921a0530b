import { setTimeout as pause } from "node:timers/promises";
import { EventType, type MatrixClient, Preset, type Room } from "matrix-js-sdk";
import { PATIENCE } from "../patience.ts";
import type { Handlers } from "./peer-commands.ts";
import { cryptoOf } from "./peer-crypto.ts";

export function roomOf(client: MatrixClient, id: string): Room {
  const room = client.getRoom(id);
  if (room === null) throw new Error(`the room ${id} has not come in yet`);
  return room;
}

async function isEncrypted(client: MatrixClient, id: string): Promise<boolean> {
  return cryptoOf(client).isEncryptionEnabledInRoom(id);
}

/** Until the client knows the room whole: only then a message is encrypted there if it has to be. */
async function settled(client: MatrixClient, id: string): Promise<void> {
  await until(async () => {
    const room = client.getRoom(id);
    if (room?.getMyMembership() !== "join") return false;
    if (room.currentState.getStateEvents(EventType.RoomCreate, "") === null) return false;
    return !room.hasEncryptionStateEvent() || isEncrypted(client, id);
  }, `the room ${id}`);
}

async function until(reached: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await reached())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await pause(20);
  }
}

const ALGORITHM = { algorithm: "m.megolm.v1.aes-sha2" } as const;

const PRESETS = {
  private_chat: Preset.PrivateChat,
  trusted_private_chat: Preset.TrustedPrivateChat,
  public_chat: Preset.PublicChat,
};

type RoomCommands =
  | "createRoom"
  | "join"
  | "invite"
  | "leave"
  | "kick"
  | "ban"
  | "members"
  | "setPowerLevel"
  | "enableEncryption"
  | "isEncrypted"
  | "upgradeRoom"
  | "state";

export function roomHandlers(client: MatrixClient): Pick<Handlers, RoomCommands> {
  return {
    async createRoom({ encrypted = true, name, invite = [], roomVersion, isDirect = false, preset = "private_chat" }) {
      const created = await client.createRoom({
        preset: PRESETS[preset],
        invite: [...invite],
        is_direct: isDirect,
        ...(name === undefined ? {} : { name }),
        ...(roomVersion === undefined ? {} : { room_version: roomVersion }),
        initial_state: encrypted ? [{ type: "m.room.encryption", state_key: "", content: ALGORITHM }] : [],
      });
      await settled(client, created.room_id);
      return created.room_id;
    },
    async join({ room, via }) {
      await client.joinRoom(room, via === undefined ? {} : { viaServers: [...via] });
      await settled(client, room);
    },
    async invite({ room, userId }) {
      await client.invite(room, userId);
    },
    async leave({ room }) {
      await client.leave(room);
    },
    async kick({ room, userId }) {
      await client.kick(room, userId);
    },
    async ban({ room, userId }) {
      await client.ban(room, userId);
    },
    async members({ room }) {
      const members = roomOf(client, room).getMembers();
      return Object.fromEntries(members.map(({ userId, membership }) => [userId, membership ?? ""]));
    },
    async setPowerLevel({ room, userId, level }) {
      await client.setPowerLevel(room, userId, level);
    },
    async enableEncryption({ room }) {
      await client.sendStateEvent(room, EventType.RoomEncryption, ALGORITHM);
      await until(() => isEncrypted(client, room), `encryption of ${room}`);
    },
    isEncrypted: ({ room }) => isEncrypted(client, room),
    async upgradeRoom({ room, version }) {
      return (await client.upgradeRoom(room, version)).replacement_room;
    },
    async state({ room, type, stateKey = "" }) {
      return roomOf(client, room).currentState.getStateEvents(type, stateKey)?.getContent();
    },
  };
}
