import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { explainIssues, readYamlAs } from "../../src/config/explain-issues.ts";
import { readYaml } from "../../src/config/yaml-document.ts";

const problemsOf = (text: string) => {
  const result = readYaml(text);
  return result.ok ? [] : result.error;
};

const committee = z.strictObject({
  name: z.string().min(1),
  land: z.enum(["SH", "HH", "NI"]).optional(),
  traeger: z.array(z.strictObject({ name: z.string(), sitze: z.int().min(0, "Sitze: null oder mehr.").optional() })),
  seit: z.iso.date().optional(),
  rolle: z.union([z.string(), z.strictObject({ wert: z.string() })]).optional(),
  zahl: z.union([z.int(), z.boolean()]).optional(),
});

const explained = (text: string) => {
  const result = readYamlAs(text, committee);
  return result.ok ? [] : result.error.map((problem) => `${problem.line}: ${problem.path}: ${problem.message}`);
};

describe("readYaml", () => {
  it("reads maps, lists and texts and knows the line of each", () => {
    const result = readYaml("name: AG 78\ntraeger:\n  - name: Regenbogen\n  - name: Kinderschutzbund\n    sitze: 1\n");
    expect(result.ok && result.value.value).toEqual({
      name: "AG 78",
      traeger: [{ name: "Regenbogen" }, { name: "Kinderschutzbund", sitze: 1 }],
    });
    if (!result.ok) return;
    expect(result.value.lineOf(["traeger", 1, "sitze"])).toBe(5);
    expect(result.value.lineOf(["traeger", 1])).toBe(4);
    expect(result.value.lineOf(["traeger", 0, "strasse"])).toBe(3);
    expect(result.value.lineOf(["fehlt"])).toBe(1);
    expect(result.value.positionOf(["traeger", 1, "sitze"])).toEqual({ line: 5, column: 5 });
  });

  it("keeps dates, ja and nein as texts", () => {
    const result = readYaml("a: 2023-01-27\nb: ja\nc: no\n");
    expect(result.ok && result.value.value).toEqual({ a: "2023-01-27", b: "ja", c: "no" });
  });

  it("accepts a byte order mark, Windows line ends and one opening line", () => {
    const result = readYaml("\ufeff---\r\na: 1\r\nb: 2\r\n");
    expect(result.ok && result.value.value).toEqual({ a: 1, b: 2 });
    expect(result.ok && result.value.lineOf(["b"])).toBe(3);
  });

  it("takes & * ! inside texts for what they are", () => {
    const result = readYaml('a: Müller & Söhne\nb: |\n  * Punkt\n  & mehr\nc: "!wichtig"\nd: Sprecher*in # & *x\n');
    expect(result.ok && result.value.value).toEqual({
      a: "Müller & Söhne",
      b: "* Punkt\n& mehr\n",
      c: "!wichtig",
      d: "Sprecher*in",
    });
  });

  it.each([
    ["an anchor", "a: &x 1\nb: 2", 1, "Anker"],
    ["an alias", "a: 1\nb: *x", 2, "Verweise"],
    ["a type", "a: !!js/function x", 1, "Typangaben"],
    ["a directive", "%YAML 1.1\n---\na: 1", 1, "%"],
    ["a second document", "a: 1\n---\nb: 2\n---\nc: 3", 2, "Dokument"],
    ["something after the end", "a: 1\n...\nb: 2", 3, "Dokument"],
    ["a duplicate key", "a: 1\nb:\n  c: 1\n  c: 2", 4, "»c« steht hier ein zweites Mal"],
    ["a tab for indentation", "a:\n\tb: 1", 2, "Tabulator"],
    ["an open bracket", "a: [1, 2\nb: 3", 2, "Klammern"],
    ["an open quotation", 'a: "x\nb: 1', 2, "Anführungszeichen"],
    ["two colons", "a: b: c", 1, "Doppelpunkt"],
    ["a group as a key", "? {a: 1}\n: 2", 1, "einfaches Wort"],
    ["a control character", "a: 1\nb: \u0007", 2, "U+0007"],
    ["a character that reverses reading", "a: \u202eabc", 1, "U+202E"],
    ["a wrong encoding", "name: Tr\ufffdger", 1, "UTF-8"],
    ["an empty file", "", 1, "leer"],
    ["a file of comments", "# nichts\n", 1, "leer"],
  ])("refuses %s with the line and the remedy", (_, text, line, words) => {
    const [first] = problemsOf(text);
    expect(first?.line).toBe(line);
    expect(first?.message).toContain(words);
  });

  it("refuses more than one megabyte", () => {
    expect(problemsOf(`a: ${"x".repeat(1_000_000)}`)[0]?.message).toContain("zu groß");
    expect(problemsOf(`a: ${"ä".repeat(500_000)}`)[0]?.message).toContain("zu groß");
    expect(problemsOf(`a: ${"x".repeat(999_000)}`)).toEqual([]);
  });

  it.each([
    ["open brackets", "[".repeat(900_000)],
    ["open maps", "{a: ".repeat(200_000)],
    ["lists in lists", "- ".repeat(400_000)],
    ["question marks", "? ".repeat(400_000)],
    ["indentation", Array.from({ length: 1300 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("refuses a megabyte of %s as too deep", (_, text) => {
    expect(problemsOf(text)[0]?.message).toContain("zu tief");
  });

  it("refuses the classic bomb of aliases at its first anchor", () => {
    const bomb = `a: &a [x,x,x]\n${["b", "c", "d"].map((key, at) => `${key}: &${key} [*${"abc"[at]},*${"abc"[at]}]`).join("\n")}`;
    expect(problemsOf(bomb)).toHaveLength(1);
    expect(problemsOf(bomb)[0]).toMatchObject({ line: 1, column: 4 });
  });

  it("reads a file of very many keys (the library's own check for duplicates would take minutes)", () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `k${index}: v`).join("\n");
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(`${text}\nk7: w`)[0]).toMatchObject({ line: 50_001 });
  });

  it("never throws, whatever the text", () => {
    const piece = fc.constantFrom(
      "a",
      ":",
      " ",
      "\n",
      "-",
      "[",
      "]",
      "{",
      "}",
      "&",
      "*",
      "!",
      "|",
      ">",
      '"',
      "'",
      "#",
      "?",
      ",",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void readYaml(pieces.join(""))),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readYaml(text)));
  });
});

describe("readYamlAs", () => {
  it("gives the value in the shape of the schema", () => {
    const result = readYamlAs("name: AG\ntraeger: []\n", committee);
    expect(result.ok && result.value.value).toEqual({ name: "AG", traeger: [] });
  });

  it("names every problem with line, path and remedy, in the order of the lines", () => {
    const text = [
      "name: ''",
      "land: SW",
      "traeger:",
      "  - nmae: Regenbogen",
      "  - name: 12",
      "    sitze: -1",
      "seit: 2023-02-30",
      "rolle: {wert: 1}",
      "farbe: rot",
    ].join("\n");
    expect(explained(text)).toEqual([
      "1: name: Der Text darf nicht leer sein.",
      "2: land: »SW« ist nicht erlaubt; erlaubt sind: SH, HH, NI. Meinten Sie »SH«?",
      "4: traeger › 1. Eintrag › name: »name« fehlt; erwartet wird ein Text.",
      "4: traeger › 1. Eintrag › nmae: »nmae« gibt es hier nicht – meinten Sie »name«?",
      "5: traeger › 2. Eintrag › name: Erwartet wird ein Text, hier steht »12«.",
      "6: traeger › 2. Eintrag › sitze: Sitze: null oder mehr.",
      "7: seit: Erwartet wird ein Datum, das es gibt, in der Form 2023-01-27, hier steht »2023-02-30«.",
      "8: rolle › wert: Erwartet wird ein Text, hier steht »1«.",
      "9: farbe: »farbe« gibt es hier nicht. Möglich sind: name, land, traeger, seit, rolle, zahl.",
    ]);
  });

  it("names the alternatives of a union where none comes near", () => {
    expect(explained("name: AG\ntraeger: []\nzahl: viele\n")).toEqual([
      "3: zahl: Erwartet wird eine Zahl oder ja oder nein (true oder false), hier steht »viele«.",
    ]);
    expect(explained("name: AG\ntraeger: []\nrolle: 3\n")).toEqual([
      "3: rolle: Erwartet wird ein Text, hier steht »3«.",
    ]);
  });

  it("says what the whole file should be when it is a list", () => {
    expect(explained("- a\n- b\n")).toEqual(["1: : Erwartet wird eine Gruppe von Angaben, hier steht eine Liste."]);
  });

  it("refuses the key __proto__ like any unknown key", () => {
    expect(explained("name: AG\ntraeger: []\n__proto__: 1\n")).toHaveLength(1);
  });

  it("leaves no English sentence of the schema library", () => {
    const every = z.strictObject({
      a: z.int().min(1).max(3),
      b: z.literal(true),
      c: z.discriminatedUnion("k", [z.strictObject({ k: z.literal("p") }), z.strictObject({ k: z.literal("q") })]),
      d: z.array(z.int()).min(2).max(3),
      e: z.record(z.string().regex(/^x/), z.int()),
      f: z.string().regex(/^x/),
      g: z.number().multipleOf(5),
      h: z.iso.date(),
      i: z.number().gt(0).lt(9),
      j: z.tuple([z.int(), z.int()]),
    });
    const texts = [
      "a: 0\nb: false\nc: {k: z}\nd: [1]\ne: {y: 1}\nf: y\ng: 3\nh: x\ni: 0\nj: [1]\nz: 1",
      "a: 9\nb: 1\nc: 1\nd: [1,2,3,4]\ne: {x: a}\nf: 1\ng: x\nh: 1\ni: 9\nj: x",
      "a: 1.5\nc: {}\nd: [a, b]\ni: .inf\ng: .nan\nj: [1, 2, 3]",
      "a: 99999999999999999999999",
    ];
    for (const text of texts) {
      const document = readYaml(text);
      if (!document.ok) throw new Error("the sample is valid YAML");
      const parsed = every.safeParse(document.value.value);
      if (parsed.success) throw new Error("the sample breaks the schema");
      const messages = explainIssues(parsed.error, document.value, every).map((problem) => problem.message);
      expect(messages.length).toBeGreaterThan(3);
      for (const message of messages) expect(message).not.toMatch(/Invalid|expected|Too |Unrecognized|received|must/);
    }
  });
});
