import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { profileAg78Standard } from "../core/rules/profile-ag78-standard.ts";
import type { SettingsByPath } from "../core/rules/setting.ts";
import { readRulesFile } from "./rules-file.ts";
import { rulesRecord } from "./rules-record.ts";
import { readYaml } from "./yaml-document.ts";

/** A change is a few lines; a whole GO comes as a file. */
const maxBytes = 20_000;

const headKeys = ["name", "profile", "beschlossen"];

/**
 * Reads a change of the Geschäftsordnung as YAML, checked with the schema of the file: sections as there, or whole paths
 * ("quorum.kind: atLeastHalf"). Everything wrong is said at once; a head of the file has no place here.
 */
export function readRulesChange(text: string): Result<SettingsByPath, readonly string[]> {
  const document = readYaml(text, { maxBytes });
  if (!document.ok) return refuse(document.error.map(({ message }) => message));
  const { value } = document.value;
  if (!isMap(value)) return refuse(["Bitte als „Schlüssel: Wert“ angeben, zum Beispiel „quorum.kind: atLeastHalf“."]);
  const head = headKeys.filter((key) => Object.hasOwn(value, key));
  if (head.length > 0) return refuse([`»${head.join("«, »")}« gehört in die Datei, nicht in eine Änderung.`]);
  const tree = treeOf(value);
  if (!tree.ok) return tree;
  const whole = JSON.stringify({ name: "Änderung", profile: profileAg78Standard.id, ...tree.value });
  const file = readRulesFile(whole);
  if (!file.ok) return refuse(file.error.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)));
  return ok(rulesRecord(file.value).settings);
}

type Map = { readonly [key: string]: unknown };

/** "quorum.kind" becomes "kind" inside of "quorum"; the same place twice is a mistake. */
function treeOf(map: Map): Result<Map, readonly string[]> {
  let tree: Map = {};
  for (const [path, value] of Object.entries(map)) {
    const merged = put(tree, path.split("."), value, path);
    if (!merged.ok) return merged;
    tree = merged.value;
  }
  return ok(tree);
}

function put(
  tree: Map,
  [key = "", ...rest]: readonly string[],
  value: unknown,
  path: string,
): Result<Map, readonly string[]> {
  const known = Object.hasOwn(tree, key) ? tree[key] : undefined;
  if (known === undefined) return ok(withKey(tree, key, nested(rest, value)));
  if (!isMap(known)) return refuse([`»${path}« steht zweimal da.`]);
  if (rest.length > 0) {
    const inner = put(known, rest, value, path);
    return inner.ok ? ok(withKey(tree, key, inner.value)) : inner;
  }
  return isMap(value) ? mergedInto(tree, key, known, value, path) : refuse([`»${path}« steht zweimal da.`]);
}

function mergedInto(tree: Map, key: string, known: Map, value: Map, path: string): Result<Map, readonly string[]> {
  let inner = known;
  for (const [name, one] of Object.entries(value)) {
    const merged = put(inner, [name], one, `${path}.${name}`);
    if (!merged.ok) return merged;
    inner = merged.value;
  }
  return ok(withKey(tree, key, inner));
}

const nested = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), value);

const withKey = (map: Map, key: string, value: unknown): Map =>
  Object.fromEntries([...Object.entries(map).filter(([name]) => name !== key), [key, value]]);

const isMap = (value: unknown): value is Map => typeof value === "object" && value !== null && !Array.isArray(value);
