import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCases } from "../../tools/cases/case-file.ts";
import { differences } from "../../tools/cases/compare.ts";
import { runCase } from "../../tools/cases/run-case.ts";
import { sameSense } from "../../tools/cases/same-sense.ts";

const cases = readCases(fileURLToPath(new URL("../fixtures/rules-cases.json", import.meta.url)));

describe("hand-derived cases from the sources", () => {
  it("are all there", () => expect(cases).toHaveLength(152));

  it.each(cases.map((one) => [one.id, one.rule, one] as const))("%s: %s", (_id, _rule, ruleCase) => {
    expect(runCase(ruleCase)).toEqual({ status: "passed" });
  });

  it("fail when any number, code or date expected is another one", () => {
    const broken = cases.flatMap((one) => changed(one.expected).map((expected) => ({ ...one, expected })));
    expect(broken.length).toBeGreaterThan(250);
    expect(broken.filter((one) => runCase(one).status === "passed").map(({ id }) => id)).toEqual([]);
  });

  it("are skipped where the shape is unknown, never passed", () => {
    const unknown = { id: "X", group: "majority", rule: "?", choice: null, input: "?", expected: {} };
    expect(runCase(unknown).status).toBe("skipped");
    expect(runCase({ ...unknown, group: "weather" }).status).toBe("skipped");
    expect(runCase({ ...unknown, choice: { "majority.weather": 1 } }).status).toBe("skipped");
    expect(runCase({ ...unknown, choice: { "majority.tie": "duel" } }).status).toBe("skipped");
  });
});

/** Everything expected, with one leaf changed at a time; sentences are left alone, null becomes something. */
function changed(expected: unknown): readonly unknown[] {
  if (Array.isArray(expected)) {
    const one = expected.flatMap((value, index) =>
      changed(value).map((other) => expected.map((kept, place) => (place === index ? other : kept))),
    );
    return [...one, [...expected, "one more"]];
  }
  if (typeof expected === "object" && expected !== null) {
    return Object.entries(expected).flatMap(([key, value]) =>
      changed(value).map((other) => ({ ...expected, [key]: other })),
    );
  }
  if (typeof expected === "number") return [expected + 1];
  if (typeof expected === "boolean") return [!expected];
  if (expected === null) return ["something"];
  return /\s/u.test(String(expected)) ? [] : [`${String(expected)}x`];
}

describe("comparison of what was expected", () => {
  it("looks only at the fields named, and at lists in their order", () => {
    expect(differences({ a: 1 }, { a: 1, b: 2 })).toEqual([]);
    expect(differences({ a: null }, {})).toEqual([]);
    expect(differences(["A", "B"], ["B", "A"])).toHaveLength(2);
    expect(differences({ a: { b: 1 } }, { a: 1 })).toEqual([{ path: "a", expected: { b: 1 }, actual: 1 }]);
  });

  it.each([
    ["Beschluss im Wortlaut an alle", "Den Beschluss im Wortlaut an alle geben", true],
    ["X verlässt den Raum um 10:10 Uhr", "X verlässt den Raum um 10:11 Uhr", false],
    ["Meinungsbild oder nächste Sitzung", "kein Meinungsbild, nächste Sitzung", false],
    ["Bericht über Umlaufbeschlüsse", "Neuwahl des Vorsitzes", false],
  ])("takes sentences by their sense: %s / %s", (expected, actual, isSame) => {
    expect(sameSense(expected, actual)).toBe(isSame);
  });
});
