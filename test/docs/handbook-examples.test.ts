import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { environmentExample } from "../../src/config/environment.ts";
import { readRulesFile } from "../../src/config/rules-file.ts";
import { blocksOf, examplesOf } from "./page-examples.ts";
import { type Deviation, playPage } from "./play-page.ts";

const root = new URL("../../", import.meta.url);
const handbook = readdirSync(new URL("docs/handbuch/", root)).map((name) => `docs/handbuch/${name}`);
const pages = ["README.md", "docs/operations.md", ...handbook];
const textOf = (page: string): string => readFileSync(new URL(page, root), "utf8");

/** Made from the command table, the form of a file, and what needs a chat platform: all have tests of their own. */
const withoutExamples = new Set([
  "docs/handbuch/befehle.md",
  "docs/handbuch/gremium.md",
  "docs/handbuch/index.md",
  "docs/handbuch/matrix.md",
  "docs/handbuch/teams.md",
]);

const report = (deviations: readonly Deviation[]): string =>
  deviations.map(({ line, missing, came }) => `line ${line}: ${missing}\n--- came:\n${came}`).join("\n\n");

describe("the examples of the handbook", () => {
  it.each(pages.filter((page) => !withoutExamples.has(page)))("are what the program answers: %s", async (page) => {
    const expected = examplesOf(textOf(page)).flatMap((one) => (one.kind === "file" ? [] : one.expected));
    expect(expected.length).toBeGreaterThan(1);
    expect(report(await playPage(textOf(page)))).toBe("");
  });

  it("can be played as one file from the first start on: the tour of the README", () => {
    const typed = examplesOf(textOf("README.md")).flatMap((one) => (one.kind === "chat" ? [one.typed] : []));
    expect(textOf("examples/rundgang.txt").trimEnd().split("\n")).toEqual(typed);
  });

  it("show rules of procedure which the program reads", () => {
    const files = blocksOf(textOf("docs/handbuch/geschaeftsordnung.md")).filter(({ info }) => info.startsWith("yaml "));
    expect(files.length).toBeGreaterThan(0);
    for (const { lines } of files) expect(readRulesFile(lines.join("\n"))).toMatchObject({ ok: true });
  });
});

it("the page on operations names every setting", () => {
  const settings = [...environmentExample().matchAll(/SITZUNGSDIENST_[A-Z_]+/g)].map(([name]) => name);
  expect(settings.length).toBeGreaterThan(3);
  for (const name of settings) expect(textOf("docs/operations.md")).toContain(`| \`${name}\` |`);
});

describe("a link in the documentation", () => {
  it.each([...pages, "CONTRIBUTING.md"])("leads to a file that exists: %s", (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      (match) => match[1] ?? "",
    );
    for (const link of links) expect(existsSync(new URL(link, new URL(page, root))), link).toBe(true);
  });
});
