import { defineConfig } from "vitest/config";

/** As in test/support/patience.ts: what is waited for may take so long, and a test waits for several things. */
const patience = 60_000;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    isolate: true,
    maxWorkers: 2,
    execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"],
    testTimeout: 3 * patience,
    hookTimeout: 5 * patience,
    teardownTimeout: 3 * patience,
    expect: { poll: { timeout: patience } },
    reporters: ["default", "./tools/reporters/no-skips.ts"],
  },
});
