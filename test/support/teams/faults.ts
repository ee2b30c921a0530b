import type { Json } from "./json.ts";

/**
 * Störung. Without `after` the request is not carried out; with it, it is carried out, and the caller does not get to know.
 */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      /** In seconds. */
      readonly retryAfter?: number;
      readonly code?: string;
      readonly after?: true;
    }
  /** Never answered; the connection stays open. */
  | { readonly kind: "hang"; readonly after?: true }
  /** The connection is cut. */
  | { readonly kind: "cut"; readonly after?: true }
  /** Carried out at once, answered so much later. */
  | { readonly kind: "slow"; readonly ms: number };

export type FaultRule = {
  readonly method?: string;
  /** On the path, decoded, with its query. */
  readonly path?: RegExp;
  /** With all its threads. */
  readonly chat?: { readonly id: string };
  readonly body?: (body: Json) => boolean;
  /** So many that fit are let through first. */
  readonly skip?: number;
  /** How often; for ever by default. */
  readonly times?: number;
  readonly fault: Fault;
};

export type ActiveRule = {
  /** How often it has struck. */
  readonly hits: () => number;
  remove(): void;
};

export type FaultyRequest = {
  readonly method: string;
  readonly path: string;
  /** Without thread. */
  readonly conversation: string | undefined;
  readonly body: Json;
};

export type Faults = {
  /** The first rule that fits counts. */
  add(rule: FaultRule): ActiveRule;
  clear(): void;
  /** What happens to this request; it counts as struck. */
  strike(request: FaultyRequest): Fault | undefined;
};

export function createFaults(): Faults {
  const standing = new Set<{ rule: FaultRule; toSkip: number; hits: number }>();
  return {
    add(rule) {
      const one = { rule, toSkip: rule.skip ?? 0, hits: 0 };
      standing.add(one);
      return { hits: () => one.hits, remove: () => void standing.delete(one) };
    },
    clear: () => standing.clear(),
    strike(request) {
      for (const one of standing) {
        if (one.hits >= (one.rule.times ?? Number.POSITIVE_INFINITY) || !fits(one.rule, request)) continue;
        if (one.toSkip > 0) {
          one.toSkip -= 1;
          continue;
        }
        one.hits += 1;
        return one.rule.fault;
      }
      return undefined;
    },
  };
}

function fits({ method, path, chat, body }: FaultRule, request: FaultyRequest): boolean {
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || path.test(request.path)) &&
    (chat === undefined || chat.id === request.conversation) &&
    (body === undefined || body(request.body))
  );
}
