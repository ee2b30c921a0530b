import { readFileSync } from "node:fs";
import { z } from "zod";

const caseSchema = z.object({
  id: z.string(),
  group: z.string(),
  rule: z.string(),
  /** Settings of the rules by path; null: none beside the profile. */
  choice: z.record(z.string(), z.unknown()).nullish(),
  input: z.unknown(),
  expected: z.unknown(),
  /** Keys of the documents it was taken from. */
  source: z.array(z.string()).optional(),
});

/** Regelfall: settings, facts and what must come of them. */
export type RuleCase = z.infer<typeof caseSchema>;

/** Throws with the file's name if it is no list of cases. */
export function readCases(file: string): readonly RuleCase[] {
  try {
    return z.array(caseSchema).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
