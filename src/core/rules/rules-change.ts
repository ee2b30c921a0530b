import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type RulesChangeRuling = Derivation<"goChange.admission"> & {
  /** Whether it may be put to the vote at all. */
  readonly voteAllowed: boolean;
  readonly reason?: "notAnnounced" | "umlauf";
  /** In force only after these have agreed or adopted it; empty: with the vote. */
  readonly conditions: readonly RulesChangeCondition[];
};

/** Zustimmung eines anderen, or adoption by the Jugendhilfeausschuss. */
export type RulesChangeCondition =
  | { readonly kind: "consent"; readonly of: string }
  | { readonly kind: "adoption"; readonly by: "jha" };

/** Änderung der Geschäftsordnung (GO): only if it was announced, not by Umlauf; which conditions it then waits for. */
export function rulesChange(
  rules: Rules,
  input: { readonly announced: boolean; readonly byUmlauf?: boolean | undefined },
): RulesChangeRuling {
  const { announced, notByUmlauf, threshold } = rules.goChange;
  const conditions = conditionsOf(rules);
  const base = { rule: "goChange.admission", conditions } as const;
  if (input.byUmlauf === true && notByUmlauf.value)
    return {
      ...base,
      citation: cite("goChange.notByUmlauf", notByUmlauf),
      alsoFrom: [],
      voteAllowed: false,
      reason: "umlauf",
    };
  if (!input.announced && announced.value)
    return {
      ...base,
      citation: cite("goChange.announced", announced),
      alsoFrom: [],
      voteAllowed: false,
      reason: "notAnnounced",
    };
  const alsoFrom = conditions.map((one) =>
    one.kind === "consent"
      ? cite("goChange.consentOf", rules.goChange.consentOf)
      : cite("goChange.adoptedBy", rules.goChange.adoptedBy),
  );
  return { ...base, citation: cite("goChange.threshold", threshold), alsoFrom, voteAllowed: true };
}

function conditionsOf({ goChange }: Rules): readonly RulesChangeCondition[] {
  const { consentOf, adoptedBy } = goChange;
  return [
    ...(consentOf.value === null ? [] : [{ kind: "consent", of: consentOf.value } as const]),
    ...(adoptedBy.value === "jha" ? [{ kind: "adoption", by: "jha" } as const] : []),
  ];
}
