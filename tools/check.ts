import { type Outcome, runStep, type Step } from "./step.ts";

/**
 * The one check behind `npm test`: everything that does not run the program two at a time, then the tests.
 * A failing step shows its tool's output and does not stop the others. Arguments go to vitest.
 */

const STATIC_STEPS: readonly Step[] = [
  { name: "types", tool: "typescript:tsc", args: ["--noEmit", "-p", ".", "--checkers", "1"] },
  {
    name: "format and lint",
    tool: "@biomejs/biome",
    args: ["check", "--error-on-warnings", "--max-diagnostics=200", "."],
  },
  { name: "import directions", tool: "tools/check-imports.ts", args: [] },
  { name: "dead code", tool: "knip", args: ["--no-progress", "--no-config-hints"] },
  { name: "forbidden words", tool: "cspell", args: ["lint", "--no-progress", "--no-summary"] },
];

function report(outcome: Outcome): void {
  const mark = outcome.passed ? "ok    " : "FAILED";
  console.log(`${mark} ${outcome.name.padEnd(18)} ${outcome.seconds.toFixed(1).padStart(5)} s`);
  if (!outcome.passed) console.log(`${outcome.stdout}${outcome.stderr}`.trimEnd());
}

async function runTwoAtATime(steps: readonly Step[]): Promise<readonly Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step);
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

const outcomes = [...(await runTwoAtATime(STATIC_STEPS))];
const tests = { name: "tests", tool: "vitest", args: ["run", ...process.argv.slice(2)] };
outcomes.push(await runStep(tests, { live: true }));

// When all is well vitest has the last word.
const failed = outcomes.filter((outcome) => !outcome.passed).map((outcome) => outcome.name);
if (failed.length > 0) {
  console.log(`\nNot in order: ${failed.join(", ")} (see above)`);
  console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = 1;
}
