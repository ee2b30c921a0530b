import type { Drawing } from "../compose.ts";
import { hashOfCode, hashOfSecret } from "../link-codes.ts";

/** Lots from one number; the first code is "SPIEL-00001", the first address of a calendar ends in "spiel-00001". */
export function predictable(chance: number): Drawing {
  let codes = 0;
  let secrets = 0;
  return {
    chance: () => chance,
    newLinkCode() {
      codes += 1;
      const code = `SPIEL-${String(codes).padStart(5, "0")}`;
      return { code, codeHash: hashOfCode(code) };
    },
    newFeedSecret() {
      secrets += 1;
      const secret = `spiel-${String(secrets).padStart(5, "0")}`;
      return { secret, hash: hashOfSecret(secret) };
    },
  };
}
