import type { AccountId } from "../../core/kernel/ids.ts";
import type { ReplyChoice } from "../../flows/reply.ts";

export type Picked =
  | { readonly kind: "picked"; readonly command: string; readonly address: string }
  | { readonly kind: "outOfRange"; readonly count: number };

/**
 * Nummerierte Auswahl: which number stands for which line. Numbers run on through everything that is shown after one line, so that
 * two messages never share a number. A number stands for a choice until the speaker gets an answer without choices:
 * then it is a number again ("Wie viele Minuten?").
 */
export type ChoiceMemory = {
  /** A line begins: what is shown from here on belongs together. */
  begin(): void;
  /** Says with which number the choices of a message begin; undefined if the same were just shown there. */
  show(address: string, choices: readonly ReplyChoice[]): number | undefined;
  /** The speaker's line was answered; `addresses` are those the speaker sees. */
  answered(speaker: AccountId, addresses: readonly string[]): void;
  /** Undefined if the number is just a number. */
  pick(speaker: AccountId, addresses: readonly string[], number: number): Picked | undefined;
};

type Shown = { readonly address: string; readonly first: number; readonly choices: readonly ReplyChoice[] };
type Batch = { readonly order: number; readonly shown: readonly Shown[] };

/** Older ones have long scrolled away. */
const mostBatches = 20;

export function createChoiceMemory(): ChoiceMemory {
  let batches: readonly Batch[] = [{ order: 0, shown: [] }];
  const answeredAt = new Map<AccountId, number>();
  const current = (): Batch => batches.at(-1) ?? { order: 0, shown: [] };

  return {
    begin() {
      const kept = batches.filter(({ shown }) => shown.length > 0).slice(-mostBatches);
      batches = [...kept, { order: current().order + 1, shown: [] }];
    },
    show(address, choices) {
      const batch = current();
      const isRepeated = batch.shown.some((one) => one.address === address && isSame(one.choices, choices));
      if (isRepeated) return undefined;
      const first = batch.shown.reduce((sum, one) => sum + one.choices.length, 0) + 1;
      if (choices.length > 0) {
        batches = [...batches.slice(0, -1), { ...batch, shown: [...batch.shown, { address, first, choices }] }];
      }
      return first;
    },
    answered(speaker, addresses) {
      const { order, shown } = current();
      if (!shown.some(({ address }) => addresses.includes(address))) answeredAt.set(speaker, order);
    },
    pick(speaker, addresses, number) {
      const since = answeredAt.get(speaker) ?? -1;
      const latest = batches
        .filter(({ order }) => order > since)
        .map(({ shown }) => shown.filter(({ address }) => addresses.includes(address)))
        .findLast((shown) => shown.length > 0);
      if (latest === undefined) return undefined;
      for (const { address, first, choices } of latest) {
        const choice = choices[number - first];
        if (choice !== undefined) return { kind: "picked", command: choice.command, address };
      }
      return { kind: "outOfRange", count: Math.max(...latest.map(({ first, choices }) => first + choices.length - 1)) };
    },
  };
}

const isSame = (some: readonly ReplyChoice[], others: readonly ReplyChoice[]): boolean =>
  some.length === others.length && some.every(({ command }, index) => command === others[index]?.command);
