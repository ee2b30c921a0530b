import { EncryptionAlgorithm, type OlmMachine, RoomId, RoomSettings } from "@matrix-org/matrix-sdk-crypto-wasm";
import { CLIENT, type Homeserver, HomeserverRefusal, type Json } from "../homeserver.ts";
import type { NotedState } from "./encryption.ts";

/** What encryption has to know of rooms: read once from the homeserver, kept current by the state events of each sync. */
export type RoomFacts = {
  note(room: string, event: NotedState): void;
  isEncrypted(room: string): Promise<boolean>;
  /** Who receives the key, and how long one key is used. Read only after `isEncrypted`. */
  sharing(room: string): Promise<Sharing>;
  /** What was noted is stored. */
  settled(): Promise<void>;
};

export type Sharing = Rotation & { readonly visibility: string; readonly recipients: readonly string[] };

type Rotation = { readonly rotationMilliseconds?: number; readonly rotationMessages?: number };

type Facts = {
  isEncrypted: boolean;
  rotation: Rotation;
  encryptionRead?: Promise<boolean>;
  visibility?: string;
  /** Membership by user. */
  members?: Promise<Map<string, string>>;
  /** Came by sync while `members` was being read, so it may be newer. */
  meanwhile: Map<string, string>;
};

export function createRoomFacts(
  machine: OlmMachine,
  homeserver: Homeserver,
  settingsRefused: (reason: string) => void,
): RoomFacts {
  const rooms = new Map<string, Facts>();
  let storing: Promise<void> = Promise.resolve();

  function factsOf(room: string): Facts {
    const known = rooms.get(room);
    if (known !== undefined) return known;
    const facts: Facts = { isEncrypted: false, rotation: {}, meanwhile: new Map() };
    rooms.set(room, facts);
    return facts;
  }

  function noteEncryption(room: string, content: Json): void {
    const facts = factsOf(room);
    const rotation = rotationIn(content);
    if (facts.isEncrypted && isSame(rotation, facts.rotation)) return;
    facts.isEncrypted = true;
    facts.rotation = rotation;
    storing = storing
      .then(() => store(machine, room, rotation))
      .catch((error: unknown) => settingsRefused(String(error)));
  }

  async function readEncryption(room: string, facts: Facts): Promise<boolean> {
    const stored = await machine.getRoomSettings(new RoomId(room));
    if (stored !== undefined && !facts.isEncrypted) {
      facts.isEncrypted = true;
      facts.rotation = rotationIn({
        rotation_period_ms: stored.sessionRotationPeriodMs,
        rotation_period_msgs: stored.sessionRotationPeriodMessages,
      });
    }
    if (facts.isEncrypted) return true;
    const content = await stateOf(homeserver, room, "m.room.encryption");
    if (content !== undefined && !facts.isEncrypted) noteEncryption(room, content);
    return facts.isEncrypted;
  }

  async function readMembers(room: string, facts: Facts): Promise<Map<string, string>> {
    facts.meanwhile.clear();
    const { chunk } = await homeserver.send("GET", `${CLIENT}/rooms/${encodeURIComponent(room)}/members`);
    if (!Array.isArray(chunk)) throw new Error(`members of ${room}: the homeserver gave no list`);
    const members = chunk.flatMap(membershipIn);
    return new Map([...members, ...facts.meanwhile]);
  }

  return {
    note(room, { type, content: given, state_key: key = "" }) {
      // Whatever its content: what counts for safety is that there is such an event.
      const content = isObject(given) ? given : {};
      if (type === "m.room.encryption" && key === "") noteEncryption(room, content);
      if (type === "m.room.history_visibility" && key === "") factsOf(room).visibility = visibilityIn(content);
      if (type !== "m.room.member") return;
      const facts = factsOf(room);
      const membership = String(content["membership"]);
      facts.meanwhile.set(key, membership);
      facts.members?.then((members) => members.set(key, membership)).catch(() => undefined);
    },
    async isEncrypted(room) {
      const facts = factsOf(room);
      if (facts.isEncrypted) return true;
      facts.encryptionRead ??= forgetting(readEncryption(room, facts), () => delete facts.encryptionRead);
      await facts.encryptionRead;
      return facts.isEncrypted;
    },
    async sharing(room) {
      const facts = factsOf(room);
      facts.visibility ??= visibilityIn((await stateOf(homeserver, room, "m.room.history_visibility")) ?? {});
      facts.members ??= forgetting(readMembers(room, facts), () => delete facts.members);
      const members = await facts.members;
      const { visibility } = facts;
      // Where history begins with joining, the invited may not read yet.
      const readers = visibility === "joined" ? ["join"] : ["join", "invite"];
      const recipients = [...members].flatMap(([user, membership]) => (readers.includes(membership) ? [user] : []));
      return { ...facts.rotation, visibility, recipients };
    },
    settled: () => storing,
  };
}

/** Keeps what was read; forgets that it could not be. */
function forgetting<Result>(reading: Promise<Result>, forget: () => void): Promise<Result> {
  return reading.catch((error: unknown) => {
    forget();
    throw error;
  });
}

/** `undefined` only on the homeserver's definite word that there is no such state. */
async function stateOf(homeserver: Homeserver, room: string, type: string): Promise<Json | undefined> {
  try {
    return await homeserver.send("GET", `${CLIENT}/rooms/${encodeURIComponent(room)}/state/${type}/`);
  } catch (error) {
    if (error instanceof HomeserverRefusal && error.status === 404 && error.code === "M_NOT_FOUND") return undefined;
    throw error;
  }
}

async function store(machine: OlmMachine, room: string, rotation: Rotation): Promise<void> {
  const settings = new RoomSettings();
  settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  settings.sessionRotationPeriodMs = rotation.rotationMilliseconds;
  settings.sessionRotationPeriodMessages = rotation.rotationMessages;
  await machine.setRoomSettings(new RoomId(room), settings);
}

function rotationIn(content: Json): Rotation {
  const milliseconds = positive(content["rotation_period_ms"]);
  const messages = positive(content["rotation_period_msgs"]);
  return {
    ...(milliseconds === undefined ? {} : { rotationMilliseconds: milliseconds }),
    ...(messages === undefined ? {} : { rotationMessages: messages }),
  };
}

const isSame = (one: Rotation, other: Rotation): boolean =>
  one.rotationMilliseconds === other.rotationMilliseconds && one.rotationMessages === other.rotationMessages;

/** The library counts in 32 bits. */
const positive = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && Number(value) > 0 ? Math.min(Number(value), 0xffff_ffff) : undefined;

/** "shared" is what the specification says where nothing is said. */
function visibilityIn(content: Json): string {
  const { history_visibility: said } = content;
  return typeof said === "string" ? said : "shared";
}

function membershipIn(event: unknown): readonly (readonly [string, string])[] {
  if (!isObject(event) || !isObject(event["content"])) return [];
  return [[String(event["state_key"]), String(event["content"]["membership"])]];
}

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;
