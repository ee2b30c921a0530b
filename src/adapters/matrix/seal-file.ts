import { createCipheriv, createHash, randomBytes } from "node:crypto";
import type { Json } from "./homeserver.ts";

/** A file for an encrypted room: what is uploaded, and what only the room learns to open it (Matrix specification, "Sending encrypted attachments"). */
export function sealFile(bytes: Uint8Array): {
  readonly sealed: Uint8Array;
  keyedTo(url: string): Json & { readonly url: string };
} {
  const key = randomBytes(32);
  // The lower half counts the blocks and begins at zero.
  const iv = Buffer.concat([randomBytes(8), Buffer.alloc(8)]);
  const cipher = createCipheriv("aes-256-ctr", key, iv);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const digest = createHash("sha256").update(sealed).digest();
  return {
    sealed,
    keyedTo: (url) => ({
      url,
      v: "v2",
      key: { kty: "oct", key_ops: ["encrypt", "decrypt"], alg: "A256CTR", k: key.toString("base64url"), ext: true },
      iv: unpadded(iv),
      hashes: { sha256: unpadded(digest) },
    }),
  };
}

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");
