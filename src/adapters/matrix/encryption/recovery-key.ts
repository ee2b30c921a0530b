import { EncryptionFault } from "./encryption-fault.ts";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const PREFIX = [0x8b, 0x01];
const KEY_LENGTH = 32;

/** Wiederherstellungsschlüssel as Element shows it: base 58 of a prefix, the key and a parity byte. Spaces do not matter. */
export function readRecoveryKey(text: string): Buffer {
  let number = 0n;
  for (const letter of text.replace(/\s/g, "")) {
    const digit = ALPHABET.indexOf(letter);
    if (digit === -1)
      throw new EncryptionFault("recovery-key-wrong", "the recovery key has a character it cannot have");
    number = number * 58n + BigInt(digit);
  }
  const length = PREFIX.length + KEY_LENGTH + 1;
  const bytes = Buffer.from(number.toString(16).padStart(2 * length, "0"), "hex");
  const parity = bytes.reduce((sum, byte) => sum ^ byte, 0);
  const isWhole = bytes.length === length && bytes[0] === PREFIX[0] && bytes[1] === PREFIX[1] && parity === 0;
  if (!isWhole) throw new EncryptionFault("recovery-key-wrong", "the recovery key is mistyped or incomplete");
  return bytes.subarray(PREFIX.length, PREFIX.length + KEY_LENGTH);
}
