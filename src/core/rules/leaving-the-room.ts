import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** Abwesenheit: from leaving to coming back; open without `until`. Moments sort as text ("10:10", or whole instants). */
export type Absence = { readonly from: string; readonly until?: string };

export type LeavingInput = {
  readonly absences: readonly Absence[];
  /** Beratung of the item, first to last moment; none if nothing was said. */
  readonly debate?: { readonly from: string; readonly to: string };
  /** Moment of the vote. */
  readonly vote?: string;
};

export type LeavingRuling = Derivation<"bias.mustLeave"> & {
  readonly ok: boolean;
  /** The person was in the room then, and may not have been. */
  readonly presentAt: readonly ("debate" | "vote")[];
};

/** Verlassen des Raums (GO; § 16 Abs. 4 SGB X as model): away during debate and vote, where the rules want it. */
export function leavingTheRoom(rules: Rules, { absences, debate, vote }: LeavingInput): LeavingRuling {
  const setting = rules.bias.mustLeave;
  const isAway = (from: string, to: string): boolean =>
    absences.some((one) => one.from <= from && (one.until === undefined || one.until >= to));
  const presentAt = [
    ...(debate === undefined || isAway(debate.from, debate.to) ? [] : (["debate"] as const)),
    ...(vote === undefined || isAway(vote, vote) ? [] : (["vote"] as const)),
  ];
  return {
    rule: "bias.mustLeave",
    citation: cite("bias.mustLeave", setting),
    alsoFrom: [],
    ok: !setting.value || presentAt.length === 0,
    presentAt: setting.value ? presentAt : [],
  };
}

export type StillHereRuling = Derivation<"bias.mustLeave"> & { readonly stillHere: readonly string[] };

/** Ausgeschlossene, die noch da sind: in the room or reading along in the channel, which is being there too. */
export function excludedStillHere(rules: Rules, excluded: readonly string[], here: readonly string[]): StillHereRuling {
  const { mustLeave } = rules.bias;
  const { remotePresence } = rules.meeting;
  return {
    rule: "bias.mustLeave",
    citation: cite("bias.mustLeave", mustLeave),
    alsoFrom: [cite("meeting.remotePresence", remotePresence)],
    stillHere: mustLeave.value ? excluded.filter((person) => here.includes(person)) : [],
  };
}
