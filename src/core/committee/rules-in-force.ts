import type { RulesRecord } from "../membership/events.ts";
import { mergeRules } from "../rules/merge-rules.ts";
import { profileAg78Standard } from "../rules/profile-ag78-standard.ts";
import { profileNamed } from "../rules/profiles.ts";
import type { Rules, RulesOverrides } from "../rules/rules.ts";

/** Geltende Regeln: the adopted rules over the profile they name; the standard profile alone while nothing was adopted. */
export function rulesInForce(record: RulesRecord | undefined): Rules {
  if (record === undefined) return profileAg78Standard.rules;
  return mergeRules(profileNamed(record.profile), overridesOf(record));
}

type Nested = { [key: string]: unknown };

function overridesOf(record: RulesRecord): RulesOverrides {
  const root: Nested = {};
  for (const [path, setting] of Object.entries(record.settings))
    put(root, path.split("."), { ...setting, origin: "go" });
  // The paths were checked against the schema of the rules file before the event was stored; `mergeRules` refuses others.
  return root as RulesOverrides;
}

function put(node: Nested, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) throw new Error("a rule needs a path");
  if (rest.length === 0) {
    node[key] = value;
    return;
  }
  const known = node[key];
  // A node on the way to a setting was put there by this function.
  const next: Nested = typeof known === "object" && known !== null ? (known as Nested) : {};
  node[key] = next;
  put(next, rest, value);
}
