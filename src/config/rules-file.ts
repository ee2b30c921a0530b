import { ok, type Result } from "../core/kernel/result.ts";
import { mergeRules } from "../core/rules/merge-rules.ts";
import { profileNamed } from "../core/rules/profiles.ts";
import type { Rules } from "../core/rules/rules.ts";
import { readYamlAs } from "./explain-issues.ts";
import { rulesFileSchema } from "./rules-schema.ts";
import type { Problem } from "./yaml-document.ts";

/** Geschäftsordnung, gelesen: the rules that hold, with what the GO says over what the profile says. */
export type RulesFile = {
  readonly name: string;
  readonly profile: { readonly id: string; readonly version: number };
  /** Day of adoption, "2023-01-27"; absent for a draft. */
  readonly adoptedOn?: string;
  readonly rules: Rules;
};

/**
 * Reads a GO file. Everything wrong is said at once, with line and remedy, and nothing of a wrong file is used: the rules in force
 * stay in force.
 */
export function readRulesFile(text: string): Result<RulesFile, readonly Problem[]> {
  const read = readYamlAs(text, rulesFileSchema);
  if (!read.ok) return read;
  const { name, profile: profileId, beschlossen, ...overrides } = read.value.value;
  const profile = profileNamed(profileId);
  return ok({
    name,
    profile: { id: profile.id, version: profile.version },
    ...(beschlossen === undefined ? {} : { adoptedOn: beschlossen }),
    rules: mergeRules(profile, overrides),
  });
}
