import type { Refusal } from "../core/committee/refusal.ts";
import type { Names } from "./names.ts";

/**
 * Ablehnung in Worten: what is refused and why; then what is possible now. `commands` are whole lines that can be sent as they
 * are; what still needs a name or a text stands in the lines.
 */
export type RefusalText = { readonly lines: readonly string[]; readonly commands: readonly string[] };

/** A line with a gap to fill in does not compile as a command. */
export type WholeLine<Line extends string> = Line extends `${string}${"…" | "NAME" | "TEXT" | "GRUND"}${string}`
  ? never
  : Line;

export const said = <Line extends string>(
  why: string,
  next: string,
  ...commands: readonly (Line & WholeLine<Line>)[]
): RefusalText => ({ lines: [`Abgelehnt: ${why}`, next], commands });

/** One sentence per code, written for the facts of that code. */
export type Sentences<Code extends Refusal["code"]> = {
  readonly [C in Code]: (facts: Extract<Refusal, { code: C }>, names: Names) => RefusalText;
};
