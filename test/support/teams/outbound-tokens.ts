import { randomBytes } from "node:crypto";
import type { Answer } from "./answer.ts";

const LIFETIME_S = 3599;

/** Ausweise with which the bot comes to Microsoft, as Entra gives them out. */
export type OutboundTokens = {
  /** Answers a request for a token by client credentials. */
  issue(form: string): Answer;
  /** A new token, without any question. */
  grant(): string;
  /** How the token of a request stands. */
  check(authorization: string | undefined): "valid" | "expired" | "unknown";
  /** Every token given out so far is refused from now on; the fixed one stays. */
  revokeAll(): void;
};

export function createOutboundTokens(options: {
  readonly appId: string;
  /** Null: nobody is asked for one, as by an emulator. */
  readonly fixed: string | null | undefined;
  /** Undefined: every secret will do. */
  readonly password: string | undefined;
  readonly now: () => number;
}): OutboundTokens {
  const issued = new Map<string, { expires: number }>();
  const grant = (): string => {
    const token = randomBytes(24).toString("base64url");
    issued.set(token, { expires: options.now() + LIFETIME_S * 1000 });
    return token;
  };
  return {
    grant,
    issue(form) {
      const fields = new URLSearchParams(form);
      if (fields.get("grant_type") !== "client_credentials")
        return refusal(400, "unsupported_grant_type", "client_credentials is expected");
      if (fields.get("client_id") !== options.appId) return refusal(400, "unauthorized_client", "AADSTS700016");
      if (options.password !== undefined && fields.get("client_secret") !== options.password)
        return refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
      return { status: 200, body: { token_type: "Bearer", expires_in: LIFETIME_S, access_token: grant() } };
    },
    check(authorization = "") {
      if (options.fixed === null) return "valid";
      const token = /^Bearer (.+)$/.exec(authorization)?.[1];
      if (token === undefined) return "unknown";
      if (token === options.fixed) return "valid";
      const known = issued.get(token);
      if (known === undefined) return "unknown";
      return options.now() < known.expires ? "valid" : "expired";
    },
    revokeAll() {
      for (const token of issued.values()) token.expires = 0;
    },
  };
}

const refusal = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});
