/** At most so many in so long a time. */
export type RateLimit = { readonly count: number; readonly ms: number };

/** Grenzen of Microsoft: `message` and `roster` for one bot in one conversation, `tenant` for one bot in a tenant. */
export type RateLimits = {
  /** Sent, updated and created, taken together. */
  readonly message: readonly RateLimit[];
  readonly roster: readonly RateLimit[];
  readonly tenant: readonly RateLimit[];
};

export const DOCUMENTED_LIMITS: RateLimits = {
  message: [
    { count: 7, ms: 1_000 },
    { count: 8, ms: 2_000 },
    { count: 60, ms: 30_000 },
    { count: 1_800, ms: 3_600_000 },
  ],
  roster: [{ count: 14, ms: 1_000 }],
  tenant: [{ count: 50, ms: 1_000 }],
};

export type Exceeded = { readonly limit: RateLimit; readonly retryAfterMs: number };

/** Counts what was taken; what is refused does not count. */
export type RateCounter = {
  /** Undefined: taken, and counted. */
  take(kind: keyof RateLimits, place: string): Exceeded | undefined;
};

export function rateCounter(limits: RateLimits, now: () => number): RateCounter {
  const taken = new Map<string, number[]>();
  return {
    take(kind, place) {
      const key = `${kind} ${place}`;
      const longest = Math.max(0, ...limits[kind].map(({ ms }) => ms));
      const times = (taken.get(key) ?? []).filter((time) => time > now() - longest);
      const exceeded = limits[kind]
        .map((limit) => ({ limit, retryAfterMs: waitFor(limit, times, now()) }))
        .filter(({ retryAfterMs }) => retryAfterMs > 0)
        .sort((left, right) => right.retryAfterMs - left.retryAfterMs)[0];
      if (exceeded === undefined) times.push(now());
      taken.set(key, times);
      return exceeded;
    },
  };
}

/** How long until one more fits into the window that ends then. */
function waitFor({ count, ms }: RateLimit, times: readonly number[], now: number): number {
  const within = times.filter((time) => time > now - ms);
  const leaving = within.at(-count);
  return leaving === undefined ? 0 : leaving + ms - now;
}
