import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Json } from "./json.ts";

type KeyPair = { readonly kid: string; readonly publicKey: KeyObject; readonly privateKey: KeyObject };

/** Ausweise with which Microsoft comes to the bot. Claims given as undefined are left out. */
export type BotTokens = {
  valid(claims?: Json): string;
  /** Signed by a key of somebody else, under the name of the published one. */
  forged(claims?: Json): string;
  /** Signed by a key that is not published. */
  unknownKey(claims?: Json): string;
  unsigned(claims?: Json): string;
  /** Symmetrically signed, with the published key as the secret. */
  confused(claims?: Json): string;
  /** From now on another key signs; the old one is no longer published. */
  rotate(): void;
  /** What stands in the endorsements of the published key; undefined leaves them out. */
  endorse(channels: readonly string[] | undefined): void;
  /** What is published of the keys. */
  keys(): Json;
};

export function createTokens(options: {
  readonly appId: string;
  readonly serviceUrl: () => string;
  readonly now: () => number;
}): BotTokens {
  let count = 1;
  let current = keyPair("key-1");
  const stranger = keyPair("key-of-a-stranger");
  let endorsements: readonly string[] | undefined = ["msteams"];

  const claimsWith = (claims: Json): Json => {
    const seconds = Math.floor(options.now() / 1000);
    return {
      iss: "https://api.botframework.com",
      aud: options.appId,
      serviceurl: options.serviceUrl(),
      nbf: seconds - 60,
      exp: seconds + 3600,
      ...claims,
    };
  };
  const rsa = (key: KeyPair, kid: string, claims: Json): string =>
    jwt({ alg: "RS256", kid }, claimsWith(claims), (text) => sign("sha256", Buffer.from(text), key.privateKey));

  return {
    valid: (claims = {}) => rsa(current, current.kid, claims),
    forged: (claims = {}) => rsa(stranger, current.kid, claims),
    unknownKey: (claims = {}) => rsa(stranger, stranger.kid, claims),
    unsigned: (claims = {}) => jwt({ alg: "none", kid: current.kid }, claimsWith(claims), () => Buffer.alloc(0)),
    confused: (claims = {}) => {
      const secret = current.publicKey.export({ type: "spki", format: "pem" });
      return jwt({ alg: "HS256", kid: current.kid }, claimsWith(claims), (text) =>
        createHmac("sha256", secret).update(text).digest(),
      );
    },
    rotate() {
      count += 1;
      current = keyPair(`key-${count}`);
    },
    endorse(channels) {
      endorsements = channels;
    },
    keys: () => ({
      keys: [{ ...current.publicKey.export({ format: "jwk" }), kid: current.kid, use: "sig", endorsements }],
    }),
  };
}

const keyPair = (kid: string): KeyPair => ({ kid, ...generateKeyPairSync("rsa", { modulusLength: 2048 }) });

function jwt(header: Json, claims: Json, signed: (text: string) => Buffer): string {
  const text = [{ typ: "JWT", ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${signed(text).toString("base64url")}`;
}
