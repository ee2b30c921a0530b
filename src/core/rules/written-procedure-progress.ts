import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";
import { writtenObjection } from "./written-procedure-objection.ts";
import { type WrittenCounts, type WrittenRuling, writtenResult } from "./written-procedure-result.ts";

export type WrittenProgress = Derivation<"umlauf.progress"> & {
  readonly status: "open" | "closed";
  /** Closed before its last day was over. */
  readonly early: boolean;
  /** Why it cannot be closed now; absent when it is closed. */
  readonly openBecause?: "noEarlyClose" | "objectionPossible" | "undecided";
  /** No vote still out can change the result; an objection may still void it. */
  readonly settled: boolean;
  /** What it comes to as things stand; provisional while it is open. */
  readonly ruling: WrittenRuling;
};

/**
 * Stand eines laufenden Umlaufs (GO): a provisional result until the period is over. Before that it is closed only where the rules allow
 * it and no vote still out can change anything; and not while an objection the rules of procedure grant could void it. Where they allow
 * the early close themselves and only the profile speaks of objections, the early close goes first.
 */
export function writtenProgress(rules: Rules, counts: WrittenCounts, isOver: boolean): WrittenProgress {
  const ruling = writtenResult(rules, counts);
  const settled = isOver || isSettled(rules, counts, ruling);
  const openBecause = isOver ? undefined : whyOpen(rules, counts, settled);
  const isEarly = !isOver && openBecause === undefined;
  return {
    rule: "umlauf.progress",
    citation: isOver ? ruling.citation : sourceOf(rules, openBecause),
    alsoFrom: [],
    status: openBecause === undefined ? "closed" : "open",
    early: isEarly,
    ...(openBecause === undefined ? {} : { openBecause }),
    settled,
    ruling,
  };
}

function whyOpen(rules: Rules, counts: WrittenCounts, settled: boolean): WrittenProgress["openBecause"] {
  const { earlyClose, objection } = rules.umlauf;
  if (!earlyClose.value) return "noEarlyClose";
  if (objection.origin === "go" && canStillBeStopped(rules, counts)) return "objectionPossible";
  return settled ? undefined : "undecided";
}

function sourceOf(rules: Rules, openBecause: WrittenProgress["openBecause"]): Citation {
  const { earlyClose, objection } = rules.umlauf;
  return openBecause === "objectionPossible"
    ? cite("umlauf.objection", objection)
    : cite("umlauf.earlyClose", earlyClose);
}

function canStillBeStopped(rules: Rules, { votingSeats, recused = 0 }: WrittenCounts): boolean {
  const entitled = Math.max(0, votingSeats - recused);
  return writtenObjection(rules, { objections: entitled, votingSeats: entitled }).procedure === "void";
}

/** The votes still out may all go one way, or stay away: more Ja never harms and more Nein never helps, so these cases are enough. */
function isSettled(rules: Rules, counts: WrittenCounts, ruling: WrittenRuling): boolean {
  const { yes, no, abstain, invalid = 0 } = counts;
  const remaining = Math.max(0, ruling.entitled - ruling.participants);
  if (ruling.silenceConsents && remaining > 0) return false;
  const { silent: _, ...spoken } = counts;
  const extremes: readonly WrittenCounts[] = [
    { ...spoken, yes: yes + remaining },
    { ...spoken, no: no + remaining },
    { ...spoken, abstain: abstain + remaining },
    { ...spoken, invalid: invalid + remaining },
  ];
  return extremes.every((one) => writtenResult(rules, one).outcome === ruling.outcome);
}
