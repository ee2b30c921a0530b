import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readRulesFile } from "../../src/config/rules-file.ts";
import { profileNamed } from "../../src/core/rules/profiles.ts";
import { settingsOf } from "../../src/core/rules/settings-of.ts";

const head = "name: GO\nprofile: ag78-standard\n";
const paths = settingsOf(profileNamed("ag78-standard").rules).map(({ path }) => path);

const firstProblem = (text: string) => {
  const read = readRulesFile(text);
  return read.ok ? undefined : read.error[0];
};

/** The value at the end of its sections, as a file would write it. */
const nested = (path: string, value: unknown): object =>
  path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;

describe("a GO file that is no GO file", () => {
  it.each([
    ["more than 1 MB of text", `${head}office:\n  management: "${"x".repeat(1_100_000)}"\n`, 1, "zu groß"],
    ["a long text that is not too big a file", `${head}office:\n  management: "${"x".repeat(300)}"\n`, 4, "kürzer"],
    ["an anchor", `${head}quorum: &q\n  min: 3\n`, 3, "Anker"],
    ["a bomb of aliases", `a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n`, 1, "Anker"],
    ["a type of its own", `${head}quorum: !!set {min: 3}\n`, 3, "Typangaben"],
    ["deep nesting", `${head}quorum: ${"[".repeat(500)}\n`, 3, "tief verschachtelt"],
    ["a key said twice", `${head}quorum: {min: 3}\nquorum: {min: 4}\n`, 4, "ein zweites Mal"],
    ["a tab as indent", `${head}quorum:\n\tmin: 3\n`, 4, ""],
    ["two documents", `${head}---\nname: B\n`, 3, "zweites Dokument"],
    ["a control character", `${head}office:\n  management: "\u0007"\n`, 4, "Steuerzeichen"],
    ["nothing", "", 1, "leer"],
    ["a list", "- quorum\n", 1, "Gruppe von Angaben"],
    ["a text", "Die AG ist beschlussfähig.\n", 1, "Gruppe von Angaben"],
    ["a key of the language", `${head}__proto__: {min: 3}\n`, 3, "__proto__"],
    ["a key that objects have", `${head}quorum: {constructor: 3}\n`, 3, "constructor"],
  ])("is refused with line and reason: %s", (_, text, line, reason) => {
    const problem = firstProblem(text);
    expect(problem).toMatchObject({ line });
    expect(problem?.message).toContain(reason);
  });

  it("may begin with a byte order mark and end lines as on Windows", () => {
    expect(readRulesFile(`\ufeff${head.replaceAll("\n", "\r\n")}quorum: {min: 2}\r\n`).ok).toBe(true);
  });

  it("is told a hundred of its problems, not thousands", () => {
    const body = Array.from({ length: 5000 }, (_, index) => `schluessel${index}: 1`).join("\n");
    const read = readRulesFile(head + body);
    expect(read.ok ? [] : read.error.map(({ line }) => line)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 3),
    );
  });
});

describe("any value at any place", () => {
  const anything = fc.oneof(
    fc.anything({ maxDepth: 3, withNullPrototype: false }).filter(isPlain),
    fc.constantFrom<unknown>(
      "ja",
      "nein",
      -1,
      0,
      1.5,
      1e30,
      "P0D",
      "never",
      [],
      {},
      null,
      { num: 3, den: 2 },
      { wert: 1 },
      { kind: "any" },
    ),
  );

  it("is taken or refused with a line and a German sentence, and never throws", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), anything, (path, value) => {
        const read = readRulesFile(head + stringify(nested(path, value), { aliasDuplicateObjects: false }));
        if (read.ok) return;
        expect(read.error.length).toBeGreaterThan(0);
        for (const { line, message } of read.error) {
          expect(line).toBeGreaterThan(0);
          expect(message).toMatch(/[.?]/);
          expect(message).not.toMatch(/^(Invalid|Too|Unrecognized|Expected)/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("throws on no text at all", () => {
    const word = fc.constantFrom(
      ...paths.flatMap((path) => path.split(".")),
      "wert",
      "paragraf",
      "wortlaut",
      ":",
      "- ",
      "{",
      "}",
      "\n",
      "\n  ",
      "ja",
      "3",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 40 }).map((words) => head + words.join("")),
        ),
        (text) => {
          expect(typeof readRulesFile(text).ok).toBe("boolean");
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** What YAML can write: no functions, symbols, instances. */
function isPlain(value: unknown): boolean {
  if (value === undefined || typeof value === "bigint" || typeof value === "symbol") return false;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isPlain);
}
