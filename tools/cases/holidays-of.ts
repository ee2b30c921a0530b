import { parseLocalDate } from "../../src/core/kernel/local-date.ts";
import { type Holidays, noHolidays } from "../../src/core/kernel/workdays.ts";
import type { Rules } from "../../src/core/rules/rules.ts";
import type { Facts } from "./facts.ts";

/** Holidays as the case lists them. */
export function holidaysOf(_rules: Rules | undefined, facts: Facts): Holidays {
  if (!facts.has("holidays")) return noHolidays;
  return new Set(
    facts
      .texts("holidays")
      .map(parseLocalDate)
      .filter((day) => day !== undefined),
  );
}
