import { readCases } from "./case-file.ts";
import { runCase } from "./run-case.ts";

/**
 * Rechnet Regelfälle nach: `npm run cases -- DATEI…`. Prints each failing case with expected and actual, and how many passed, failed
 * and were skipped (a shape the mapping does not know). Exit code 1 if one failed, 2 if there is nothing to read.
 */
const files = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };

for (const file of files) {
  for (const ruleCase of readCases(file)) {
    const outcome = runCase(ruleCase);
    counts[outcome.status]++;
    if (outcome.status === "skipped") console.log(`skipped ${ruleCase.id}: ${outcome.reason}`);
    if (outcome.status !== "failed") continue;
    console.log(`failed  ${ruleCase.id}: ${ruleCase.rule}`);
    for (const { path, expected, actual } of outcome.differences)
      console.log(`  ${path || "(whole)"}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`);
  }
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (counts.failed > 0) process.exitCode = 1;
if (files.length === 0) process.exitCode = 2;
