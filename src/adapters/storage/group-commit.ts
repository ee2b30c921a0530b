/**
 * Group commit: work handed in during one turn of the event loop shares one transaction, and with it one fsync.
 * Each piece of work stays all-or-nothing by itself; what a group is made of is invisible to whoever handed it in.
 */

/** One piece of work inside a group. `apply` runs within the transaction; exactly one of `succeed` and `fail` follows. */
export type Work = {
  /** Throws if this piece cannot be done; whatever it did before is taken back. */
  readonly apply: () => void;
  readonly succeed: () => void;
  readonly fail: (reason: unknown) => void;
  /** True if the work closes a box or throws it away, which asks for more care around the transaction. */
  readonly endsBoxes: boolean;
};

/** Runs a group durably and settles every piece of work. Never throws. */
export type GroupRunner = (group: readonly Work[]) => void;

export type GroupCommit = {
  /** Resolves with the result of `apply` once it is on the disk. */
  submit<Result>(apply: () => Result, endsBoxes?: boolean): Promise<Result>;
  /** Runs at once what was handed in so far. */
  flush(): void;
};

export function createGroupCommit(run: GroupRunner): GroupCommit {
  let waiting: Work[] = [];

  function flush(): void {
    if (waiting.length === 0) return;
    const group = waiting;
    waiting = [];
    run(group);
  }

  return {
    submit<Result>(apply: () => Result, endsBoxes = false) {
      return new Promise<Result>((resolve, reject) => {
        let settle: (() => void) | undefined;
        // The first of a turn schedules the flush; later ones join.
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          apply: () => {
            const result = apply();
            settle = () => resolve(result);
          },
          succeed: () => settle?.(),
          fail: reject,
          endsBoxes,
        });
      });
    },
    flush,
  };
}
