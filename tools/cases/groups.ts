import type { Rules } from "../../src/core/rules/rules.ts";
import { majorityCase } from "./groups/majority.ts";

/** What the engine answers to the facts of one case. `is`: the answer in one word, where a single value is expected. */
export type Ask = (rules: Rules, input: unknown, choice: Readonly<Record<string, unknown>>) => unknown;

/** Groups of cases, each with the part of the engine that answers it. */
export const groups: Readonly<Record<string, Ask>> = {
  majority: majorityCase,
};
