import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseData } from "../../../src/core/rules/case-data.ts";
import { rulesWith } from "../../support/rules.ts";

const standard = rulesWith();

describe("lines that look like a single case", () => {
  it.each([
    [
      "Bei Lukas M., 9 Jahre, aus Wahlstedt fand kein Träger einen Platz.",
      "Bei einem Kind unter zehn Jahren fand kein Träger einen Platz.",
    ],
    ["Der 9-jährige Lukas braucht Hilfe", "Ein Kind unter zehn Jahren braucht Hilfe"],
    ["Für Lena, 15 Jahre alt, fehlt ein Platz", "Für eine jugendliche Person fehlt ein Platz"],
    ["Ole K. aus Kiel wartet", "Ein junger Mensch wartet"],
    ["Ohne Mia S. (2) ist die Familie", "Ohne ein Kind unter drei Jahren ist die Familie"],
  ])("%s", (text, anonymized) => {
    expect(caseData(standard, text)).toMatchObject({ isSuspected: true, anonymized });
  });

  it.each([
    "Frau Jansen (54) leitet die Einrichtung",
    "Herr Brandt, 9 Jahre im Amt",
    "Das Projekt Brücke, 3 Jahre, aus Bundesmitteln",
    "Angebote für Kinder unter zehn Jahren fehlen in Wahlstedt",
    "2 Jahre Laufzeit, 9 bis 16 Uhr",
  ])("%s is none", (text) => expect(caseData(standard, text).isSuspected).toBe(false));

  it("looks at nothing where the rules switch it off", () => {
    const rules = rulesWith({ "privacy.blockCaseData": false });
    expect(caseData(rules, "Lukas M., 9 Jahre, aus Wahlstedt").isSuspected).toBe(false);
  });

  it("reads any text without failing, and what it proposes is no suspect any more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(caseData(standard, text).rule).toBe("privacy.blockCaseData");
      }),
    );
    const proposed = caseData(standard, "Bei Lukas M., 9 Jahre, aus Wahlstedt fehlt ein Platz").anonymized ?? "";
    expect(caseData(standard, proposed).isSuspected).toBe(false);
  });
});
