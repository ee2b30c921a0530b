import type { SyncPart } from "../../../../src/adapters/matrix/encryption/encryption.ts";
import { HomeserverRefusal, type Json } from "../../../../src/adapters/matrix/homeserver.ts";

type Signed = Json & { signatures?: Record<string, Record<string, string>> };

type Device = {
  keys: Signed | undefined;
  readonly oneTimeKeys: Map<string, Json>;
  fallbackKey: Readonly<{ name: string; key: Json }> | undefined;
  isFallbackUsed: boolean;
  inbox: Json[];
  changed: Set<string>;
};

export type Account = {
  readonly devices: Map<string, Device>;
  readonly identity: Map<string, Signed>;
  readonly accountData: Map<string, Json>;
  /** Asked for when the identity is replaced, or always, as some servers do. */
  password: string;
  asksAlways: boolean;
  refusesSignatures: boolean;
};

const refuse = (status: number, body: Json) => new HomeserverRefusal(status, body, "fake");
const objects = (value: unknown): readonly (readonly [string, Json])[] => Object.entries(Object(value));

export function createKeyServer() {
  const accounts = new Map<string, Account>();
  const delivered = new Set<string>();

  function account(userId: string): Account {
    const found = accounts.get(userId) ?? {
      devices: new Map<string, Device>(),
      identity: new Map<string, Signed>(),
      accountData: new Map<string, Json>(),
      password: "geheim",
      asksAlways: false,
      refusesSignatures: false,
    };
    accounts.set(userId, found);
    return found;
  }

  function device(userId: string, deviceId: string): Device {
    const { devices } = account(userId);
    const found = devices.get(deviceId) ?? {
      keys: undefined,
      oneTimeKeys: new Map<string, Json>(),
      fallbackKey: undefined,
      isFallbackUsed: false,
      inbox: [],
      changed: new Set<string>(),
    };
    devices.set(deviceId, found);
    return found;
  }

  function announce(userId: string): void {
    for (const { devices } of accounts.values()) for (const one of devices.values()) one.changed.add(userId);
  }

  const counts = ({ oneTimeKeys }: Device) => ({ signed_curve25519: oneTimeKeys.size });

  function upload(userId: string, deviceId: string, body: Json): Json {
    const own = device(userId, deviceId);
    if (body["device_keys"] !== undefined) {
      own.keys = Object(body["device_keys"]);
      announce(userId);
    }
    for (const [name, key] of objects(body["one_time_keys"])) {
      const known = own.oneTimeKeys.get(name);
      if (known !== undefined && known["key"] !== key["key"])
        throw refuse(400, { errcode: "M_UNKNOWN", error: `One time key ${name} already exists` });
      own.oneTimeKeys.set(name, key);
    }
    for (const [name, key] of objects(body["fallback_keys"])) {
      own.fallbackKey = { name, key };
      own.isFallbackUsed = false;
    }
    return { one_time_key_counts: counts(own) };
  }

  function query(body: Json): Json {
    const asked = Object.keys(Object(body["device_keys"]));
    const identities = (kind: string) =>
      Object.fromEntries(
        asked.flatMap((userId) => {
          const key = accounts.get(userId)?.identity.get(kind);
          return key === undefined ? [] : [[userId, key]];
        }),
      );
    const devicesOf = (userId: string) =>
      [...(accounts.get(userId)?.devices ?? [])].flatMap(([id, { keys }]) => (keys === undefined ? [] : [[id, keys]]));
    return {
      device_keys: Object.fromEntries(asked.map((userId) => [userId, Object.fromEntries(devicesOf(userId))])),
      master_keys: identities("master_key"),
      self_signing_keys: identities("self_signing_key"),
      user_signing_keys: identities("user_signing_key"),
      failures: {},
    };
  }

  /** A one-time key is given once; after the last comes the fallback key. */
  function claimOne(userId: string, deviceId: string): readonly (readonly [string, Json])[] {
    const one = accounts.get(userId)?.devices.get(deviceId);
    if (one === undefined) return [];
    const [first] = one.oneTimeKeys;
    if (first !== undefined) {
      one.oneTimeKeys.delete(first[0]);
      return [first];
    }
    one.isFallbackUsed = true;
    return one.fallbackKey === undefined ? [] : [[one.fallbackKey.name, one.fallbackKey.key]];
  }

  function claim(body: Json): Json {
    const users = objects(body["one_time_keys"]).map(([userId, devices]) => {
      const claimed = Object.keys(devices).map((id) => [id, Object.fromEntries(claimOne(userId, id))]);
      return [userId, Object.fromEntries(claimed)];
    });
    return { one_time_keys: Object.fromEntries(users), failures: {} };
  }

  function uploadIdentity(userId: string, body: Json): Json {
    const own = account(userId);
    const { auth, ...kinds } = body;
    if (own.asksAlways || own.identity.size > 0) {
      const { password } = Object(auth);
      if (password !== own.password) throw refuse(401, { session: "uia", flows: [{ stages: ["m.login.password"] }] });
    }
    for (const [kind, key] of objects(kinds)) own.identity.set(kind, { ...key });
    announce(userId);
    return {};
  }

  function addSignatures(userId: string, body: Json): Json {
    const own = account(userId);
    if (own.refusesSignatures) return { failures: { [userId]: { all: { errcode: "M_INVALID_SIGNATURE" } } } };
    for (const [name, signed] of objects(body[userId])) {
      const ids = [...own.identity.values()].filter((key) => Object.values(Object(key["keys"])).includes(name));
      const target = own.devices.get(name)?.keys ?? ids[0];
      if (target === undefined) throw refuse(404, { errcode: "M_NOT_FOUND" });
      const given: Record<string, string> = Object(Object(signed["signatures"])[userId]);
      target.signatures = { ...target.signatures, [userId]: { ...target.signatures?.[userId], ...given } };
    }
    announce(userId);
    return { failures: {} };
  }

  return {
    account,
    answer(userId: string, deviceId: string, path: string, body: Json): Json {
      switch (path) {
        case "upload/":
          return upload(userId, deviceId, body);
        case "query/":
          return query(body);
        case "claim/":
          return claim(body);
        case "device_signing/upload":
          return uploadIdentity(userId, body);
        case "signatures/upload":
          return addSignatures(userId, body);
        default:
          throw refuse(404, { errcode: "M_UNRECOGNIZED" });
      }
    },
    sendToDevice(sender: string, deviceId: string, type: string, transaction: string, body: Json): Json {
      const name = [sender, deviceId, transaction].join(" ");
      if (delivered.has(name)) return {};
      delivered.add(name);
      for (const [userId, messages] of objects(body["messages"]))
        for (const [id, content] of objects(messages)) {
          const targets = id === "*" ? [...account(userId).devices.values()] : [device(userId, id)];
          for (const target of targets) target.inbox.push({ type, sender, content });
        }
      return {};
    },
    sync(userId: string, deviceId: string): SyncPart {
      const own = device(userId, deviceId);
      const { inbox, changed, isFallbackUsed, fallbackKey } = own;
      own.inbox = [];
      own.changed = new Set();
      const isUnused = fallbackKey !== undefined && !isFallbackUsed;
      return {
        toDevice: inbox,
        changedDevices: [...changed],
        leftDevices: [],
        oneTimeKeyCounts: counts(own),
        unusedFallbackKeys: isUnused ? ["signed_curve25519"] : [],
      };
    },
  };
}
