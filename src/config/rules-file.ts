import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { contradictionsIn } from "../core/rules/contradictions.ts";
import { mergeRules } from "../core/rules/merge-rules.ts";
import { profileNamed } from "../core/rules/profiles.ts";
import type { Rules } from "../core/rules/rules.ts";
import type { Citation } from "../core/rules/setting.ts";
import { contradictionMessage } from "./contradiction-messages.ts";
import { pathText, readYamlAs } from "./explain-issues.ts";
import { rulesFileSchema } from "./rules-schema.ts";
import type { Problem, YamlDocument } from "./yaml-document.ts";

/** Geschäftsordnung, gelesen: the rules that hold, with what the GO says over what the profile says. */
export type RulesFile = {
  readonly name: string;
  readonly profile: { readonly id: string; readonly version: number; readonly name: string };
  /** Day of adoption, "2023-01-27"; absent for a draft. */
  readonly adoptedOn?: string;
  readonly rules: Rules;
};

/** A rules file, where its settings stand (the line of "quorum.kind"), and which of its clauses contradict each other. */
export type PlacedRulesFile = {
  readonly file: RulesFile;
  readonly lineOf: (setting: string) => number;
  readonly contradictions: readonly Problem[];
};

/**
 * Reads a GO file. Everything wrong is said at once, with line and remedy, and nothing of a wrong file is used: the rules in force
 * stay in force. Contradictory clauses are wrong.
 */
export function readRulesFile(text: string): Result<RulesFile, readonly Problem[]> {
  const read = readPlacedRules(text);
  if (!read.ok) return read;
  const { file, contradictions } = read.value;
  return contradictions.length > 0 ? refuse(contradictions) : ok(file);
}

/** Reads the shape, for whoever has more to say about the settings: contradictions are told, not refused. */
export function readPlacedRules(text: string): Result<PlacedRulesFile, readonly Problem[]> {
  const read = readYamlAs(text, rulesFileSchema);
  if (!read.ok) return read;
  const { value, document } = read.value;
  const { name, profile: profileId, beschlossen, ...overrides } = value;
  const profile = profileNamed(profileId);
  const rules = mergeRules(profile, overrides);
  return ok({
    file: {
      name,
      profile: { id: profile.id, version: profile.version, name: profile.name },
      ...(beschlossen === undefined ? {} : { adoptedOn: beschlossen }),
      rules,
    },
    lineOf: (setting) => document.lineOf(setting.split(".")),
    contradictions: contradictionProblems(rules, document),
  });
}

function contradictionProblems(rules: Rules, document: YamlDocument): readonly Problem[] {
  const problems = contradictionsIn(rules).map(({ code, settings }): Problem => {
    const [first, ...others] = [...settings].sort((a, b) => Number(b.origin === "go") - Number(a.origin === "go"));
    const path = first?.setting.split(".") ?? [];
    const also = others.map((other) => otherPlace(other, document.lineOf(other.setting.split(".")))).join(", ");
    const message = `${contradictionMessage(code)}${also === "" ? "" : ` Dazu: ${also}.`}`;
    return { ...document.positionOf(path), path: pathText(path), message };
  });
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Where the other clause of a contradiction stands. */
function otherPlace({ setting, origin }: Citation, line: number): string {
  const path = pathText(setting.split("."));
  return origin === "go" ? `${path}, Zeile ${line}` : `${path} nach dem Profil`;
}
