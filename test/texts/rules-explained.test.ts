import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRulesFile } from "../../src/config/rules-file.ts";
import { profileIds, profileNamed } from "../../src/core/rules/profiles.ts";
import type { Rules } from "../../src/core/rules/rules.ts";
import { settingsOf } from "../../src/core/rules/settings-of.ts";
import { differenceLines } from "../../src/texts/rules-differences.ts";
import { explainedRules, settingSentence } from "../../src/texts/rules-explained.ts";

const standard = profileNamed("ag78-standard").rules;
const rulesOf = (body: string): Rules => {
  const read = readRulesFile(`name: GO\nprofile: ag78-standard\n${body}`);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.rules;
};
const linesOf = (rules: Rules) => explainedRules(rules, settingsOf(rules)).flatMap(({ lines }) => lines);
const listed = (rules: Rules) => ({ rules, settings: settingsOf(rules) });

describe("explained rules", () => {
  it.each(profileIds)("say each rule of the profile %s as whole sentences, without gaps", (id) => {
    const sections = explainedRules(profileNamed(id).rules, settingsOf(profileNamed(id).rules));
    expect(sections.length).toBeGreaterThan(15);
    for (const line of sections.flatMap(({ lines }) => lines)) {
      expect(line).toMatch(/^\p{Lu}.*\. \(Standard\)$/u);
      expect(line).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    }
  });

  it("name the paragraph, or that the rule is the standard", () => {
    const lines = linesOf(rulesOf("quorum:\n  kind: {wert: atLeastHalf, paragraf: § 5 Abs. 1}\nvote: {change: never}"));
    expect(lines).toContain(
      "Die AG ist beschlussfähig, wenn mindestens die Hälfte der stimmberechtigten Sitze anwesend ist. (§ 5 Abs. 1 GO)",
    );
    expect(lines).toContain("Eine abgegebene Stimme kann nicht geändert werden. (GO)");
    expect(lines).toContain("Abgestimmt wird offen. (Standard)");
  });

  it("leave out what plays no part", () => {
    expect(linesOf(standard).filter((line) => line.includes("Umlauf")).length).toBeGreaterThan(5);
    expect(linesOf(rulesOf("umlauf: {allowed: nein}")).filter((line) => line.includes("Umlauf"))).toEqual([
      "Beschlüsse im Umlauf gibt es nicht. (GO)",
      "Die Geschäftsordnung wird nicht im Umlauf geändert. (Standard)",
    ]);
  });

  it("say something else for each value of a setting of words or numbers", () => {
    const quorums = ["moreThanHalf", "atLeastHalf", "none"].map((kind) =>
      linesOf(rulesOf(`quorum: {kind: ${kind}}`)).join(),
    );
    expect(new Set(quorums).size).toBe(3);
    fc.assert(
      fc.property(fc.nat(366), fc.nat(366), (a, b) => {
        const sentence = (value: number) =>
          settingSentence(standard, { path: "invite.n", setting: { value, origin: "go" } });
        expect(sentence(a) === sentence(b)).toBe(a === b);
      }),
    );
  });
});

describe("differences of rules", () => {
  it("are none between a file and itself", () => {
    expect(differenceLines(listed(standard), listed(standard))).toEqual(["Es ändert sich nichts."]);
  });

  it("say what held and what shall hold, each with its source", () => {
    const after = rulesOf("invite: {n: {wert: 10, paragraf: § 4 Abs. 2}, count: nthDayBefore}");
    expect(differenceLines(listed(standard), listed(after))).toEqual([
      "2 Regeln ändern sich:",
      "",
      "Einladung",
      "  bisher: Die Ladungsfrist beträgt 14 Kalendertage. (Standard)",
      "  neu: Die Ladungsfrist beträgt 10 Kalendertage. (§ 4 Abs. 2 GO)",
      "",
      "Einladung",
      "  bisher: So wird gezählt: 14 volle Tage liegen dazwischen. (Standard)",
      "  neu: So wird gezählt: der 10. Tag davor reicht noch. (GO)",
    ]);
  });

  it("tell a rule that only gets a paragraph from one that changes", () => {
    const after = rulesOf("vote: {mode: {wert: open, paragraf: § 7}}");
    expect(differenceLines(listed(standard), listed(after))).toEqual([
      "Es ändert sich nichts.",
      "",
      "1 weitere Regel bleibt gleich und hat nur eine andere Fundstelle.",
    ]);
  });

  it("see a number that counts only because of another setting", () => {
    const after = rulesOf("quorum: {kind: fixed, fixed: 5}");
    const other = rulesOf("quorum: {kind: fixed, fixed: 7}");
    expect(differenceLines(listed(after), listed(other)).join("\n")).toContain("wenn 7 stimmberechtigte Sitze");
  });
});
