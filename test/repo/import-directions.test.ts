import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, runStep } from "../../tools/step.ts";
import { plantProject } from "./planted-project.ts";

type Plant = {
  readonly title: string;
  readonly file: string;
  readonly line: string;
  /** Biome's rule and a word of its message; absent where Biome cannot see it. */
  readonly biome?: string;
  /** Name of dependency-cruiser's rule; absent where it cannot see it. */
  readonly cruiser?: string;
};

/** One value per place of the house, so that each plant has something to import. */
const HOUSE = {
  "src/core/kernel/base.ts": "export const base = 1;\n",
  "src/core/rules/clause.ts": `import { base } from "../kernel/base.ts";\n\nexport const clause = base;\n`,
  "src/core/rules/parts/half.ts": `import { base } from "../../kernel/base.ts";\nimport { clause } from "../clause.ts";\n\nexport const half = base + clause;\n`,
  "src/core/ballot/ballot.ts": `import { clause } from "../rules/clause.ts";\n\nexport const ballot = clause;\n`,
  "src/core/motion/motion.ts": `import { base } from "../kernel/base.ts";\n\nexport type Motion = { readonly text: string };\nexport const motion = base;\n`,
  "src/core/committee/committee.ts": `import { ballot } from "../ballot/ballot.ts";\nimport { motion } from "../motion/motion.ts";\n\nexport const committee = ballot + motion;\n`,
  "src/texts/sentence.ts": `import { base } from "../core/kernel/base.ts";\nimport type { Motion } from "../core/motion/motion.ts";\n\nexport const sentence = (motion: Motion): string => motion.text + base;\n`,
  "src/config/environment.ts": `import { env } from "node:process";\nimport { parse } from "yaml";\nimport { z } from "zod";\n\nexport const environment = [env, parse, z];\n`,
  "src/flows/flow.ts": `import { committee } from "../core/committee/committee.ts";\nimport { sentence } from "../texts/sentence.ts";\n\nexport const flow = [committee, sentence];\n`,
  "src/adapters/mail/mail.ts": `import { join } from "node:path";\nimport { z } from "zod";\nimport { flow } from "../../flows/flow.ts";\n\nexport const mail = [flow, join, z];\n`,
  "src/adapters/clock/clock.ts": "export const clock = 1;\n",
  "src/adapters/chat/visible.ts": "export const visible = 1;\n",
  "src/adapters/matrix/matrix.ts": `import { visible } from "../chat/visible.ts";\n\nexport const matrix = visible;\n`,
  "src/cli/start.ts": `import { mail } from "../adapters/mail/mail.ts";\n\nexport const start = mail;\n`,
  "src/main.ts": `import { start } from "./cli/start.ts";\n\nexport const main = start;\n`,
  "test/free.ts": `import { clock } from "../src/adapters/clock/clock.ts";\nimport { mail } from "../src/adapters/mail/mail.ts";\nimport { motion } from "../src/core/motion/motion.ts";\n\nexport const free = [clock, mail, motion];\n`,
};

const IMPORTS = "noRestrictedImports";

const PLANTS: readonly Plant[] = [
  {
    title: "a package in the core",
    file: "src/core/motion/a.ts",
    line: `import { z } from "zod";`,
    biome: IMPORTS,
    cruiser: "core-imports-nothing-but-core",
  },
  {
    title: "node:* in the core",
    file: "src/core/committee/a.ts",
    line: `import { join } from "node:path";`,
    biome: IMPORTS,
    cruiser: "core-imports-nothing-but-core",
  },
  {
    title: "a flow in the core",
    file: "src/core/committee/b.ts",
    line: `import { flow } from "../../flows/flow.ts";`,
    biome: IMPORTS,
    cruiser: "core-imports-nothing-but-core",
  },
  {
    title: "texts in the core",
    file: "src/core/motion/b.ts",
    line: `import { sentence } from "../../texts/sentence.ts";`,
    biome: IMPORTS,
    cruiser: "core-imports-nothing-but-core",
  },
  {
    title: "rules in the kernel",
    file: "src/core/kernel/a.ts",
    line: `import { clause } from "../rules/clause.ts";`,
    biome: IMPORTS,
    cruiser: "kernel-first",
  },
  {
    title: "a package in the kernel",
    file: "src/core/kernel/b.ts",
    line: `import { z } from "zod";`,
    biome: IMPORTS,
    cruiser: "core-imports-nothing-but-core",
  },
  {
    title: "a slice in the rules",
    file: "src/core/rules/a.ts",
    line: `import { ballot } from "../ballot/ballot.ts";`,
    biome: IMPORTS,
    cruiser: "rules-on-kernel",
  },
  {
    title: "a package in the rules",
    file: "src/core/rules/b.ts",
    line: `import { parse } from "yaml";`,
    biome: IMPORTS,
    cruiser: "core-imports-nothing-but-core",
  },
  {
    title: "a slice in another slice",
    file: "src/core/motion/c.ts",
    line: `import { ballot } from "../ballot/ballot.ts";`,
    biome: IMPORTS,
    cruiser: "slices-do-not-know-each-other",
  },
  {
    title: "a slice in a folder of another slice",
    file: "src/core/motion/deep/a.ts",
    line: `import { ballot } from "../../ballot/ballot.ts";`,
    biome: IMPORTS,
    cruiser: "slices-do-not-know-each-other",
  },
  {
    title: "the committee in a slice",
    file: "src/core/motion/d.ts",
    line: `import { committee } from "../committee/committee.ts";`,
    biome: IMPORTS,
    cruiser: "slices-do-not-know-each-other",
  },
  {
    title: "an adapter in a flow",
    file: "src/flows/a.ts",
    line: `import { clock } from "../adapters/clock/clock.ts";`,
    biome: IMPORTS,
    cruiser: "flows-know-ports-only",
  },
  {
    title: "config in a flow",
    file: "src/flows/b.ts",
    line: `import { environment } from "../config/environment.ts";`,
    biome: IMPORTS,
    cruiser: "flows-know-ports-only",
  },
  {
    title: "a package in a flow",
    file: "src/flows/c.ts",
    line: `import { z } from "zod";`,
    biome: IMPORTS,
    cruiser: "packages-only-in-adapters",
  },
  {
    title: "node:* in a flow",
    file: "src/flows/d.ts",
    line: `import { join } from "node:path";`,
    biome: IMPORTS,
    cruiser: "flows-know-ports-only",
  },
  {
    title: "a flow in the texts",
    file: "src/texts/a.ts",
    line: `import { flow } from "../flows/flow.ts";`,
    biome: IMPORTS,
    cruiser: "texts-see-core-only",
  },
  {
    title: "a package in the texts",
    file: "src/texts/b.ts",
    line: `import { z } from "zod";`,
    biome: IMPORTS,
    cruiser: "packages-only-in-adapters",
  },
  {
    title: "more than a type of the core in the texts",
    file: "src/texts/c.ts",
    line: `import { motion } from "../core/motion/motion.ts";`,
    cruiser: "texts-see-core-types-only",
  },
  {
    title: "a flow in config",
    file: "src/config/a.ts",
    line: `import { flow } from "../flows/flow.ts";`,
    biome: IMPORTS,
    cruiser: "config-sees-core-only",
  },
  {
    title: "a package beside zod and yaml in config",
    file: "src/config/b.ts",
    line: `import { Document } from "docx";`,
    biome: IMPORTS,
    cruiser: "config-packages",
  },
  {
    title: "an adapter in another adapter",
    file: "src/adapters/mail/a.ts",
    line: `import { clock } from "../clock/clock.ts";`,
    cruiser: "adapters-do-not-know-each-other",
  },
  {
    title: "a package of Teams in another adapter",
    file: "src/adapters/mail/m.ts",
    line: `import { TurnContext } from "botbuilder";`,
    cruiser: "teams-packages-stay-in-their-room",
  },
  {
    title: "what the chat platforms share, in an adapter that is none",
    file: "src/adapters/mail/n.ts",
    line: `import { visible } from "../chat/visible.ts";`,
    cruiser: "only-platforms-share-chat",
  },
  {
    title: "a platform in what the platforms share",
    file: "src/adapters/chat/a.ts",
    line: `import { clock } from "../clock/clock.ts";`,
    cruiser: "adapters-do-not-know-each-other",
  },
  {
    title: "the command line in an adapter",
    file: "src/adapters/mail/b.ts",
    line: `import { start } from "../../cli/start.ts";`,
    biome: IMPORTS,
    cruiser: "nobody-knows-main",
  },
  {
    title: "a package in the command line",
    file: "src/cli/a.ts",
    line: `import { z } from "zod";`,
    biome: IMPORTS,
    cruiser: "packages-only-in-adapters",
  },
  {
    title: "a development package in the product",
    file: "src/adapters/mail/c.ts",
    line: `import { fc } from "fast-check";`,
    cruiser: "no-development-packages-in-src",
  },
  {
    title: "a test in the product",
    file: "src/adapters/mail/d.ts",
    line: `import { free } from "../../../test/free.ts";`,
    cruiser: "src-does-not-know-tests",
  },
  {
    title: "an import that leads nowhere",
    file: "src/adapters/mail/e.ts",
    line: `import { gone } from "./gone.ts";`,
    cruiser: "not-resolvable",
  },
  {
    title: "a cycle",
    file: "src/adapters/mail/f.ts",
    line: `import { g } from "./g.ts";`,
    biome: "noImportCycles",
    cruiser: "no-cycles",
  },
  {
    title: "a barrel",
    file: "src/adapters/mail/index.ts",
    line: `export { mail } from "./mail.ts";`,
    biome: "noBarrelFile",
  },
  {
    title: "an import without its ending",
    file: "src/adapters/mail/h.ts",
    line: `import { mail } from "./mail";`,
    biome: "useImportExtensions",
  },
  {
    title: "chance in the core",
    file: "src/core/motion/e.ts",
    line: "export const lot = Math.random();",
    biome: "plugin",
  },
  {
    title: "the clock in the core",
    file: "src/core/motion/f.ts",
    line: "export const now = Date.now();",
    biome: "noRestrictedGlobals",
  },
  {
    title: "the clock in a flow",
    file: "src/flows/e.ts",
    line: "export const now = Date.now();",
    biome: "noRestrictedGlobals",
  },
  {
    title: "the clock by the back door",
    file: "src/core/motion/g.ts",
    line: "export const now = globalThis.Date.now();",
    biome: "plugin",
  },
  {
    title: "ids out of nothing in the core",
    file: "src/core/motion/h.ts",
    line: "export const id = crypto.randomUUID();",
    biome: "noRestrictedGlobals",
  },
  {
    title: "a log in the core",
    file: "src/core/motion/i.ts",
    line: `console.log("x");`,
    biome: "noRestrictedGlobals",
  },
  {
    title: "a timer in the core",
    file: "src/core/motion/j.ts",
    line: "setTimeout(() => 1, 1);",
    biome: "noRestrictedGlobals",
  },
  {
    title: "the network in the core",
    file: "src/core/motion/k.ts",
    line: `export const x = fetch("http://localhost");`,
    biome: "noRestrictedGlobals",
  },
  {
    title: "the process in the core",
    file: "src/core/motion/l.ts",
    line: "export const x = process.argv;",
    biome: "noRestrictedGlobals",
  },
  {
    title: "the environment outside config",
    file: "src/adapters/mail/i.ts",
    line: `export const x = process.env["HOME"];`,
    biome: "noProcessEnv",
  },
  {
    title: "any",
    file: "src/adapters/mail/j.ts",
    line: "export const x: any = 1;",
    biome: "noExplicitAny",
  },
  {
    title: "an assertion that nothing is missing",
    file: "src/adapters/mail/k.ts",
    line: `export const x = "a".at(0)!;`,
    biome: "noNonNullAssertion",
  },
  {
    title: "a file that is not kebab-case",
    file: "src/adapters/mail/camelCase.ts",
    line: "export const x = 1;",
    biome: "useFilenamingConvention",
  },
  {
    title: "a promise nobody waits for",
    file: "src/adapters/mail/l.ts",
    line: "const wait = async (): Promise<number> => 1;\nexport function go(): void {\n  wait();\n}",
    biome: "noFloatingPromises",
  },
  {
    title: "a skipped test",
    file: "test/skipped.test.ts",
    line: `import { it } from "vitest";\n\nit.skip("later", () => {});`,
    biome: "noSkippedTests",
  },
];

type Finding = { readonly rule: string; readonly file: string };

async function findingsOf(folder: string): Promise<{ biome: readonly Finding[]; cruiser: readonly Finding[] }> {
  const [biome, cruiser] = await Promise.all([
    runStep(
      { name: "biome", tool: "@biomejs/biome", args: ["lint", "--reporter=json", "--max-diagnostics=500", "."] },
      { folder },
    ),
    runStep({ name: "imports", tool: "tools/check-imports.ts", args: [folder] }, { folder }),
  ]);
  return { biome: biomeFindings(biome, folder), cruiser: cruiserFindings(cruiser) };
}

function biomeFindings({ stdout }: Outcome, folder: string): readonly Finding[] {
  type Diagnostic = {
    readonly category: string;
    readonly severity: string;
    readonly location: { readonly path: string };
  };
  // The shape of Biome's JSON reporter; a change of it makes every case below fail.
  const { diagnostics } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as { diagnostics: readonly Diagnostic[] };
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ category, location }) => ({
      rule: category.split("/").at(-1) ?? "",
      file: location.path.replaceAll("\\", "/").replace(`${folder}/`, ""),
    }));
}

function cruiserFindings({ stderr }: Outcome): readonly Finding[] {
  return [...stderr.matchAll(/^([a-z-]+): (\S+) → /gm)].map(([, rule = "", file = ""]) => ({ rule, file }));
}

describe("the import directions and the purity of the core", () => {
  const planted = plantProject({
    ...HOUSE,
    ...Object.fromEntries(PLANTS.map(({ file, line }) => [file, `${line}\n`])),
    "src/adapters/mail/g.ts": `import { f } from "./f.ts";\n`,
  });
  let found: Awaited<ReturnType<typeof findingsOf>>;

  beforeAll(async () => {
    found = await findingsOf(planted.folder);
  });
  afterAll(planted.remove);

  it.each(PLANTS.filter(({ biome }) => biome !== undefined))("Biome catches $title", ({ file, biome }) => {
    expect(found.biome).toContainEqual({ rule: biome, file });
  });

  it.each(PLANTS.filter(({ cruiser }) => cruiser !== undefined))(
    "dependency-cruiser catches $title",
    ({ file, cruiser }) => {
      expect(found.cruiser).toContainEqual({ rule: cruiser, file });
    },
  );

  it("leave a tidy house alone", () => {
    const tidy = new Set(Object.keys(HOUSE));
    expect([...found.biome, ...found.cruiser].filter(({ file }) => tidy.has(file))).toEqual([]);
  });
});

describe("the count of modules", () => {
  const empty = plantProject({ "src/notes.txt": "no source here\n" });
  const unread = plantProject({
    "src/adapters/mail/mail.ts": "export const mail = 1;\n",
    // As if the parser were missing: dependency-cruiser skips every TypeScript file and finds nothing wrong.
    ".dependency-cruiser.cjs": `module.exports = { forbidden: [], options: { exclude: { path: "\\\\.ts$" } } };\n`,
  });
  afterAll(() => {
    empty.remove();
    unread.remove();
  });

  it.each([
    ["nothing to look at", empty, "no source file found"],
    ["sources that were not read", unread, "not read by dependency-cruiser: src/adapters/mail/mail.ts"],
  ])("fails the check on %s", async (_title, { folder }, message) => {
    const outcome = await runStep({ name: "imports", tool: "tools/check-imports.ts", args: [folder] }, { folder });
    expect(outcome.stderr).toContain(message);
    expect(outcome.passed).toBe(false);
  });
});
