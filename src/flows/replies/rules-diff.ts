import type { CommitteeState } from "../../core/committee/state.ts";
import type { QuestionSubject } from "../../core/question/events.ts";
import type { Rules } from "../../core/rules/rules.ts";
import { settingsOf } from "../../core/rules/settings-of.ts";
import type { Names } from "../../texts/names.ts";
import { differenceLines } from "../../texts/rules-differences.ts";

/** Was eine Änderung der Geschäftsordnung ändern würde: each rule as it is and as it would be. */
export function rulesDiff(
  { rules }: CommitteeState,
  subject: QuestionSubject | undefined,
  names: Names,
): readonly string[] {
  if (subject?.kind !== "rulesChange") return [];
  return differenceLines(listed(rules), listed(names.changedRules(subject.settings)));
}

const listed = (rules: Rules) => ({ rules, settings: settingsOf(rules) });
