import { defineConfig } from "vitest/config";
import { PATIENCE } from "./test/support/patience.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    isolate: true,
    maxWorkers: 2,
    execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"],
    testTimeout: 3 * PATIENCE,
    hookTimeout: 3 * PATIENCE,
    teardownTimeout: 3 * PATIENCE,
    expect: { poll: { timeout: PATIENCE } },
    reporters: ["default", "./tools/reporters/no-skips.ts"],
  },
});
