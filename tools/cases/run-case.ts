import { ambiguitiesIn } from "../../src/core/rules/ambiguities.ts";
import type { RuleCase } from "./case-file.ts";
import { type Difference, differences, isRecord } from "./compare.ts";
import { UnknownShape } from "./facts.ts";
import { groups } from "./groups.ts";
import { rulesOfChoice } from "./settings-of-choice.ts";

export type CaseOutcome =
  | { readonly status: "passed" }
  | { readonly status: "failed"; readonly differences: readonly Difference[]; readonly actual: unknown }
  /** A shape the mapping does not know. */
  | { readonly status: "skipped"; readonly reason: string };

/** Runs one case: choice → rules, input → engine, and compares what `expected` names. */
export function runCase(ruleCase: RuleCase): CaseOutcome {
  try {
    const actual = answer(ruleCase);
    const found = differences(ruleCase.expected, actual);
    return found.length === 0 ? { status: "passed" } : { status: "failed", differences: found, actual };
  } catch (error) {
    if (error instanceof UnknownShape) return { status: "skipped", reason: error.message };
    throw error;
  }
}

function answer({ group, choice, input, expected, source }: RuleCase): unknown {
  const ask = groups[group];
  if (ask === undefined) throw new UnknownShape(`no group ${group}`);
  const settings = choice ?? {};
  const open = openReading(settings);
  if (open !== undefined) return open;
  const one = (settingsOfOne: Readonly<Record<string, unknown>>, facts: unknown, wanted: unknown): unknown => {
    const given = readingsOf(settingsOfOne) ?? ask(rulesOfChoice(settingsOfOne), facts, settingsOfOne, source ?? []);
    return isRecord(given) && !isRecord(wanted) && !Array.isArray(wanted) ? given["is"] : given;
  };
  if (Array.isArray(expected)) {
    if (Array.isArray(input) && input.length === expected.length)
      return expected.map((wanted, index) => one(settings, input[index], wanted));
    const variants = variantsOf(settings, expected.length);
    if (variants !== undefined) return expected.map((wanted, index) => one(variants[index] ?? {}, input, wanted));
  }
  return one(settings, input, expected);
}

/** Words of the GO with two readings, of which the choice decides none: a question instead of an answer. */
function openReading(choice: Readonly<Record<string, unknown>>): unknown {
  const wording = choice["go.text"];
  if (typeof wording !== "string") return undefined;
  const [ambiguity] = ambiguitiesIn(wording, undefined, (path) => Object.hasOwn(choice, path));
  return ambiguity === undefined ? undefined : { result: "config_required", question: ambiguity.question };
}

/** A choice whose values are lists as long as what is expected asks the same of each. */
function variantsOf(
  choice: Readonly<Record<string, unknown>>,
  length: number,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  const entries = Object.entries(choice);
  if (!entries.some(([, value]) => Array.isArray(value) && value.length === length)) return undefined;
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value[index] : value])),
  );
}

/** Words of a GO that can be read in two ways, unless the settings beside them decide. */
function readingsOf(choice: Readonly<Record<string, unknown>>): unknown {
  const text = choice["go.text"];
  if (typeof text !== "string") return undefined;
  const questions = ambiguitiesIn(text, undefined, (path) => path in choice).map(({ question }) => question);
  return questions.length === 0
    ? undefined
    : { is: "config_required", result: "config_required", question: questions[0] };
}
