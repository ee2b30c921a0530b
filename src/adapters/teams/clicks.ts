import type { OutboxEntry } from "../../flows/ports.ts";

/**
 * Klicks unterwegs: what the committee answers a clicker alone goes back in the answer to the click, and not by direct chat. Only if
 * the answer to the click did not leave, it is delivered like every other message.
 */
export type Clicks = {
  begin(key: string, address: string): OpenClick;
  /** True if the message was read in the answer to a click; undefined if it belongs to none. */
  answered(entry: OutboxEntry): Promise<boolean> | undefined;
};

export type OpenClick = {
  /** What goes into the answer, of what was stored. */
  take(entries: readonly OutboxEntry[]): void;
  /** `isSent`: the answer has left. */
  end(isSent: boolean): void;
};

type Open = { readonly address: string; readonly taken: Set<string>; readonly ended: Promise<boolean> };

export function createClicks(): Clicks {
  const open = new Map<string, Open>();
  return {
    begin(key, address) {
      // The same click once more: the first of them carries the answer.
      if (open.has(key)) return repeated;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const click: Open = { address, taken: new Set(), ended: promise };
      open.set(key, click);
      return {
        take(entries) {
          for (const { id } of entries) click.taken.add(id);
        },
        end(isSent) {
          open.delete(key);
          resolve(isSent);
        },
      };
    },
    answered({ id, room }) {
      // The id of a message begins with the key of what caused it.
      const click = open.get(id.slice(0, id.lastIndexOf("#")));
      if (click?.address !== room) return undefined;
      return click.ended.then((isSent) => isSent && click.taken.has(id));
    },
  };
}

const repeated: OpenClick = { take: () => undefined, end: () => undefined };
