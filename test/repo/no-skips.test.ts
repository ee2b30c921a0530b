import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { plantProject } from "./planted-project.ts";

const planted = plantProject({
  "test/one.test.ts": `import { it } from "vitest";\n\nit("runs", () => {});\nit.skipIf(process.env["LACKS"])("needs a tool", () => {});\n`,
});

afterAll(planted.remove);

function runVitest(environment: Readonly<Record<string, string>>): {
  readonly status: number | null;
  readonly text: string;
} {
  const { CI: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run"], {
    cwd: planted.folder,
    env: { ...inherited, ...environment, NO_COLOR: "1" },
    encoding: "utf8",
  });
  return { status, text: `${stdout}${stderr}` };
}

describe("a skipped test", () => {
  it("fails the run under CI=true and is named", () => {
    const { status, text } = runVitest({ CI: "true", LACKS: "1" });
    expect(text).toContain("skipped under CI: test/one.test.ts › needs a tool");
    expect(status).toBe(1);
  });

  it("is allowed elsewhere", () => {
    expect(runVitest({ LACKS: "1" })).toMatchObject({ status: 0 });
  });

  it("is missed by nobody when nothing was skipped", () => {
    expect(runVitest({ CI: "true" })).toMatchObject({ status: 0 });
  });
});
