/** Reihenfolge: what came first in a conversation is begun first, however long it takes to see who sent it. */
export type InOrder = {
  /** Draws a number. `turn` resolves when all before have left. */
  enter(conversation: string): { readonly turn: Promise<void>; leave(): void };
};

export function createInOrder(): InOrder {
  const last = new Map<string, Promise<void>>();
  return {
    enter(conversation) {
      const turn = last.get(conversation) ?? Promise.resolve();
      const { promise: left, resolve } = Promise.withResolvers<void>();
      const mine = turn.then(() => left);
      last.set(conversation, mine);
      return {
        turn,
        leave() {
          resolve();
          if (last.get(conversation) === mine) last.delete(conversation);
        },
      };
    },
  };
}
