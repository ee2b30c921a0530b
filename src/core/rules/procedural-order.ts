import type { Rules } from "./rules.ts";
import type { ProceduralKind } from "./rules-meeting.ts";
import { cite, type Derivation } from "./setting.ts";

/** Rang eines GO-Antrags: closing, adjourning, or the rest. */
export type ProceduralRank = "schluss" | "vertagung" | "uebrige";

export function proceduralRank(kind: ProceduralKind): ProceduralRank {
  if (kind === "closeDebate" || kind === "closeList") return "schluss";
  return kind === "adjournItem" || kind === "adjournMeeting" ? "vertagung" : "uebrige";
}

export type PendingRuling<Pending> = Derivation<"goAntrag.precedence"> & { readonly order: readonly Pending[] };

/** Reihenfolge mehrerer GO-Anträge: by rank and within it by time, or by time alone. A rank the rules do not name comes last. */
export function proceduralOrder<Pending extends { readonly kind: ProceduralKind }>(
  rules: Rules,
  /** In the order in which they were moved. */
  pending: readonly Pending[],
): PendingRuling<Pending> {
  const setting = rules.goAntrag.precedence;
  const derivation = {
    rule: "goAntrag.precedence",
    citation: cite("goAntrag.precedence", setting),
    alsoFrom: [],
  } as const;
  if (setting.value === "byTime") return { ...derivation, order: pending };
  const ranks = setting.value;
  const place = ({ kind }: Pending): number => {
    const at = ranks.indexOf(proceduralRank(kind));
    return at === -1 ? ranks.length : at;
  };
  return { ...derivation, order: pending.toSorted((a, b) => place(a) - place(b)) };
}

export type ProceduralTurnRuling = Derivation<"goAntrag.turn"> & {
  /** Who speaks now and is not interrupted; `null`: nobody, it is handled at once. */
  readonly handledAfter: string | null;
  /** Who waits for the word until it is settled; `null`: nobody. */
  readonly before: string | null;
};

/** Zeitpunkt der Behandlung: after the running speech, before the next one of the list. No rules of procedure known have it otherwise. */
export function proceduralTurn(
  rules: Rules,
  input: { readonly speaking: string | null; readonly queue?: readonly string[] },
): ProceduralTurnRuling {
  return {
    rule: "goAntrag.turn",
    citation: cite("goAntrag.precedence", rules.goAntrag.precedence),
    alsoFrom: [],
    handledAfter: input.speaking,
    before: input.queue?.[0] ?? null,
  };
}
