import type { Json } from "./api-call.ts";

/** What happens to a request that a rule has caught. */
export type Fault =
  /** Answered by the proxy; the homeserver hears nothing. */
  | { readonly kind: "answer"; readonly status: number; readonly body: Json | string; readonly type?: string }
  /** The connection is cut before the homeserver hears of it. */
  | { readonly kind: "drop" }
  /** The homeserver carries it out, and the client never hears: the connection is cut instead of the answer. */
  | { readonly kind: "late" }
  /** No answer, the connection stays open. */
  | { readonly kind: "hang" }
  /** The answer comes, but so much later. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Another path and query reach the homeserver. */
  | { readonly kind: "reroute"; readonly change: (path: string) => string }
  /** A JSON answer, changed on its way back. */
  | { readonly kind: "rewrite"; readonly change: (answer: Json) => Json };

export type FaultRule = {
  /** On "METHOD /path?query". */
  readonly match: RegExp;
  readonly fault: Fault;
  /** How often; for ever by default. */
  readonly times?: number;
};

/** A rule at work. */
export type ActiveRule = {
  /** How often it has struck. */
  readonly hits: () => number;
  /** Resolves at the moment it strikes that often. */
  struck(times?: number): Promise<void>;
  remove(): void;
};

type Standing = FaultRule & { left: number; hit: number; readonly waiting: { times: number; resolve: () => void }[] };

export type FaultRules = {
  add(rule: FaultRule): ActiveRule;
  clear(): void;
  /** The first that fits and has not used up its times; it counts as struck. */
  strike(request: string): Fault | undefined;
};

export function faultRules(): FaultRules {
  const standing = new Set<Standing>();
  return {
    add(rule) {
      const one: Standing = { ...rule, left: rule.times ?? Number.POSITIVE_INFINITY, hit: 0, waiting: [] };
      standing.add(one);
      return {
        hits: () => one.hit,
        struck: (times = 1) =>
          new Promise((resolve) => {
            if (one.hit >= times) resolve();
            else one.waiting.push({ times, resolve });
          }),
        remove: () => void standing.delete(one),
      };
    },
    clear: () => standing.clear(),
    strike(request) {
      const one = [...standing].find(({ match, left }) => left > 0 && match.test(request));
      if (one === undefined) return undefined;
      one.left -= 1;
      one.hit += 1;
      for (const { times, resolve } of one.waiting) if (one.hit >= times) resolve();
      return one.fault;
    },
  };
}
