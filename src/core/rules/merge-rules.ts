import type { Profile, Rules, RulesOverrides } from "./rules.ts";

type Node = { readonly [key: string]: unknown };

/**
 * Geltende Regeln: what the GO says, and the profile where it is silent. A setting is replaced as a whole, never mixed from both,
 * so that its origin is true. A key the profile does not know is a bug of the caller: the file's schema has refused it before.
 */
export function mergeRules(profile: Profile, overrides: RulesOverrides): Rules {
  // Both trees have the shape of Rules by their types; the walk itself cannot express it.
  return merged(profile.rules, overrides, []) as Rules;
}

function merged(base: Node, overrides: Node, path: readonly string[]): Node {
  for (const key of Object.keys(overrides)) {
    if (!Object.hasOwn(base, key)) throw new Error(`no such rule: ${[...path, key].join(".")}`);
  }
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => {
      const replacement = overrides[key];
      if (replacement === undefined) return [key, value];
      if (!isNode(value) || !isNode(replacement)) throw new Error(`not a rule: ${[...path, key].join(".")}`);
      if (isSetting(value)) return [key, replacement];
      return [key, merged(value, replacement, [...path, key])];
    }),
  );
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const isSetting = (node: Node): boolean => Object.hasOwn(node, "origin");
