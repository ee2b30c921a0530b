import { rulesFileSchema } from "../../src/config/rules-schema.ts";
import { mergeRules } from "../../src/core/rules/merge-rules.ts";
import { profileAg78Standard } from "../../src/core/rules/profile-ag78-standard.ts";
import type { Rules } from "../../src/core/rules/rules.ts";
import { isRecord } from "./compare.ts";
import { UnknownShape } from "./facts.ts";

type Choice = Readonly<Record<string, unknown>>;
type Node = Record<string, unknown>;

/** Names of the sources that are not paths of settings, and the setting they mean. */
const ALIASES: Readonly<Record<string, string>> = {
  motionOrder: "motionOrder.rule",
  "motionOrder.order": "motionOrder.rule",
  "office.term": "office.chair.term",
  "office.holdOver": "office.chair.holdOver",
  "office.shared": "office.chair.shared",
  "office.chairKeepsSeatVote": "office.chair.chairKeepsSeatVote",
  "frist.ladung": "invite",
  "frist.urgent": "invite.urgent",
  "frist.cutoff": "invite.cutoff",
  "frist.extraordinary": "invite.extraordinary",
  "frist.agenda": "agenda.proposals",
  "frist.umlauf": "umlauf",
  "umlauf.n": "umlauf.minDays",
  goChange: "goChange.threshold",
};

/** Settings that go with another: who names a threshold means a majority by it. */
const IMPLIED: Readonly<Record<string, readonly [path: string, value: unknown]>> = {
  "majority.threshold": ["majority.kind", "fraction"],
  "quorum.fraction": ["quorum.kind", "fraction"],
  "quorum.fixed": ["quorum.kind", "fixed"],
};

/** Words of the sources for values of ours. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "election.sequence": { repeat: "ballot", ballot2: "ballot", second_ballot: "ballot", runoff: "runoff2", los: "lot" },
  "umlauf.majority": { all: "allConsent", unanimity: "allConsent", unanimous: "allConsent", entitled: "allEntitled" },
  "election.minShare": { thirdPresent: "thirdPresent", oneThirdPresent: "thirdPresent" },
};

/** What a choice says beside the settings: the wording of a clause, or a period without a name. */
const BESIDE = new Set(["go.text", "unit", "n", "shift", "arithmetic", "count", "start"]);

/** The profile with the settings of a case over it, read as a file of rules is. Throws `UnknownShape` for what no file could hold. */
export function rulesOfChoice(choice: Choice): Rules {
  const file: Node = { name: "Regelfall", profile: profileAg78Standard.id };
  for (const [name, value] of Object.entries(withImplied(choice))) {
    if (BESIDE.has(name)) continue;
    const path = pathOf(name, value);
    put(file, path, inOurWords(path, value));
  }
  const read = rulesFileSchema.safeParse(file);
  const issue = read.error?.issues[0];
  if (!read.success) throw new UnknownShape(`${issue?.path.join(".")}: ${issue?.message}`);
  const { name: _, profile: __, beschlossen: ___, ...overrides } = read.data;
  return mergeRules(profileAg78Standard, overrides);
}

function withImplied(choice: Choice): Choice {
  const implied = Object.entries(IMPLIED).filter(([path, [other]]) => path in choice && !(other in choice));
  return { ...Object.fromEntries(implied.map(([, [other, value]]) => [other, value])), ...choice };
}

/** A group of settings given as a record of them keeps its name. */
function pathOf(name: string, value: unknown): string {
  const group = (profileAg78Standard.rules as Node)[name];
  const isOfSettings = isRecord(group) && isRecord(value) && Object.keys(value).every((key) => key in group);
  return isOfSettings ? name : (ALIASES[name] ?? name);
}

function inOurWords(path: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => inOurWords(path, one));
  return typeof value === "string" ? (VALUES[path]?.[value] ?? value) : value;
}

/** Puts a value at its setting; a name that ends above one spreads, one that ends inside one changes a part of its value. */
function put(file: Node, path: string, value: unknown): void {
  let standard: unknown = profileAg78Standard.rules;
  let node = file;
  const keys = path.split(".");
  for (const [depth, key] of keys.entries()) {
    if (!isRecord(standard) || !(key in standard)) throw new UnknownShape(`no setting ${path}`);
    standard = standard[key];
    if (isSetting(standard)) {
      node[key] = changed(node[key] ?? standard["value"], keys.slice(depth + 1), value);
      return;
    }
    const inner = node[key] ?? {};
    node[key] = inner;
    // Only records are ever put on the way.
    node = inner as Node;
  }
  if (!isRecord(value)) throw new UnknownShape(`${path} is a group of settings`);
  for (const [key, inner] of Object.entries(value)) {
    put(file, ALIASES[`${path}.${key}`] ?? `${path}.${key}`, inner);
  }
}

/** A record named in part keeps the rest of the profile's value, unless it is of another kind. */
function changed(known: unknown, inside: readonly string[], value: unknown): unknown {
  const [key, ...deeper] = inside;
  if (key === undefined) {
    const sameKind = isRecord(known) && isRecord(value) && known["kind"] === value["kind"];
    return sameKind ? { ...known, ...value } : value;
  }
  const record = isRecord(known) ? known : {};
  return { ...record, [key]: changed(record[key], deeper, value) };
}

const isSetting = (node: unknown): node is Node => isRecord(node) && "origin" in node;
