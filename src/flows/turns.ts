/** Reihenfolge: one piece of work after the other. What is done at once does not make others wait, and does not wait itself. */
export type Turns = {
  take<T>(work: () => T | Promise<T>): T | Promise<T>;
};

export function createTurns(): Turns {
  let last: Promise<void> | undefined;

  /** Whoever comes now waits for this. */
  function hold(work: Promise<unknown>): void {
    const over: Promise<void> = work.then(done, done);
    last = over;
    function done(): void {
      if (last === over) last = undefined;
    }
  }

  return {
    take(work) {
      const result = last === undefined ? work() : last.then(work);
      if (result instanceof Promise) hold(result);
      return result;
    },
  };
}
