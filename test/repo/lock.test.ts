import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { projectRoot, runStep } from "../../tools/step.ts";
import { plantProject } from "./planted-project.ts";

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly os?: readonly string[];
};
type Lock = { packages: Record<string, Entry> };
type Manifest = Readonly<Record<"dependencies" | "optionalDependencies" | "devDependencies", Record<string, string>>>;

const readJson = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
const checkLock = { name: "lock", tool: "tools/complete-lock.mjs", args: ["--check"] };
const completeLock = { ...checkLock, args: [] };

describe("the lock", () => {
  it("answers every wish of every platform and carries no address", async () => {
    const outcome = await runStep(checkLock);
    expect(outcome.stderr).toBe("");
    expect(outcome.passed).toBe(true);
  });

  it("holds what package.json asks for, at the exact version", () => {
    // Both files are npm's; a change of their shape fails the comparisons below.
    const { packages } = readJson(projectRoot, "package-lock.json") as Lock;
    const { dependencies, optionalDependencies, devDependencies } = readJson(projectRoot, "package.json") as Manifest;
    const all = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies });
    const wished = all.filter(([, version]) => !version.startsWith("file:"));

    expect(wished.length).toBeGreaterThan(10);
    expect(wished.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(wished.map(([name]) => [name, packages[`node_modules/${name}`]?.version])).toEqual(wished);
  });

  it("keeps the path of a folder of the project that stands in for a package", () => {
    const { packages } = readJson(projectRoot, "package-lock.json") as Lock;
    const { dependencies } = readJson(projectRoot, "package.json") as Manifest;
    const folders = Object.entries(dependencies).filter(([, version]) => version.startsWith("file:"));
    expect(folders.length).toBeGreaterThan(0);
    expect(folders.map(([name]) => packages[`node_modules/${name}`])).toEqual(
      folders.map(([, version]) => ({ resolved: version.replace("file:./", ""), link: true })),
    );
  });
});

describe("the check of the lock", () => {
  let remove: (() => void) | undefined;
  afterEach(() => remove?.());

  /** A project whose lock was changed by `spoil`. */
  function spoilt(spoil: (lock: Lock) => void): string {
    const lock = readJson(projectRoot, "package-lock.json") as Lock;
    spoil(lock);
    const planted = plantProject({ "package-lock.json": JSON.stringify(lock) });
    remove = planted.remove;
    return planted.folder;
  }

  const windows = "node_modules/@biomejs/cli-win32-x64";

  it("finds a platform package that the registry did not show, and completes it as npm would", async () => {
    const folder = spoilt(({ packages }) => delete packages[windows]);
    const before = await runStep({ ...checkLock, tool: join(folder, checkLock.tool) });
    expect(before.passed).toBe(false);
    expect(before.stderr).toContain("missing: @biomejs/cli-win32-x64@");

    expect((await runStep({ ...completeLock, tool: join(folder, checkLock.tool) })).passed).toBe(true);
    expect(readFileSync(join(folder, "package-lock.json"), "utf8")).toBe(
      readFileSync(join(projectRoot, "package-lock.json"), "utf8"),
    );
  });

  it("finds a download address and removes it", async () => {
    const folder = spoilt(({ packages }) => {
      packages[windows] = { ...packages[windows], resolved: "http://localhost/x.tgz" };
    });
    const before = await runStep({ ...checkLock, tool: join(folder, checkLock.tool) });
    expect(before.stderr).toBe(`carries a download address: ${windows}\n`);
    expect(before.passed).toBe(false);

    await runStep({ ...completeLock, tool: join(folder, checkLock.tool) });
    expect((await runStep({ ...checkLock, tool: join(folder, checkLock.tool) })).passed).toBe(true);
  });

  it("does not invent a package that has no exact version", async () => {
    const folder = spoilt(({ packages }) => delete packages["node_modules/zod"]);
    const outcome = await runStep({ ...completeLock, tool: join(folder, checkLock.tool) });
    expect(outcome.stderr).toContain("wanted by the project, is missing and cannot be completed.");
    expect(outcome.passed).toBe(false);
  });
});
