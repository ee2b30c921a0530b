import { leastAboveShare, leastShare } from "./integers.ts";
import type { Basis, Fraction, Threshold } from "./rule-values.ts";
import type { Rules } from "./rules.ts";
import type { ProceduralKind, ProceduralRule } from "./rules-meeting.ts";
import { type Citation, cite, type Setting } from "./setting.ts";

/** Wozu abgestimmt wird: each has its own majority in the rules. */
export type MajorityPurpose =
  | "motion"
  | "goChange"
  | "goDeviation"
  | "urgentItem"
  | "procedural"
  | ProceduralPurpose
  | OwnMajority;

/** GO-Antrag of a certain kind: with its own threshold, where the rules set one. */
export type ProceduralPurpose = { readonly procedural: ProceduralKind };

/** Eigene Mehrheit: a threshold that stands inside another setting, e.g. in `office.recall`, with its source. */
export type OwnMajority = { readonly threshold: Threshold; readonly citation: Citation };

/** Verlangte Mehrheit. `simple` is more than half; of the votes cast that is Ja > Nein. */
export type MajorityRequirement = {
  readonly kind: "simple" | "fraction" | "unanimity";
  readonly share: Fraction;
  /** More than the share; otherwise the share itself is enough. */
  readonly strict: boolean;
  readonly basis: Basis;
  readonly citation: Citation;
};

const half: Fraction = { num: 1, den: 2 };
const whole: Fraction = { num: 1, den: 1 };

/** Which majority the rules ask for. A GO of kind `consensus` that comes to a vote votes by simple majority. */
export function majorityRequirement(rules: Rules, purpose: MajorityPurpose): MajorityRequirement {
  if (typeof purpose === "object")
    return "procedural" in purpose
      ? proceduralRequirement(rules, purpose.procedural)
      : requirementOf(purpose.threshold, purpose.citation);
  switch (purpose) {
    case "motion":
      return ordinary(rules);
    case "goChange":
      return qualified("goChange.threshold", rules.goChange.threshold);
    case "goDeviation":
      return qualified("goDeviation", rules.goDeviation);
    case "urgentItem":
      return qualified("agenda.urgentThreshold", rules.agenda.urgentThreshold);
    case "procedural":
      return generalProcedural(rules);
  }
}

function generalProcedural(rules: Rules): MajorityRequirement {
  const basis = rules.goAntrag.majority;
  const citation = cite("goAntrag.majority", basis);
  return { kind: "simple", share: half, strict: true, basis: basis.value, citation };
}

/** The threshold of this kind of procedural motion, else the general one. */
function proceduralRequirement(rules: Rules, kind: ProceduralKind): MajorityRequirement {
  const { closeDebate, closeList, reopenList, nonConsideration, adjournItem, adjournMeeting, refer, interrupt } =
    rules.goAntrag;
  const own = { closeDebate, closeList, reopenList, nonConsideration, adjournItem, adjournMeeting, refer, interrupt };
  const settings: Partial<Record<ProceduralKind, Setting<ProceduralRule>>> = own;
  const setting = settings[kind];
  const threshold = setting?.value.threshold;
  if (setting === undefined || threshold === undefined) return generalProcedural(rules);
  return qualified(`goAntrag.${kind}`, { ...setting, value: threshold });
}

/** Ja votes it takes, where that is known before the vote: of those present or of all seats; else undefined. */
export function votesNeededOf({ basis, share, strict }: MajorityRequirement, present: number, members: number) {
  if (basis === "cast" || basis === "castInclAbstain") return undefined;
  const base = basis === "present" ? present : members;
  return Math.max(1, (strict ? leastAboveShare : leastShare)(share, base));
}

function ordinary(rules: Rules): MajorityRequirement {
  const { kind, basis, threshold } = rules.majority;
  switch (kind.value) {
    case "simple":
    case "consensus":
      return { kind: "simple", share: half, strict: true, basis: basis.value, citation: cite("majority.basis", basis) };
    case "fraction": {
      const { num, den, strict } = threshold.value;
      const citation = cite("majority.threshold", threshold);
      return { kind: "fraction", share: { num, den }, strict, basis: basis.value, citation };
    }
    case "unanimity": {
      const citation = cite("majority.kind", kind);
      return { kind: "unanimity", share: whole, strict: false, basis: basis.value, citation };
    }
  }
}

function qualified(path: string, setting: Setting<Threshold>): MajorityRequirement {
  return requirementOf(setting.value, cite(path, setting));
}

function requirementOf(threshold: Threshold, citation: Citation): MajorityRequirement {
  if (threshold.kind === "unanimity") {
    return { kind: "unanimity", share: whole, strict: false, basis: threshold.basis, citation };
  }
  if (threshold.kind === "simple") {
    return { kind: "simple", share: half, strict: true, basis: threshold.basis, citation };
  }
  const { num, den, basis, strict = false } = threshold;
  return { kind: "fraction", share: { num, den }, strict, basis, citation };
}
