import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRulesFile } from "../../src/config/rules-file.ts";
import { questionsOf } from "../../src/core/rules/ambiguities.ts";
import { settingsOf } from "../../src/core/rules/settings-of.ts";

const folder = new URL("../../examples/geschaeftsordnungen/", import.meta.url);
const files = readdirSync(folder);
const textOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder), "utf8");

/** Value and paragraph of some settings of an example, "quorum.kind" → [value, paragraph]. */
function decisive(name: string, paths: readonly string[]) {
  const read = readRulesFile(textOf(name));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const settings = new Map(settingsOf(read.value.rules).map(({ path, setting }) => [path, setting]));
  return Object.fromEntries(paths.map((path) => [path, [settings.get(path)?.value, settings.get(path)?.paragraph]]));
}

describe("the rules of procedure in examples", () => {
  it("are at least twelve real ones", () => {
    const real = files.filter((file) => readFileSync(new URL(file, folder), "utf8").includes("Quelle"));
    expect(real.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files)("have no contradiction and no open reading, name their source and quote little: %s", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const read = readRulesFile(text);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(questionsOf(read.value.rules)).toEqual([]);
    expect(text.startsWith("# ")).toBe(true);
    for (const { path, setting } of settingsOf(read.value.rules)) {
      expect((setting.quotation ?? "").split(" ").length, path).toBeLessThanOrEqual(12);
    }
  });

  it.each([
    ["haan-2009", { "invite.n": [10, undefined], "election.majority": ["absolutePresent", "§ 4"] }],
    [
      "baystura",
      {
        "quorum.fixed": [17, "§ 22 Abs. 2"],
        "membership.splitVote": ["invalid", "§ 22 Abs. 3"],
        "majority.minParticipation": ["moreThanHalfPresent", "§ 22 Abs. 3"],
        "office.chair.chairKeepsSeatVote": [false, "§ 7 Abs. 2"],
        "umlauf.maxDays": [7, "§ 24"],
      },
    ],
    [
      "zapf",
      {
        "quorum.fixed": [20, "Abstimmungen und Wahlen"],
        "majority.abstain": ["asNo", "Abstimmungen Nr. 5"],
        "election.minYes": [11, "Personenwahlen Nr. 5"],
      },
    ],
    [
      "kjg-regensburg",
      {
        "quorum.maxShare": [{ num: 3, den: 4, attr: "geschlecht" }, "§ 11"],
        "speakers.mode": ["alternatingGroups", "§ 14"],
        "protocol.objectionWithin": ["P6W", "§ 22"],
      },
    ],
    [
      "elternbeirat-schickhardt",
      {
        "quorum.fraction": [{ num: 1, den: 3 }, "§ 21"],
        "umlauf.objection": [{ kind: "count", n: 5 }, "§ 20 Abs. 6"],
        "election.sequence": [["ballot", "ballot", "lot"], "§ 11 Abs. 4"],
      },
    ],
    ["kit-aeltestenrat", { "protocol.objectionWithin": ["P3D", "§ 6"], "agenda.unannounced": ["allowed", "§ 2"] }],
    ["f3-netze-vorstand", { "umlauf.binding": ["should", "Nr. 4.3"], "majority.basis": ["cast", "Nr. 4.1"] }],
    [
      "klimaliste-wahlordnung",
      {
        "election.acceptance": [{ within: "P1D", silence: "accepted" }, "§ 15 Abs. 1"],
        "election.contestWithin": ["P2W", "§ 17 Abs. 4"],
      },
    ],
    [
      "linsengericht-elternversammlung",
      { "vote.secretThreshold": [{ kind: "fraction", num: 1, den: 5, of: "present" }, "§ 2 Abs. 4"] },
    ],
    [
      "bundestag-1980",
      {
        "quorum.measuredBy": ["ballots", "§ 45 Abs. 3"],
        "vote.lateArrival": ["notCounted", "§ 51 Abs. 2"],
        goDeviation: [{ num: 2, den: 3, basis: "present", strict: false }, "§ 126"],
      },
    ],
    [
      "betriebsrat-betrvg",
      { "majority.abstain": ["asNo", "§ 33 Abs. 1"], "quorum.kind": ["atLeastHalf", "§ 33 Abs. 2"] },
    ],
    [
      "personalrat-bpersvg",
      { "majority.abstain": ["asNo", "§ 39 Abs. 1"], "bias.invalidIfDecisive": [true, "§ 41 Abs. 4"] },
    ],
    [
      "ausschuss-vwvfg",
      { "majority.tie": ["chairCasting", "§ 91"], "election.multi": ["dHondtUnlessUnanimous", "§ 92 Abs. 3"] },
    ],
    ["genossenschaft-geng", { "membership.proxy": ["poa2", "§ 43 Abs. 5"], "umlauf.allowed": [false, "§ 43 Abs. 7"] }],
    [
      "verein-bgb",
      {
        "goChange.threshold": [{ num: 3, den: 4, basis: "cast", strict: false }, "§ 33 Abs. 1"],
        "umlauf.majority": ["allConsent", "§ 32 Abs. 2"],
      },
    ],
    [
      "arge-weilheim-schongau",
      {
        "goChange.threshold": [{ kind: "unanimity", basis: "members" }, "Präambel"],
        "majority.kind": ["consensus", undefined],
      },
    ],
    [
      "tierschutzbeirat-rlp",
      {
        "majority.abstain": ["ignore", "§ 5"],
        "invite.unit": ["month", "§ 4 Abs. 1"],
        goDeviation: [{ num: 2, den: 3, basis: "present", strict: false }, "§ 5"],
      },
    ],
  ])("say what decides in %s", (name, expected) => {
    expect(decisive(name, Object.keys(expected))).toEqual(expected);
  });
});
