import { type Answer, refused } from "./answer.ts";
import type { Json } from "./json.ts";
import type { RateCounter, RateLimits } from "./rate-limits.ts";
import type { Access, Chat, Violation, World } from "./world.ts";

/** One request of the bot to the connector. */
export type ConnectorCall = {
  readonly method: string;
  /** "METHOD /path", decoded. */
  readonly request: string;
  /** After "/v3/conversations", decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Undefined where it was no JSON object. */
  readonly body: Json | undefined;
  readonly bytes: number;
};

/** What all requests share: the world, and the refusals which are noted. */
export type ConnectorHouse = {
  readonly world: World;
  readonly serviceUrl: () => string;
  accessRefusal(chat: Chat): Answer | undefined;
  rateRefusal(call: ConnectorCall, kind: keyof RateLimits, place: string): Answer | undefined;
  sizeRefusal(call: ConnectorCall): Answer | undefined;
  malformed(call: ConnectorCall, status: number, code: string, problems: readonly string[]): Answer;
};

const ACCESS_CODES = {
  missing: "BotNotInConversationRoster",
  blocked: "ConversationBlockedByUser",
  disabled: "BotDisabledByAdmin",
} satisfies Record<Exclude<Access, "installed">, string>;

export function connectorHouse(parts: {
  readonly world: World;
  readonly counter: RateCounter;
  readonly maxBytes: number;
  readonly serviceUrl: () => string;
}): ConnectorHouse {
  const { world, counter, maxBytes, serviceUrl } = parts;
  const note = (kind: Violation["kind"], { request }: ConnectorCall, detail: string): void => {
    world.violations.push({ at: world.now(), kind, request, detail });
  };
  return {
    world,
    serviceUrl,
    accessRefusal(chat) {
      const [person] = chat.members;
      const access = chat.kind === "personal" ? world.access.get(person?.id ?? "") : "installed";
      if (access !== undefined && access !== "installed")
        return refused(403, ACCESS_CODES[access], "The bot does not reach this person.");
      return chat.hasBot
        ? undefined
        : refused(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    },
    rateRefusal(call, kind, place) {
      const exceeded = counter.take(kind, place);
      if (exceeded === undefined) return undefined;
      const { limit, retryAfterMs } = exceeded;
      note("rate", call, `more than ${limit.count} (${kind}) in ${limit.ms} ms`);
      const headers = { "retry-after": String(Math.ceil(retryAfterMs / 1000)) };
      return { ...refused(429, "TooManyRequests", "API calls quota exceeded"), headers };
    },
    sizeRefusal(call) {
      if (call.bytes <= maxBytes) return undefined;
      note("size", call, `${call.bytes} bytes`);
      return refused(413, "MessageSizeTooBig", "Message size too large");
    },
    malformed(call, status, code, problems) {
      for (const problem of problems) note("malformed", call, problem);
      return refused(status, code, problems.join("; "));
    },
  };
}
