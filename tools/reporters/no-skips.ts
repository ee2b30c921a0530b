import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Under CI=true a test that was skipped has not been passed: the run fails and names it. */
export default class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (process.env["CI"] !== "true") return;
    const skipped = modules.flatMap((module) => [...module.children.allTests("skipped")]);
    if (skipped.length === 0) return;
    for (const test of skipped) console.error(`skipped under CI: ${nameOf(test)}`);
    console.error(`${skipped.length} skipped, which counts as failed under CI=true`);
    process.exitCode = 1;
  }
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} › ${test.fullName}`;
}
