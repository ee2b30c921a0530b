import { parseLocalDate } from "../core/kernel/local-date.ts";
import type { RulesRecord } from "../core/membership/events.ts";
import type { RulesFile } from "./rules-file.ts";

/** What is stored of a rules file: only what the GO itself says, by path; the profile is named. */
export function rulesRecord(file: RulesFile): RulesRecord {
  const adoptedOn = file.adoptedOn === undefined ? undefined : parseLocalDate(file.adoptedOn);
  return {
    title: file.name,
    profile: file.profile.id,
    settings: Object.fromEntries(ownSettings(file.rules, [])),
    ...(adoptedOn === undefined ? {} : { adoptedOn }),
  };
}

type Stored = RulesRecord["settings"][string];
type Node = { readonly [key: string]: unknown };

function ownSettings(node: Node, path: readonly string[]): readonly (readonly [string, Stored])[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (!isNode(value)) return [];
    const here = [...path, key];
    if (!Object.hasOwn(value, "origin")) return ownSettings(value, here);
    return value["origin"] === "go" ? [[here.join("."), storedSetting(value)] as const] : [];
  });
}

function storedSetting(setting: Node): Stored {
  const { paragraph, quotation } = setting;
  return {
    value: setting["value"],
    ...(typeof paragraph === "string" ? { paragraph } : {}),
    ...(typeof quotation === "string" ? { quotation } : {}),
  };
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
