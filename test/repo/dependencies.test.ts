import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/step.ts";

type Manifest = Readonly<Record<"dependencies" | "optionalDependencies" | "devDependencies", Record<string, string>>>;
type Line = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly texts: readonly string[];
};

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

/** The rows of all tables: `name` | version | licence | why | kept. */
const lines: readonly Line[] = [...read("docs/dependencies.md").matchAll(/^\| `(.+?)` \| (.+) \|$/gm)].map(
  ([, name = "", rest = ""]) => {
    const [version = "", licence = "", ...texts] = rest.split(" | ");
    return { name, version, licence, texts };
  },
);

describe("the list of dependencies", () => {
  it("has one line for each package at its version, and no other", () => {
    // npm's own file; a change of its shape fails the comparison.
    const manifest = JSON.parse(read("package.json")) as Manifest;
    const wished = Object.entries({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.devDependencies,
    });
    expect(lines.map(({ name, version }) => [name, version]).sort()).toEqual(wished.sort());
  });

  it("gives each a reason and says how it is kept", () => {
    expect(lines.filter(({ texts }) => texts.length !== 2 || texts.some((text) => text.trim().length < 4))).toEqual([]);
  });

  it("names the licence which the package itself names", () => {
    const installed = lines.filter(({ name }) => existsSync(join(projectRoot, "node_modules", name)));
    expect(installed.length).toBeGreaterThan(10);
    const own = installed.map(({ name }) => {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license?: string };
      return [name, license];
    });
    expect(installed.map(({ name, licence }) => [name, licence])).toEqual(own);
  });
});
