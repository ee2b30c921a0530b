import { globSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { forbiddenWords, forbiddenWordsOf, VENDOR_ADAPTERS, withPlurals } from "../../tools/forbidden-words.ts";
import { projectRoot, runStep } from "../../tools/step.ts";
import { plantProject } from "./planted-project.ts";

const words = { name: "words", tool: "cspell", args: ["lint", "--no-progress", "--no-summary"] };

/** Word by word, as cspell splits a name. */
const partsOf = (path: string): readonly string[] => path.toLowerCase().split(/[^a-z]+/);

describe("the glossary", () => {
  it("names the words that are ruled out", () => {
    expect(forbiddenWords()).toEqual(expect.arrayContaining(["board", "council", "protocol", "session", "user"]));
  });

  it("is read by its column, and only words in backticks count", () => {
    const table = [
      "| German | code name | never |",
      "| --- | --- | --- |",
      "| Sitzung | `meeting` | `session`, sitting |",
    ];
    expect(forbiddenWordsOf(table.join("\n"))).toEqual(["session"]);
  });

  it("does not fall silent when its table is gone", () => {
    expect(() => forbiddenWordsOf("| German | code name |\n| --- | --- |\n| Sitzung | `meeting` |")).toThrow(
      /no forbidden word/,
    );
  });

  it("forbids the plural too", () => {
    expect(withPlurals(["session", "secretary"])).toEqual(["session", "sessions", "secretary", "secretaries"]);
  });
});

describe("a forbidden word", () => {
  const planted = plantProject({
    "src/core/motion/planted.ts": [
      "/** A session in a comment is free. */",
      "export const sessionId = 1;",
      "export type BoardMember = { readonly user_name: string };",
      "export const circulars = 'nominal';",
      "export const keyboard = 2; // so is a council",
    ].join("\n"),
    "src/adapters/teams/planted.ts": "export const sessionUser = 1;\n",
  });
  afterAll(planted.remove);

  it("is found in identifiers and texts of the code, in comments and vendor adapters it is free", async () => {
    const outcome = await runStep(words, { folder: planted.folder });
    expect(outcome.passed).toBe(false);
    const found = [...outcome.stdout.matchAll(/^\S*planted\.ts:(\d+):\d+ - Forbidden word \((\w+)\)/gm)];
    expect(found.map(([, line, word]) => `${line} ${word}`)).toEqual([
      "2 session",
      "3 Board",
      "3 user",
      "4 circulars",
      "4 nominal",
    ]);
  });

  it("is in no file name", () => {
    const forbidden = new Set(withPlurals(forbiddenWords()));
    const files = globSync("src/**/*", { cwd: projectRoot, exclude: [VENDOR_ADAPTERS] });
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => partsOf(file).some((part) => forbidden.has(part)))).toEqual([]);
  });
});
