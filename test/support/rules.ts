import { mergeRules } from "../../src/core/rules/merge-rules.ts";
import { profileAg78Standard } from "../../src/core/rules/profile-ag78-standard.ts";
import type { Rules, RulesOverrides } from "../../src/core/rules/rules.ts";

/** Rules of the profile with settings by path, as a GO would write them: `rulesWith({ "majority.tie": "chairCasting" })`. */
export function rulesWith(settings: Readonly<Record<string, unknown>> = {}, paragraph?: string): Rules {
  const overrides: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(settings)) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let node = overrides;
    for (const key of keys) {
      const inner = node[key] ?? {};
      node[key] = inner;
      // Only objects are ever put on the way.
      node = inner as Record<string, unknown>;
    }
    node[last] = { value, origin: "go", ...(paragraph === undefined ? {} : { paragraph }) };
  }
  // Paths are texts here; mergeRules throws on one that the profile does not know.
  return mergeRules(profileAg78Standard, overrides as RulesOverrides);
}
