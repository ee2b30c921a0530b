import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { StorageFault } from "../../flows/ports.ts";

/**
 * Sealed contents: AES-256-GCM under the box's key, padded to a size class so that the length says nothing about the choice.
 * Layout: nonce (12 bytes), cipher text, tag (16 bytes). The box's name is authenticated, so an envelope fits into its own box only.
 */

const nonceLength = 12;
const tagLength = 16;
const lengthPrefix = 4;

/**
 * Padded lengths in bytes. Every vote fits the first, one that names fifteen people like one that names nobody; contributions go up
 * class by class.
 */
const sizeClasses = [768, 2_048, 16_384, 131_072] as const;

export const keyLength = 32;

/** Whether a text fits the largest size class. */
export function canSeal(content: string): boolean {
  return sizeClassOf(Buffer.byteLength(content)) !== undefined;
}

/** Throws `RangeError` for a text beyond the largest size class; callers ask `canSeal` or bound their input first. */
export function seal(key: Uint8Array, box: string, content: string): Buffer {
  const bytes = Buffer.from(content, "utf8");
  const size = sizeClassOf(bytes.length);
  if (size === undefined) throw new RangeError(`content for a box is too long: ${bytes.length} bytes`);
  const padded = Buffer.alloc(size);
  padded.writeUInt32BE(bytes.length, 0);
  bytes.copy(padded, lengthPrefix);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(box, "utf8"));
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `StorageFault` "damaged" if the envelope was changed or belongs to another box. */
export function unseal(key: Uint8Array, box: string, envelope: Uint8Array): string {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, envelope.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(box, "utf8")).setAuthTag(envelope.subarray(-tagLength));
    const padded = Buffer.concat([decipher.update(envelope.subarray(nonceLength, -tagLength)), decipher.final()]);
    const length = padded.readUInt32BE(0);
    return padded.toString("utf8", lengthPrefix, lengthPrefix + length);
  } catch (cause) {
    throw new StorageFault("damaged", `a sealed entry of box ${box} cannot be opened with its key`, undefined, cause);
  }
}

function sizeClassOf(bytes: number): number | undefined {
  return sizeClasses.find((size) => bytes + lengthPrefix <= size);
}
