import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type ClosedListRuling = Derivation<"goAntrag.closeList"> & {
  /** Requests that still get the word. */
  readonly queue: readonly string[];
  /** Requests that come too late. */
  readonly refused: readonly string[];
  readonly hasLastCall: boolean;
};

/**
 * Schluss der Redeliste: those listed still speak. With a last call those who ask right then are still put on the list, without one
 * they come too late.
 */
export function closedList(
  rules: Rules,
  input: { readonly queue: readonly string[]; readonly newRequests?: readonly string[] },
): ClosedListRuling {
  const setting = rules.goAntrag.closeList;
  const { lastCall } = setting.value;
  const late = (input.newRequests ?? []).filter((one) => !input.queue.includes(one));
  return {
    rule: "goAntrag.closeList",
    citation: cite("goAntrag.closeList", setting),
    alsoFrom: [],
    queue: lastCall ? [...input.queue, ...late] : input.queue,
    refused: lastCall ? [] : late,
    hasLastCall: lastCall,
  };
}

export type ClosedDebateRuling = Derivation<"goAntrag.closeDebate"> & {
  readonly queue: readonly string[];
  readonly dropped: readonly string[];
};

/** Schluss der Debatte: speakers left are dropped; the mover's final word, where the rules know one, remains. */
export function closedDebate(
  rules: Rules,
  input: { readonly queue: readonly string[]; readonly mover?: string },
): ClosedDebateRuling {
  const { moverLast } = rules.speakers;
  const isLast = moverLast.value && input.mover !== undefined;
  return {
    rule: "goAntrag.closeDebate",
    citation: cite("goAntrag.closeDebate", rules.goAntrag.closeDebate),
    alsoFrom: isLast ? [cite("speakers.moverLast", moverLast)] : [],
    queue: isLast && input.mover !== undefined ? [input.mover] : [],
    dropped: input.queue.filter((one) => !isLast || one !== input.mover),
  };
}
