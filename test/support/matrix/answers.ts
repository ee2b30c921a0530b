/** Questions to another process that are still open. */
export type Answers = {
  /** `send` gets the number under which the answer will come. */
  ask(send: (id: number) => void): Promise<unknown>;
  done(id: number, result: unknown): void;
  failed(id: number, error: Error): void;
  /** The other process is gone. */
  end(error: Error): void;
};

export function answers(): Answers {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  let ended: Error | undefined;
  const take = (id: number): PromiseWithResolvers<unknown> | undefined => {
    const one = open.get(id);
    open.delete(id);
    return one;
  };
  return {
    async ask(send) {
      if (ended !== undefined) throw ended;
      last += 1;
      const one = Promise.withResolvers<unknown>();
      open.set(last, one);
      send(last);
      return one.promise;
    },
    done: (id, result) => take(id)?.resolve(result),
    failed: (id, error) => take(id)?.reject(error),
    end(error) {
      ended = error;
      for (const id of [...open.keys()]) take(id)?.reject(error);
    },
  };
}
