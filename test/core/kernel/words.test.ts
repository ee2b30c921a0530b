import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, nearestWords } from "../../../src/core/kernel/edit-distance.ts";
import { foldGerman, slugOf } from "../../../src/core/kernel/fold-german.ts";
import { sameData } from "../../../src/core/kernel/same-data.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

describe("Tippabstand", () => {
  test.each([
    ["", "", 0],
    ["jansen", "jansen", 0],
    ["jansen", "jannsen", 1],
    ["jansen", "jasen", 1],
    ["jansen", "jamsen", 1],
    ["jansen", "jasnen", 1],
    ["jansen", "", 6],
    ["termin", "tremni", 2],
  ])("%s und %s: %i", (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  test("ist in beide Richtungen gleich, null nur bei Gleichem, und nie größer als das längere Wort", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  test("Vorschläge: die nächsten zuerst, ein Fehler auf drei Buchstaben, nichts Fernes", () => {
    expect(nearestWords("statsu", ["hilfe", "status", "stats", "start"], 2)).toEqual(["status", "stats"]);
    expect(nearestWords("xy", ["hilfe", "status"], 3)).toEqual([]);
    expect(nearestWords("a".repeat(101), ["a".repeat(101)], 3)).toEqual([]);
  });
});

describe("Vergleichsform und Schlüssel", () => {
  test.each([
    [" Müller ", "mueller"],
    ["MU\u0308LLER", "mueller"],
    ["Große-Östermann", "grosse-oestermann"],
    ["Yıldız", "yildiz"],
    ["René  Łukasz", "rene lukasz"],
  ])("%s → %s", (name, folded) => expect(foldGerman(name)).toBe(folded));

  test.each([
    ["1. Sprecher*in", "1-sprecher-in"],
    ["Regenbogen e. V.", "regenbogen-e-v"],
    ["李", ""],
  ])("%s → %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  test("zweimal angewandt ändert sich nichts mehr", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(slugOf(slugOf(text))).toBe(slugOf(text));
      }),
    );
  });
});

describe("Inhaltsgleich", () => {
  test("die Reihenfolge der Schlüssel und fehlende Werte zählen nicht, alles andere schon", () => {
    expect(sameData({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1, d: undefined })).toBe(true);
    for (const other of [
      { a: 1, b: [1, { c: 3 }] },
      { a: 1, b: [1] },
      { a: 1 },
      [1],
      null,
      "a",
      { a: 1, b: { 0: 1 } },
    ]) {
      expect(sameData({ a: 1, b: [1, { c: 2 }] }, other)).toBe(false);
    }
  });

  test("bei JSON wie der Vergleich der Texte", () => {
    const values = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(values, (value) => {
        expect(sameData(value, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
  });
});
