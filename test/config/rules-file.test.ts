import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRulesFile } from "../../src/config/rules-file.ts";
import { rulesFileSchema } from "../../src/config/rules-schema.ts";
import { keysAt } from "../../src/config/schema-keys.ts";
import { profileAg78Standard } from "../../src/core/rules/profile-ag78-standard.ts";
import { profileIds } from "../../src/core/rules/profiles.ts";
import type { Setting } from "../../src/core/rules/setting.ts";

const head = "name: GO\nprofile: ag78-standard\n";
const folder = new URL("../../examples/geschaeftsordnungen/", import.meta.url);

const problemsOf = (body: string) => {
  const result = readRulesFile(head + body);
  return result.ok ? [] : result.error.map(({ line, path, message }) => `${line} ${path}: ${message}`);
};

/** The setting at a path; a path comes from `settingPaths` or from the test itself. */
function settingAt(rules: object, path: readonly string[]): Setting<unknown> {
  return path.reduce<unknown>((node, key) => Reflect.get(Object(node), key), rules) as Setting<unknown>;
}

/** Paths of all settings of the profile. */
function settingPaths(node: object, path: readonly string[] = []): readonly (readonly string[])[] {
  if ("origin" in node) return [path];
  return Object.entries(node).flatMap(([key, value]) => settingPaths(value, [...path, key]));
}

describe("readRulesFile", () => {
  it("takes what the file says with its paragraph and wording, and the rest from the profile", () => {
    const result = readRulesFile(
      `${head}beschlossen: 2023-01-27\nquorum:\n  kind: {wert: atLeastHalf, paragraf: § 5 Abs. 1, wortlaut: mindestens die Hälfte}\n  min: 0\n`,
    );
    expect(result.ok && result.value).toMatchObject({
      name: "GO",
      adoptedOn: "2023-01-27",
      profile: { id: "ag78-standard", version: profileAg78Standard.version },
      rules: {
        quorum: {
          kind: { value: "atLeastHalf", origin: "go", paragraph: "§ 5 Abs. 1", quotation: "mindestens die Hälfte" },
          min: { value: 0, origin: "go" },
          presumption: { value: true, origin: "default" },
        },
        majority: { basis: { value: "cast", origin: "default" } },
      },
    });
  });

  it("takes a file without any rule as the profile", () => {
    const result = readRulesFile(head);
    expect(result.ok && result.value.rules).toEqual(profileAg78Standard.rules);
  });

  it.each(profileIds)("fills a silent file from the profile %s, every value as a default", (id) => {
    const result = readRulesFile(`name: GO\nprofile: ${id}\n`);
    if (!result.ok) throw new Error("the file is valid");
    expect(result.value.profile.id).toBe(id);
    const settings = settingPaths(result.value.rules).map((path) => settingAt(result.value.rules, path));
    expect(settings.filter(({ origin }) => origin !== "default")).toEqual([]);
  });

  it.each([
    ["invite:\n  cutoff: '18:00'\n  unit: week\n  n: 2", "invite", "cutoff", "18:00"],
    ["invite:\n  cutoff: null", "invite", "cutoff", null],
    [
      "goChange:\n  threshold: {kind: simple, basis: members}",
      "goChange",
      "threshold",
      { kind: "simple", basis: "members" },
    ],
    [
      "umlauf:\n  objection: {kind: moreThanFraction, num: 1, den: 4, of: members}",
      "umlauf",
      "objection",
      { kind: "moreThanFraction", num: 1, den: 4, of: "members" },
    ],
    [
      "office:\n  recall: {num: 2, den: 3, basis: present}",
      "office",
      "recall",
      { num: 2, den: 3, basis: "present", strict: false },
    ],
    [
      "goAntrag:\n  refer: {threshold: {num: 2, den: 3, basis: present}}",
      "goAntrag",
      "refer",
      { threshold: { num: 2, den: 3, basis: "present", strict: false } },
    ],
    [
      "quorum:\n  maxShare: {num: 3, den: 4, attr: geschlecht}",
      "quorum",
      "maxShare",
      { num: 3, den: 4, attr: "geschlecht" },
    ],
  ])("takes the kinds of values: %s", (body, section, key, value) => {
    const result = readRulesFile(head + body);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(settingAt(result.value.rules, [section, key])).toEqual({ value, origin: "go" });
  });

  it("replaces a group as a whole, so that its origin is true", () => {
    expect(problemsOf("quorum:\n  repeat: {enabled: ja}\n")).toEqual([
      "4 quorum › repeat › noticeRequired: »noticeRequired« fehlt; erwartet wird ja oder nein (true oder false).",
      "4 quorum › repeat › sameItemsOnly: »sameItemsOnly« fehlt; erwartet wird ja oder nein (true oder false).",
      "4 quorum › repeat › min: »min« fehlt; erwartet wird eine Zahl.",
    ]);
  });

  it("knows every setting of the profile", () => {
    const paths = settingPaths(profileAg78Standard.rules);
    expect(paths.length).toBeGreaterThan(80);
    for (const path of paths) {
      const [key = "", ...above] = path.toReversed();
      expect(keysAt(rulesFileSchema, above.toReversed()), path.join(".")).toContain(key);
    }
  });

  it.each([
    ["an unknown section", "qorum: {}", "3 qorum: »qorum« gibt es hier nicht – meinten Sie »quorum«?"],
    ["an unknown rule", "quorum:\n  knid: fixed", "4 quorum › knid: »knid« gibt es hier nicht – meinten Sie »kind«?"],
    ["an unknown key beside the value", "quorum:\n  kind: {wert: none, paragraph: § 5}", "meinten Sie »paragraf«?"],
    ["a value that is not allowed", "majority:\n  tie: reject", "Meinten Sie »rejected«?"],
    [
      "a fraction above one",
      "goDeviation: {num: 3, den: 2, basis: present}",
      "3 goDeviation › num: Der Bruch ist größer als 1",
    ],
    ["a fraction of nothing", "quorum:\n  fraction: {num: 1, den: 0}", "durch 0 lässt sich nicht teilen"],
    ["a fraction of no parts", "quorum:\n  fraction: {num: 0, den: 3}", "Der Zähler (num) muss mindestens 1 sein"],
    [
      "more than all",
      "goDeviation: {num: 3, den: 3, basis: cast, strict: ja}",
      "Mehr als alle Stimmen kann niemand erreichen",
    ],
    ["half a vote", "quorum:\n  min: 2.5", "4 quorum › min: Erwartet wird eine ganze Zahl, hier steht »2.5«"],
    ["a negative number of days", "invite:\n  n: -10", "Negative Tage gibt es nicht"],
    ["a number beyond counting", "quorum:\n  fixed: 99999999999999999999", "4 quorum › fixed: "],
    ["a period in words", "protocol:\n  draftWithin: zwei Wochen", "Dauer bitte in der Form P14D"],
    ["an election that begins with the lot", "election:\n  sequence: [lot, ballot]", "beginnt mit einem Wahlgang"],
    [
      "an election that goes in circles",
      "election:\n  sequence: [ballot, runoff2, ballot, runoff2]",
      "sonst endet die Wahl nicht",
    ],
    ["an empty election", "election:\n  sequence: []", "4 election › sequence: Die Liste darf nicht leer sein"],
    ["a kind without its number", "quorum:\n  kind: fixed", "Zu kind: fixed gehört die Zahl der Sitze"],
    ["a kind without its fraction", "majority:\n  kind: fraction", "Zu kind: fraction gehört die Schwelle"],
    ["an hour that does not exist", "invite:\n  cutoff: '25:00'", "Uhrzeit bitte in der Form"],
    [
      "a demand of more than all",
      "umlauf:\n  objection: {kind: moreThanFraction, num: 1, den: 1}",
      "Mehr als alle können es nicht verlangen",
    ],
    ["an unknown profile", "profil: x", "3 profil: »profil« gibt es hier nicht – meinten Sie »profile«?"],
    ["a day that does not exist", "beschlossen: 2023-02-30", "ein Datum, das es gibt"],
    ["a zone that does not exist", "timezone: Europe/Segeberg", "Diese Zeitzone gibt es nicht"],
    ["an unknown Land", "land: SW", "3 land: »SW« ist nicht erlaubt"],
    ["a text for a group", "speakers: keine", "3 speakers: Erwartet wird eine Gruppe von Angaben"],
  ])("refuses %s with line and remedy", (_, body, message) => {
    const problems = problemsOf(body);
    expect(problems[0]).toContain(message);
  });

  it("names the file's head where it is missing", () => {
    const result = readRulesFile("quorum: {}\n");
    expect(result.ok ? [] : result.error.map(({ message }) => message)).toEqual([
      "»name« fehlt; erwartet wird ein Text.",
      "»profile« fehlt; erlaubt sind: ag78-standard, haan-2009, verein-bgb, vwvfg-ausschuss, konsens-runde, beirat-streng.",
    ]);
  });

  it.each(readdirSync(folder))("reads the example %s", (file) => {
    const result = readRulesFile(readFileSync(new URL(file, folder), "utf8"));
    expect(result.ok ? [] : result.error).toEqual([]);
  });

  it("cites the paragraphs of the Segeberg sample", () => {
    const result = readRulesFile(readFileSync(new URL("segeberg-muster.yaml", folder), "utf8"));
    if (!result.ok) throw new Error("the sample is valid");
    const { quorum, majority, speakers } = result.value.rules;
    expect(quorum.kind).toEqual({ value: "moreThanHalf", origin: "go", paragraph: "§ 5 Abs. 1" });
    expect(majority.basis.paragraph).toBe("§ 6 Abs. 2");
    expect(speakers.mode.origin).toBe("default");
  });
});
