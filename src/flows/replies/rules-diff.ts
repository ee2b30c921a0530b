import { settingAt } from "../../core/committee/changed-rules.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { QuestionSubject } from "../../core/question/events.ts";
import { changeLine, changesHead } from "../../texts/rules-changes.ts";
import { type Block, list } from "../reply.ts";

/** Was eine Änderung der Geschäftsordnung ändern würde: each setting as it is and as it would be. */
export function rulesDiff(
  { rules }: CommitteeState,
  subject: QuestionSubject | undefined,
): readonly (Block | string)[] {
  if (subject?.kind !== "rulesChange") return [];
  const lines = Object.entries(subject.settings).map(([path, after]) =>
    changeLine(path, settingAt(rules, path), after),
  );
  return [changesHead(), list(lines)];
}
