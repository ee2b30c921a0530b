import type { SyncPart } from "../../../../src/adapters/matrix/encryption/encryption.ts";
import { CLIENT, type Homeserver, HomeserverRefusal, type Json } from "../../../../src/adapters/matrix/homeserver.ts";
import { type Account, createKeyServer } from "./fake-key-server.ts";

type Method = Parameters<Homeserver["send"]>[0];
export type Seen = { readonly method: Method; readonly path: string; readonly body: Json };

/** A homeserver in memory, as far as keys, rooms' state and account data go. Strict where a real one is. */
export type FakeHomeserver = {
  /** What this device sends and receives. */
  device(userId: string, deviceId: string): FakeDevice;
  account(userId: string): Account;
  /** State of rooms by room and type; a member's by "m.room.member" and user. */
  setState(room: string, type: string, content: Json, key?: string): void;
  /** Comes before every answer; what it throws or waits for is what the sender meets. */
  intercept(before: (request: Seen) => void | Promise<void>): void;
  readonly requests: readonly Seen[];
};

export type FakeDevice = Homeserver & {
  /** One /sync: what came since the last. */
  sync(): SyncPart;
};

const refuse = (status: number, errcode: string) => new HomeserverRefusal(status, { errcode }, "fake");

export function createFakeHomeserver(): FakeHomeserver {
  const keys = createKeyServer();
  const states = new Map<string, Json>();
  const requests: Seen[] = [];
  let before: (request: Seen) => void | Promise<void> = () => undefined;

  function stateOf(room: string, type: string, key: string): Json {
    const content = states.get([room, type, key].join(" "));
    if (content === undefined) throw refuse(404, "M_NOT_FOUND");
    return content;
  }

  function membersOf(room: string): Json {
    const prefix = `${room} m.room.member `;
    const ours = [...states].filter(([name]) => name.startsWith(prefix));
    const chunk = ours.map(([name, content]) => ({ state_key: name.slice(prefix.length), content }));
    return { chunk };
  }

  function answer(userId: string, deviceId: string, { method, path, body }: Seen): Json {
    const [root, first = "", second = "", third = "", fourth = ""] = path
      .slice(CLIENT.length)
      .split("/")
      .slice(1)
      .map(decodeURIComponent);
    if (root === "rooms" && second === "members") return membersOf(first);
    if (root === "rooms" && second === "state") return stateOf(first, third, fourth);
    if (root === "sendToDevice" && method === "PUT") return keys.sendToDevice(userId, deviceId, first, second, body);
    if (root === "user" && second === "account_data") {
      const { accountData } = keys.account(userId);
      if (method === "PUT") accountData.set(third, body);
      const found = accountData.get(third);
      if (found === undefined) throw refuse(404, "M_NOT_FOUND");
      return found;
    }
    if (root === "keys" && method === "POST") return keys.answer(userId, deviceId, [first, second].join("/"), body);
    throw refuse(404, "M_UNRECOGNIZED");
  }

  return {
    account: (userId) => keys.account(userId),
    setState: (room, type, content, key = "") => void states.set([room, type, key].join(" "), content),
    intercept: (next) => {
      before = next;
    },
    requests,
    device: (userId, deviceId) => ({
      async send(method, path, request) {
        // As it would come over the wire.
        const seen = { method, path, body: JSON.parse(JSON.stringify(request?.body ?? {})) };
        requests.push(seen);
        await before(seen);
        return JSON.parse(JSON.stringify(answer(userId, deviceId, seen)));
      },
      sync: () => keys.sync(userId, deviceId),
    }),
  };
}
