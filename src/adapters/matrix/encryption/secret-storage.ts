import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { CLIENT, type Homeserver, HomeserverRefusal } from "../homeserver.ts";
import { EncryptionFault } from "./encryption-fault.ts";
import { readRecoveryKey } from "./recovery-key.ts";

/** The private parts of an identity, each as unpadded base64. */
export type IdentitySecrets = { readonly master: string; readonly selfSigning: string; readonly userSigning: string };

const sealedSecret = z.object({ iv: z.string(), ciphertext: z.string(), mac: z.string() });
const defaultKey = z.object({ key: z.string() });
const secretData = z.object({ encrypted: z.record(z.string(), z.unknown()) });

/** Reads the secrets kept on the homeserver (m.secret_storage.v1.aes-hmac-sha2) with the account's recovery key. Changes nothing. */
export async function readIdentitySecrets(
  homeserver: Homeserver,
  userId: string,
  recoveryKey: string,
): Promise<IdentitySecrets> {
  const key = readRecoveryKey(recoveryKey);
  const data = async <Shape>(type: string, shape: z.ZodType<Shape>): Promise<Shape> => {
    const path = `${CLIENT}/user/${encodeURIComponent(userId)}/account_data/${encodeURIComponent(type)}`;
    const answer = await homeserver.send("GET", path).catch((error: unknown) => {
      if (error instanceof HomeserverRefusal && error.status === 404) throw notSetUp(type, error);
      throw error;
    });
    const read = shape.safeParse(answer);
    if (!read.success) throw notSetUp(type, read.error);
    return read.data;
  };
  const { key: keyName } = await data("m.secret_storage.default_key", defaultKey);
  const secret = async (name: string): Promise<string> => {
    const { encrypted } = await data(name, secretData);
    const sealed = sealedSecret.safeParse(encrypted[keyName]);
    if (!sealed.success) throw notSetUp(name, sealed.error);
    return unseal(key, name, sealed.data);
  };
  return {
    master: await secret("m.cross_signing.master"),
    selfSigning: await secret("m.cross_signing.self_signing"),
    userSigning: await secret("m.cross_signing.user_signing"),
  };
}

function unseal(key: Buffer, name: string, { iv, ciphertext, mac }: z.infer<typeof sealedSecret>): string {
  const keys = Buffer.from(hkdfSync("sha256", key, Buffer.alloc(32), name, 64));
  const sealed = Buffer.from(ciphertext, "base64");
  const expected = createHmac("sha256", keys.subarray(32)).update(sealed).digest();
  const given = Buffer.from(mac, "base64");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new EncryptionFault("recovery-key-wrong", `the recovery key does not open ${name}`);
  const cipher = createDecipheriv("aes-256-ctr", keys.subarray(0, 32), Buffer.from(iv, "base64"));
  return Buffer.concat([cipher.update(sealed), cipher.final()]).toString("utf8");
}

const notSetUp = (what: string, cause: unknown) =>
  new EncryptionFault("recovery-not-set-up", `no usable ${what} on the homeserver`, cause);
