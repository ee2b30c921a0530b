import type { Json } from "./api-call.ts";
import type { Fault } from "./fault-rules.ts";
import { jsonOf, listOf } from "./rest-sync.ts";

export const rateLimited = (retryAfterMs: number): Fault => ({
  kind: "answer",
  status: 429,
  body: { errcode: "M_LIMIT_EXCEEDED", error: "Too Many Requests", retry_after_ms: retryAfterMs },
});

export const serverError = (status: 500 | 502 | 503 | 504): Fault => ({
  kind: "answer",
  status,
  body: { errcode: "M_UNKNOWN", error: "Internal server error" },
});

/** What a proxy or a captive portal says instead of the homeserver. */
export const htmlPage = (status = 200): Fault => ({
  kind: "answer",
  status,
  type: "text/html",
  body: "<!doctype html><title>Bitte anmelden</title><p>Bitte melden Sie sich an.",
});

/** For `/sync`: the homeserver gives no more than so many events of each room at once, and says that there are more. */
export const shortTimeline = (limit: number): Fault => ({
  kind: "reroute",
  change(path) {
    const url = new URL(path, "http://localhost");
    url.searchParams.set("filter", JSON.stringify({ room: { timeline: { limit } } }));
    return url.pathname + url.search;
  },
});

export type HeldToDevice = {
  readonly fault: Fault;
  /** The next sync brings what was held back, in its order. */
  release(): void;
};

/** For `/sync`: what is sent from device to device (room keys) is held back. */
export function holdToDevice(): HeldToDevice {
  const held: Json[] = [];
  let holding = true;
  const change = (answer: Json): Json => {
    held.push(...listOf(jsonOf(answer["to_device"])["events"]));
    return { ...answer, to_device: { events: holding ? [] : held.splice(0) } };
  };
  return {
    fault: { kind: "rewrite", change },
    release() {
      holding = false;
    },
  };
}
