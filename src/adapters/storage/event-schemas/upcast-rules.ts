import { z } from "zod";

const versionOne = z.looseObject({
  rules: z.looseObject({ settings: z.record(z.string(), z.looseObject({ value: z.json() })) }),
});

const OLD = "vote.rollCallOnProcedure";
const NEW = "vote.rollCallNotFor";

/**
 * `RulesAdopted` 1 → 2: "roll calls on procedure: no" is now the list of questions they are not for. "Yes" is what holds when
 * nothing is listed, so it says nothing any more.
 */
export function upcastRules(data: unknown): unknown {
  const { rules, ...rest } = versionOne.parse(data);
  const { [OLD]: old, ...settings } = rules.settings;
  if (old?.value !== false) return { ...rest, rules: { ...rules, settings } };
  return { ...rest, rules: { ...rules, settings: { ...settings, [NEW]: { ...old, value: ["alle"] } } } };
}
