import type { Rules } from "../../src/core/rules/rules.ts";
import { dateCase } from "./groups/date.ts";
import { deadlineCase } from "./groups/deadline.ts";
import { documentCase } from "./groups/document.ts";
import { inviteCase } from "./groups/invite.ts";
import { majorityCase } from "./groups/majority.ts";
import { planningCase } from "./groups/planning.ts";

/** What the engine answers to the facts of one case. `is`: the answer in one word, where a single value is expected. */
export type Ask = (
  rules: Rules,
  input: unknown,
  choice: Readonly<Record<string, unknown>>,
  sources: readonly string[],
) => unknown;

/** Groups of cases, each with the part of the engine that answers it. */
export const groups: Readonly<Record<string, Ask>> = {
  majority: majorityCase,
  deadline: deadlineCase,
  invite: inviteCase,
  planning: planningCase,
  date: dateCase,
  document: documentCase,
};
