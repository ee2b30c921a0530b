import { expect, it } from "vitest";
import { oblique } from "../../src/texts/names.ts";

it.each([
  ["Herr Lüders (Regenbogen)", "Herrn Lüders (Regenbogen)"],
  ["Frau Jansen (Kinderschutzbund)", "Frau Jansen (Kinderschutzbund)"],
  ["Herrmann Brandt", "Herrmann Brandt"],
  ["Herr", "Herr"],
  ["Person 03 (Platzhalter)", "Person 03 (Platzhalter)"],
])("»%s« heißt nach von, an, mit und für »%s«", (name, after) => {
  expect(oblique(name)).toBe(after);
});
