import { describe, expect, it } from "vitest";
import { readRulesChange } from "../../src/config/rules-change.ts";

describe("a change of the rules as typed", () => {
  it("is read by path or by section, with its paragraph", () => {
    const text = "quorum.kind: {wert: atLeastHalf, paragraf: § 5}\nmajority:\n  basis: present";
    expect(readRulesChange(text)).toEqual({
      ok: true,
      value: {
        "quorum.kind": { value: "atLeastHalf", paragraph: "§ 5" },
        "majority.basis": { value: "present" },
      },
    });
  });

  it.each([
    ["an unknown key", "quorum.art: atLeastHalf"],
    ["a value that is not provided", "quorum.kind: half"],
    ["the head of a file", "name: Neue Ordnung"],
    ["a whole path twice", "quorum.kind: none\nquorum:\n  kind: fixed"],
    ["a word", "alles"],
    ["nothing", ""],
    ["broken YAML", "quorum: ["],
    ["a key of the language", "__proto__.kind: none"],
    ["a section with a value", "quorum: 3"],
  ])("is refused with a sentence: %s", (_, text) => {
    const read = readRulesChange(text);
    if (read.ok) throw new Error(`read: ${JSON.stringify(read.value)}`);
    expect(read.error.length).toBeGreaterThan(0);
    for (const sentence of read.error) expect(sentence).toMatch(/[.“«]$/u);
  });
});
