import type { AccountId, Instant } from "../core/kernel/ids.ts";

/** Falsche Codes je Konto, in memory: guessing is slowed down, a restart forgives. */
export type WrongCodes = {
  mustWait(account: AccountId, now: Instant): boolean;
  count(account: AccountId, now: Instant): void;
};

const TRIES = 5;

/** After five wrong codes within the same hour of the clock an account has to wait for the next one. */
export function createWrongCodes(): WrongCodes {
  const tries = new Map<string, number>();
  const slot = (account: AccountId, now: Instant): string => `${account} ${now.slice(0, 13)}`;
  return {
    mustWait: (account, now) => (tries.get(slot(account, now)) ?? 0) >= TRIES,
    count(account, now) {
      const key = slot(account, now);
      for (const old of tries.keys()) if (old.slice(-13) !== now.slice(0, 13)) tries.delete(old);
      tries.set(key, (tries.get(key) ?? 0) + 1);
    },
  };
}
