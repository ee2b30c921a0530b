import { afterAll, describe, expect, it } from "vitest";
import { runStep } from "../../tools/step.ts";
import { plantProject } from "./planted-project.ts";

const check = { name: "check", tool: "tools/check.ts", args: [] };

const PASSING_TEST = `import { expect, it } from "vitest";\nimport { kept } from "../src/main.ts";\n\nit("counts", () => {\n  expect(kept).toBe(1);\n});\n`;

describe("the one check", () => {
  const broken = plantProject({
    "src/main.ts": `import { planted } from "./core/motion/planted.ts";\n\nexport const kept: string = planted;\n`,
    "src/core/motion/planted.ts": `import { z } from "zod"\nexport const planted = 1;\nexport const unused = 2;\nexport const session = [z];\n`,
    "test/one.test.ts": PASSING_TEST,
  });
  afterAll(broken.remove);

  it("goes on after a failing step, shows what each tool found, and fails at the end", async () => {
    const outcome = await runStep({ ...check, tool: `${broken.folder}/tools/check.ts` }, { folder: broken.folder });
    const text = outcome.stdout + outcome.stderr;

    expect(text).toMatch(/FAILED types[\s\S]*TS2322/);
    expect(text).toMatch(/FAILED format and lint[\s\S]*noRestrictedImports/);
    expect(text).toMatch(
      /FAILED import directions[\s\S]*core-imports-nothing-but-core: src\/core\/motion\/planted\.ts/,
    );
    expect(text).toMatch(/FAILED dead code[\s\S]*unused/);
    expect(text).toMatch(/FAILED forbidden words[\s\S]*session/);
    expect(text).toMatch(/1 passed/);
    expect(outcome.stdout.trimEnd().split("\n").slice(-2)).toEqual([
      expect.stringMatching(/^Not in order: (?!.*tests).*types.*\(see above\)$/),
      "1 passed, 5 failed",
    ]);
    expect(outcome.passed).toBe(false);
  });
});
