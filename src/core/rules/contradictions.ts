import type { ContradictionCheck } from "./contradiction-check.ts";
import { committeeContradictions } from "./contradictions-committee.ts";
import { meetingContradictions } from "./contradictions-meeting.ts";
import { votingContradictions } from "./contradictions-voting.ts";
import type { Rules } from "./rules.ts";
import type { Citation } from "./setting.ts";
import { citationsOf, settingsOf } from "./settings-of.ts";

/** Woran zwei Regeln sich widersprechen. */
export type ContradictionCode =
  | keyof typeof committeeContradictions
  | keyof typeof meetingContradictions
  | keyof typeof votingContradictions
  | "switchedOff";

/** Widerspruch: clauses that cannot both hold, or one which another leaves without any effect. */
export type Contradiction = { readonly code: ContradictionCode; readonly settings: readonly Citation[] };

const checks = { ...committeeContradictions, ...meetingContradictions, ...votingContradictions };

/** Widersprüche einer Geschäftsordnung: between what it says itself, and between that and the profile which fills its gaps. */
export function contradictionsIn(rules: Rules): readonly Contradiction[] {
  // The keys of the three tables are exactly the codes.
  const found = (Object.entries(checks) as [ContradictionCode, ContradictionCheck][]).flatMap(([code, check]) => {
    const settings = citationsOf(rules, check.between);
    const written = settings.filter(({ origin }) => origin === "go").length;
    const isWritten = check.written === "all" ? written === settings.length : written > 0;
    return isWritten && check.isAtOdds(rules) ? [{ code, settings }] : [];
  });
  return [...found, ...switchedOff(rules)];
}

/** Clauses on something that the GO itself switches off. */
const switches = { "umlauf.allowed": "umlauf.", "bias.enabled": "bias." } as const;

function switchedOff(rules: Rules): readonly Contradiction[] {
  const all = settingsOf(rules);
  return Object.entries(switches).flatMap(([path, section]) => {
    const isOff = all.some(({ path: here, setting }) => here === path && setting.value === false);
    const idle = all.filter(
      ({ path: here, setting }) => here.startsWith(section) && here !== path && setting.origin === "go",
    );
    return isOff && idle.length > 0
      ? [{ code: "switchedOff" as const, settings: citationsOf(rules, [...idle.map((one) => one.path), path]) }]
      : [];
  });
}
