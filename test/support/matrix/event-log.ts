import { inspect } from "node:util";
import { PATIENCE } from "../patience.ts";

/** What has been seen so far, and a way to wait for what has not. */
export type EventLog<T> = {
  readonly all: readonly T[];
  push(event: T): void;
  /** The first event that fits, also one of the past. Rejects after `ms` and shows what came last. */
  waitFor(fits: (event: T) => boolean, ms?: number): Promise<T>;
};

type Waiting<T> = { readonly offer: (event: T) => void };

export function eventLog<T>(name: string): EventLog<T> {
  const all: T[] = [];
  const waiting = new Set<Waiting<T>>();
  return {
    all,
    push(event) {
      all.push(event);
      for (const one of waiting) one.offer(event);
    },
    async waitFor(fits, ms = PATIENCE) {
      const past = all.find(fits);
      if (past !== undefined) return past;
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      // Made here, so that the stack shows the test that waits.
      const late = new Error(`${name} waited ${ms} ms in vain for ${String(fits)}`);
      const timer = setTimeout(() => {
        late.message += `\nlast of ${all.length}: ${inspect(all.slice(-5), { depth: 4 })}`;
        reject(late);
      }, ms);
      const offer = (event: T): void => {
        try {
          if (fits(event)) resolve(event);
        } catch (error) {
          reject(error);
        }
      };
      const one = { offer };
      waiting.add(one);
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(one);
      });
    },
  };
}
