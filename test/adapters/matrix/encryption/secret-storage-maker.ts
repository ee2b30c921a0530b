import { createCipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { OlmMachine } from "@matrix-org/matrix-sdk-crypto-wasm";
import type { Account } from "./fake-key-server.ts";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** What Element does when recovery is set up: seals the secrets, and shows the key in groups of four. */
export async function setUpRecovery(machine: OlmMachine, account: Account): Promise<string> {
  const key = randomBytes(32);
  const secrets = await machine.exportCrossSigningKeys();
  account.accountData.set("m.secret_storage.default_key", { key: "SSSS" });
  const parts = {
    master: secrets?.masterKey,
    self_signing: secrets?.self_signing_key,
    user_signing: secrets?.userSigningKey,
  };
  for (const [part, secret] of Object.entries(parts)) {
    const name = `m.cross_signing.${part}`;
    account.accountData.set(name, { encrypted: { SSSS: seal(key, name, String(secret)) } });
  }
  return recoveryKeyOf(key);
}

function seal(key: Buffer, name: string, secret: string) {
  const keys = Buffer.from(hkdfSync("sha256", key, Buffer.alloc(32), name, 64));
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-ctr", keys.subarray(0, 32), iv);
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  const mac = createHmac("sha256", keys.subarray(32)).update(sealed).digest();
  return { iv: iv.toString("base64"), ciphertext: sealed.toString("base64"), mac: mac.toString("base64") };
}

export function recoveryKeyOf(key: Buffer): string {
  const bytes = Buffer.concat([Buffer.from([0x8b, 0x01]), key]);
  const parity = bytes.reduce((sum, byte) => sum ^ byte, 0);
  let number = BigInt(`0x${Buffer.concat([bytes, Buffer.from([parity])]).toString("hex")}`);
  let text = "";
  for (; number > 0n; number /= 58n) text = `${ALPHABET[Number(number % 58n)]}${text}`;
  return (text.match(/.{1,4}/g) ?? []).join(" ");
}
