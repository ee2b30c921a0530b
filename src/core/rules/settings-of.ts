import type { Rules } from "./rules.ts";
import { type Citation, cite, type Setting } from "./setting.ts";

/** Eine Einstellung mit ihrem Pfad, "quorum.kind". */
export type PlacedSetting = { readonly path: string; readonly setting: Setting<unknown> };

type Node = { readonly [key: string]: unknown };

/** All settings of the rules, in the order in which the profile lists them. */
export function settingsOf(rules: Rules): readonly PlacedSetting[] {
  return below(rules, []);
}

function below(node: Node, path: readonly string[]): readonly PlacedSetting[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key];
    if (isSetting(value)) return [{ path: here.join("."), setting: value }];
    return isNode(value) ? below(value, here) : [];
  });
}

/** Fundstellen for the given paths; a path without a setting is a bug of the caller. */
export function citationsOf(rules: Rules, paths: readonly string[]): readonly Citation[] {
  return paths.map((path) => {
    const found = path.split(".").reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), rules);
    if (!isSetting(found)) throw new Error(`no such rule: ${path}`);
    return cite(path, found);
  });
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const isSetting = (value: unknown): value is Setting<unknown> => isNode(value) && Object.hasOwn(value, "origin");
