import { z } from "zod";
import { CLIENT, type Homeserver } from "../homeserver.ts";

/** What the homeserver has published about this account and device. */
export type OwnKeys = {
  /** ed25519 of this device. */
  readonly device: string | undefined;
  readonly master: string | undefined;
  /** Names of the keys of this account that signed this device. */
  readonly deviceSignedBy: readonly string[];
};

const signatures = z.record(z.string(), z.record(z.string(), z.string()));
const keys = z.record(z.string(), z.string());
const answer = z.object({
  device_keys: z
    .record(z.string(), z.record(z.string(), z.object({ keys, signatures: signatures.optional() })))
    .optional(),
  master_keys: z.record(z.string(), z.object({ keys })).optional(),
});

export async function queryOwnKeys(homeserver: Homeserver, userId: string, deviceId: string): Promise<OwnKeys> {
  const body = { device_keys: { [userId]: [] } };
  const said = answer.parse(await homeserver.send("POST", `${CLIENT}/keys/query`, { body }));
  const device = said.device_keys?.[userId]?.[deviceId];
  return {
    device: device?.keys[`ed25519:${deviceId}`],
    master: firstOf(said.master_keys?.[userId]?.keys),
    deviceSignedBy: Object.keys(device?.signatures?.[userId] ?? {}),
  };
}

/** Of a record that holds one key under its own name. */
export const firstOf = (record: Readonly<Record<string, string>> | undefined): string | undefined =>
  Object.values(record ?? {})[0];
