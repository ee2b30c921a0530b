/** Taken into a program by `--import`: writes the packages that it has loaded by its end into the file named by BENCH_MODULES. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const file = process.env["BENCH_MODULES"] ?? "";
const { cache } = createRequire(import.meta.url);
// A program that is stopped before it listens for that has its end all the same.
process.on("SIGTERM", () => {
  if (process.listenerCount("SIGTERM") === 1) process.exit();
});
process.on("exit", () => {
  const packages = Object.keys(cache).flatMap(
    (path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  writeFileSync(file, [...new Set(packages)].sort().join("\n"));
});
