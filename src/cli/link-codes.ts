import { hash, randomBytes, randomInt } from "node:crypto";

/** No 0, 1, I, L, O: nobody mistakes a letter for a digit, on paper or on the phone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 10;

/** A fresh one-time code in two groups ("K7QF2-M9XRA"), 49 bits, and the hash that may be stored. */
export function newLinkCode(): { readonly code: string; readonly codeHash: string } {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  const code = `${letters.slice(0, LENGTH / 2).join("")}-${letters.slice(LENGTH / 2).join("")}`;
  return { code, codeHash: hashOfCode(code) };
}

/** SHA-256 of its letters and digits: blanks, hyphens and case are a matter of typing. */
export function hashOfCode(code: string): string {
  return hash("sha256", code.toUpperCase().replace(/[^A-Z0-9]/g, ""), "hex");
}

/** A fresh secret for an address, 192 bits, and the hash that may be stored. */
export function newFeedSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(24).toString("base64url");
  return { secret, hash: hashOfSecret(secret) };
}

export const hashOfSecret = (secret: string): string => hash("sha256", secret, "hex");

/** A random integer from 0 to 2^48 − 1. */
export const chance = (): number => randomBytes(6).readUIntBE(0, 6);
