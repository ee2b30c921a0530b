import { globSync } from "node:fs";
import { runStep } from "./step.ts";

/**
 * Import directions by dependency-cruiser. Without a parser that fits the TypeScript at hand it silently sees no module
 * and reports no violation; so every source file has to appear in its report.
 *
 *   node tools/check-imports.ts [FOLDER]
 */

type Report = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
};

const folder = process.argv[2] ?? process.cwd();
const sources = globSync("src/**/*.ts", { cwd: folder }).map((file) => file.replaceAll("\\", "/"));
const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "src"];
const { stdout, stderr } = await runStep({ name: "imports", tool: "dependency-cruiser:depcruise", args }, { folder });

if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser gave no report: ${stdout}${stderr}`);
const { modules, summary } = JSON.parse(stdout) as Report;
const seen = new Set(modules.map((module) => module.source));
const unseen = sources.filter((file) => !seen.has(file));

for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
for (const file of unseen) console.error(`not read by dependency-cruiser: ${file}`);
if (sources.length === 0) console.error("no source file found");
console.log(`${sources.length} source files, ${summary.violations.length} violations`);
process.exitCode = summary.violations.length + unseen.length > 0 || sources.length === 0 ? 1 : 0;
