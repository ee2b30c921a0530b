import { describe, expect, it } from "vitest";
import { choiceOfReaction, choiceOfWord, NUMBER_KEYS } from "../../../../src/adapters/matrix/rendering/choice-keys.ts";

const yes = { label: "Ja", command: "ja" };
const no = { label: "Nein", command: "nein" };
const abstain = { label: "Enthaltung", command: "enthaltung" };
const ballot = [yes, no, abstain];
const candidates = [
  { label: "Frau Jansen", command: "stimme 1" },
  { label: "Herr Müller", command: "stimme 2" },
  abstain,
];

describe("a reaction", () => {
  it("with a number means the choice in this place", () => {
    expect(NUMBER_KEYS.map((key) => choiceOfReaction(key, candidates))).toEqual([...candidates, ...Array(7)]);
    expect(choiceOfReaction("2\u20e3", candidates)).toBe(candidates[1]);
    const ten = Array.from({ length: 10 }, (_, index) => ({ label: `${index}`, command: `stimme ${index}` }));
    expect(choiceOfReaction("🔟", ten)).toBe(ten[9]);
  });

  it.each([
    [yes, ["👍", "👍🏿", "👍️", "✅", "✔️", "✔"]],
    [no, ["👎", "👎🏻", "❌"]],
    [abstain, ["🤷", "🤷🏽‍♀️", "🤷‍♂️", "⚪", "⚪️", "⬜", "🤐"]],
  ])("with a usual sign means %j, in every way to write it", (choice, keys) => {
    for (const key of keys) expect([key, choiceOfReaction(key, ballot)]).toEqual([key, choice]);
  });

  it("means nothing where its word is not offered, or offered twice", () => {
    expect(choiceOfReaction("👍", candidates)).toBeUndefined();
    expect(choiceOfReaction("🎉", ballot)).toBeUndefined();
    expect(choiceOfReaction("ja", ballot)).toBeUndefined();
    const twice = [1, 2].map((procedure) => ({ label: "Ja", command: `umlauf ${procedure} ja` }));
    expect(choiceOfReaction("👍", twice)).toBeUndefined();
    expect(choiceOfReaction("👍", twice.slice(1))).toBe(twice[1]);
  });
});

describe("a word", () => {
  it("means the choice that says so, however it is typed", () => {
    for (const typed of ["Ja", "ja.", " JA! "]) expect(choiceOfWord(typed, ballot)).toBe(yes);
    for (const typed of ["herr mueller", "Herr  Müller", "stimme 2."])
      expect(choiceOfWord(typed, candidates)).toBe(candidates[1]);
  });

  it("means nothing with anything else beside it", () => {
    for (const typed of ["ja, aber", "", "...", "1", "jaja"]) expect(choiceOfWord(typed, ballot)).toBeUndefined();
    expect(choiceOfWord(`ja${".".repeat(1_000_000)}x`, ballot)).toBeUndefined();
  });
});
