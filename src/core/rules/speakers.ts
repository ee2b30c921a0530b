import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import type { SpeakersMode } from "./rules-meeting.ts";
import { cite, type Derivation } from "./setting.ts";

/** Wortmeldung, in the order of asking. `group` for alternating lists, `stance` for speech and counter-speech. */
export type SpeakingRequest = {
  readonly speaker: string;
  readonly group?: string;
  readonly stance?: "pro" | "contra";
};

/**
 * Reihenfolge der Redeliste (GO): who speaks next, after those who have spoken on this item (`history`, oldest first).
 * Within the mode the order of asking holds. Speech out of order (mover, rapporteur, procedural motions) is the caller's.
 */
export function orderSpeakers<Request extends SpeakingRequest>(
  mode: SpeakersMode,
  requests: readonly Request[],
  history: readonly SpeakingRequest[],
): readonly Request[] {
  switch (mode) {
    case "requestOrder":
      return requests;
    case "firstTimersFirst": {
      const spoken = new Set(history.map((turn) => turn.speaker));
      const isFirst = (request: Request) => !spoken.has(request.speaker);
      return [...requests.filter(isFirst), ...requests.filter((request) => !isFirst(request))];
    }
    case "alternatingGroups":
      return alternate(requests, history.at(-1)?.group, (request) => request.group);
    case "proAndContra":
      return alternate(requests, history.at(-1)?.stance, (request) => request.stance);
  }
}

/** Takes the earliest request of another side than the last one, else simply the earliest. */
function alternate<Request>(
  requests: readonly Request[],
  lastSide: string | undefined,
  sideOf: (request: Request) => string | undefined,
): readonly Request[] {
  const waiting = [...requests];
  const order: Request[] = [];
  let last = lastSide;
  while (waiting.length > 0) {
    const other = last === undefined ? 0 : waiting.findIndex((request) => sideOf(request) !== last);
    const [next] = waiting.splice(Math.max(0, other), 1);
    if (next === undefined) break;
    order.push(next);
    last = sideOf(next) ?? last;
  }
  return order;
}

export type TurnRuling = Derivation<"speakers.maxTurns"> & {
  readonly isAdmitted: boolean;
  readonly turnsSoFar: number;
  /** Turns allowed on one item; `null`: no limit. */
  readonly maxTurns: number | null;
};

/** Zahl der Wortmeldungen je Person und Punkt (GO). */
export function speakingTurn(rules: Rules, input: { readonly turnsSoFar: number }): TurnRuling {
  requireCounts(input);
  const { maxTurns } = rules.speakers;
  return {
    rule: "speakers.maxTurns",
    citation: cite("speakers.maxTurns", maxTurns),
    alsoFrom: [],
    isAdmitted: maxTurns.value === null || input.turnsSoFar < maxTurns.value,
    turnsSoFar: input.turnsSoFar,
    maxTurns: maxTurns.value,
  };
}

export type SpeakingTimeRuling = Derivation<"speakers.seconds" | "speakers.moverSeconds"> & {
  /** Seconds allowed; `null`: no limit. */
  readonly seconds: number | null;
  readonly isOver: boolean;
  readonly secondsLeft: number | null;
};

/**
 * Redezeit (GO): for giving the reasons of a motion its own, where the rules set one. A limit resolved for this item (`itemSeconds`)
 * goes before those of the rules.
 */
export function speakingTime(
  rules: Rules,
  input: { readonly spokenSeconds: number; readonly itemSeconds?: number; readonly isMover?: boolean },
): SpeakingTimeRuling {
  const { spokenSeconds, itemSeconds, isMover = false } = input;
  requireCounts({ spokenSeconds, itemSeconds });
  const isOwn = isMover && itemSeconds === undefined && rules.speakers.moverSeconds.value !== null;
  const rule = isOwn ? "speakers.moverSeconds" : "speakers.seconds";
  const setting = isOwn ? rules.speakers.moverSeconds : rules.speakers.seconds;
  const seconds = itemSeconds ?? setting.value;
  const derivation = { rule, citation: cite(rule, setting), alsoFrom: [] } as const;
  if (seconds === null) return { ...derivation, seconds, isOver: false, secondsLeft: null };
  const secondsLeft = Math.max(0, seconds - spokenSeconds);
  return { ...derivation, seconds, isOver: spokenSeconds > seconds, secondsLeft };
}

export type WarningRuling = Derivation<"speakers.warnings"> & {
  /** Whether the word may be withdrawn now. */
  readonly mayWithdraw: boolean;
  readonly warned: number;
  readonly warnings: number;
};

/** Wortentziehung (GO; § 36 GOBT as model): only after so many warnings of the same speaker on the same item. */
export function wordWithdrawal(rules: Rules, input: { readonly warned: number }): WarningRuling {
  requireCounts(input);
  const { warnings } = rules.speakers;
  return {
    rule: "speakers.warnings",
    citation: cite("speakers.warnings", warnings),
    alsoFrom: [],
    mayWithdraw: input.warned >= warnings.value,
    warned: input.warned,
    warnings: warnings.value,
  };
}

/** Schlusswort (GO): the mover speaks last, once, after the list has come to its end. */
export function finalWord<Speaker extends string>(
  rules: Rules,
  input: { readonly waiting: number; readonly mover: Speaker | undefined; readonly hadFinalWord: boolean },
): Derivation<"speakers.moverLast"> & { readonly speaker?: Speaker } {
  const { moverLast } = rules.speakers;
  const isDue = moverLast.value && input.waiting === 0 && !input.hadFinalWord && input.mover !== undefined;
  return {
    rule: "speakers.moverLast",
    citation: cite("speakers.moverLast", moverLast),
    alsoFrom: [],
    ...(isDue && input.mover !== undefined ? { speaker: input.mover } : {}),
  };
}
