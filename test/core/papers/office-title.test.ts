import { describe, expect, it } from "vitest";
import { officeTitle } from "../../../src/core/papers/office-title.ts";

describe("the title of an office", () => {
  it.each([
    ["1. Sprecher*in", ["Herr"], "1. Sprecher"],
    ["1. Sprecher*in", ["Frau"], "1. Sprecherin"],
    ["2. Sprecher*in", ["Frau", "Frau"], "2. Sprecherinnen"],
    ["2. Sprecher*in", ["Herr", "Herr"], "2. Sprecher"],
    ["2. Sprecher*in", ["Frau", "Herr"], "2. Sprecher*innen"],
    ["2. Sprecher:in", ["Frau", undefined], "2. Sprecher:innen"],
    ["1. Sprecher*in", [undefined], "1. Sprecher*in"],
    ["1. Sprecher*in", [], "1. Sprecher*in"],
    ["Sprecher*innen der Träger", ["Frau"], "Sprecherin der Träger"],
    ["Moderator*in", ["Herr", "Herr"], "Moderatoren"],
    ["Moderator*in", ["Herr"], "Moderator"],
    ["Stellvertretende*r Vorsitzende*r", ["Herr"], "Stellvertretender Vorsitzender"],
    ["Stellvertretende*r Vorsitzende*r", ["Frau"], "Stellvertretende Vorsitzende"],
    ["Vorsitzende*r", ["Herr", "Frau"], "Vorsitzende"],
    ["Vorsitzende*r", [undefined], "Vorsitzende*r"],
    ["Geschäftsführung", ["Frau"], "Geschäftsführung"],
    // No sure male form: "Pat" would be wrong.
    ["Pat*in", ["Herr"], "Pat*in"],
  ] as const)("%s for %j is %s", (title, holders, expected) => {
    expect(officeTitle(title, holders)).toBe(expected);
  });
});
