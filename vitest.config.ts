import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    isolate: true,
    maxWorkers: 2,
    execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    teardownTimeout: 10_000,
    reporters: ["default", "./tools/reporters/no-skips.ts"],
  },
});
