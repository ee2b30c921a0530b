import type { LocalDate } from "../kernel/local-date.ts";
import { sameData } from "../kernel/same-data.ts";
import type { RulesRecord } from "../membership/events.ts";
import { profileAg78Standard } from "../rules/profile-ag78-standard.ts";
import type { Rules } from "../rules/rules.ts";
import type { Setting, SettingsByPath } from "../rules/setting.ts";
import type { CommitteeEvent } from "./events.ts";
import { rulesInForce } from "./rules-in-force.ts";
import type { Slices } from "./state.ts";

/** Geltende Einstellung an einem Pfad, "quorum.kind". */
export function settingAt(rules: Rules, path: string): Setting<unknown> | undefined {
  let node: unknown = rules;
  for (const key of path.split(".")) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
    node = Reflect.get(node, key);
  }
  // A path of the rules file ends at a setting: the schema knows no other ends.
  return typeof node === "object" && node !== null && "origin" in node ? (node as Setting<unknown>) : undefined;
}

/** What of these settings is different from the rules in force. */
export const changesOf = (rules: Rules, settings: SettingsByPath): readonly string[] =>
  Object.entries(settings).flatMap(([path, { value }]) =>
    sameData(settingAt(rules, path)?.value, value) && settingAt(rules, path)?.origin === "go" ? [] : [path],
  );

/** Die Geschäftsordnung in der geänderten Fassung, in force from this day. */
export const rulesAdopted = (state: Slices, settings: SettingsByPath, today: LocalDate): CommitteeEvent => ({
  type: "RulesAdopted",
  rules: { ...changedRecord(state, settings), adoptedOn: today },
});

/** Die Regeln, wie sie mit der Änderung wären. */
export const rulesChangedBy = (state: Slices, settings: SettingsByPath): Rules =>
  rulesInForce(changedRecord(state, settings));

/** A setting without a paragraph keeps the one it had. */
function changedRecord({ membership: { rules: current } }: Slices, settings: SettingsByPath): RulesRecord {
  const before = current?.settings ?? {};
  const changed = Object.entries(settings).map(([path, setting]) => {
    const paragraph = setting.paragraph ?? before[path]?.paragraph;
    return [path, { ...setting, ...(paragraph === undefined ? {} : { paragraph }) }] as const;
  });
  return {
    title: current?.title ?? "Geschäftsordnung",
    profile: current?.profile ?? profileAg78Standard.id,
    settings: { ...before, ...Object.fromEntries(changed) },
  };
}
