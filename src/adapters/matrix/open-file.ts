import { createDecipheriv, createHash } from "node:crypto";
import { z } from "zod";

/** What a room learns to open a sealed file (Matrix specification, "Sending encrypted attachments"). */
export const sealedFileSchema = z.object({
  url: z.string(),
  v: z.literal("v2"),
  key: z.object({ alg: z.literal("A256CTR"), k: z.string() }),
  iv: z.string(),
  hashes: z.object({ sha256: z.string() }),
});
export type SealedFile = z.infer<typeof sealedFileSchema>;

/** Opens a sealed file. Undefined if it is not what was sent, or its key is none. */
export function openFile(sealed: Uint8Array, { key, iv, hashes }: SealedFile): Uint8Array | undefined {
  const digest = createHash("sha256").update(sealed).digest();
  if (!digest.equals(Buffer.from(hashes.sha256, "base64"))) return undefined;
  const [secret, begin] = [Buffer.from(key.k, "base64url"), Buffer.from(iv, "base64")];
  if (secret.length !== 32 || begin.length !== 16) return undefined;
  const cipher = createDecipheriv("aes-256-ctr", secret, begin);
  return Buffer.concat([cipher.update(sealed), cipher.final()]);
}
