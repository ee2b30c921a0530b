import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  Encryption,
  EncryptionOptions,
  RoomEvent,
} from "../../../../src/adapters/matrix/encryption/encryption.ts";
import { openEncryption } from "../../../../src/adapters/matrix/encryption/open-encryption.ts";
import type { Json } from "../../../../src/adapters/matrix/homeserver.ts";
import type { FakeDevice, FakeHomeserver } from "./fake-homeserver.ts";

export const BOT = "@bot:example.org";
export const ALICE = "@alice:example.org";
export const ROOM = "!room:example.org";

export type Side = {
  readonly encryption: Encryption;
  readonly device: FakeDevice;
  readonly user: string;
  /** Rooms and sessions of which a key arrived. */
  readonly arrived: string[];
  readonly notes: string[];
  /** One round of /sync. */
  sync(): Promise<void>;
};

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "encryption-"));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export async function openSide(
  server: FakeHomeserver,
  user: string,
  deviceId: string,
  folder: string,
  more: Partial<EncryptionOptions> = {},
): Promise<Side> {
  const device = server.device(user, deviceId);
  const arrived: string[] = [];
  const notes: string[] = [];
  const encryption = await openEncryption({
    homeserver: device,
    userId: user,
    deviceId,
    folder,
    roomKeyArrived: (room, session) => arrived.push(`${room} ${session}`),
    note: (code) => notes.push(code),
    ...more,
  });
  return { encryption, device, user, arrived, notes, sync: () => encryption.receiveSync(device.sync()) };
}

export function furnishRoom(server: FakeHomeserver, members: readonly string[], encryption: Json = megolm): void {
  server.setState(ROOM, "m.room.encryption", encryption);
  for (const user of members) server.setState(ROOM, "m.room.member", { membership: "join" }, user);
}

export const megolm: Json = { algorithm: "m.megolm.v1.aes-sha2" };

let count = 0;

export function eventOf(sender: string, content: Json): RoomEvent {
  count += 1;
  const event_id = `$event-${count}`;
  return { event_id, type: "m.room.encrypted", sender, origin_server_ts: 1_700_000_000_000 + count, content };
}

/** One message from one side to the other, over the homeserver. */
export async function say(from: Side, to: Side, body: string) {
  const content = await from.encryption.encrypt(ROOM, "m.room.message", { msgtype: "m.text", body });
  const event = eventOf(from.user, content);
  await to.sync();
  return { event, read: await to.encryption.decrypt(ROOM, event) };
}
