import { describe, expect, it } from "vitest";
import { createHolidayCalendar } from "../../../src/adapters/calendar/holidays.ts";
import { addDays, type LocalDate, partsOf } from "../../../src/core/kernel/local-date.ts";
import { day } from "../../support/keys.ts";

const calendar = createHolidayCalendar();

const lands = ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"];

function holidaysIn(land: string | undefined, year: number): readonly string[] {
  const holidays = calendar.holidaysOf(land);
  const found: string[] = [];
  for (let date: LocalDate = day(`${year}-01-01`); partsOf(date).year === year; date = addDays(date, 1))
    if (holidays.has(date)) found.push(date.slice(5));
  return found;
}

/** Those of all Länder, by hand. */
const everywhere: Readonly<Record<number, readonly string[]>> = {
  2022: ["01-01", "04-15", "04-18", "05-01", "05-26", "06-06", "10-03", "12-25", "12-26"],
  2023: ["01-01", "04-07", "04-10", "05-01", "05-18", "05-29", "10-03", "12-25", "12-26"],
  2024: ["01-01", "03-29", "04-01", "05-01", "05-09", "05-20", "10-03", "12-25", "12-26"],
  2026: ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"],
};

/** What each Land has beside them. */
const further: Readonly<Record<string, readonly string[]>> = {
  BW: ["01-06", "corpus", "11-01"],
  BY: ["01-06", "corpus", "11-01"],
  BE: ["03-08"],
  BB: ["easter", "whitsun", "10-31"],
  HB: ["10-31"],
  HH: ["10-31"],
  HE: ["corpus"],
  MV: ["10-31"],
  NI: ["10-31"],
  NW: ["corpus", "11-01"],
  RP: ["corpus", "11-01"],
  SL: ["corpus", "08-15", "11-01"],
  SN: ["10-31", "repentance"],
  ST: ["01-06", "10-31"],
  SH: ["10-31"],
  TH: ["09-20", "10-31"],
};

const movable: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  2022: { corpus: "06-16", repentance: "11-16", easter: "04-17", whitsun: "06-05" },
  2023: { corpus: "06-08", repentance: "11-22", easter: "04-09", whitsun: "05-28" },
  2024: { corpus: "05-30", repentance: "11-20", easter: "03-31", whitsun: "05-19" },
  2026: { corpus: "06-04", repentance: "11-18", easter: "04-05", whitsun: "05-24" },
};

describe("the regions with holidays of their own", () => {
  const own = (region: string): readonly string[] => {
    const land = holidaysIn(region.replace(/^DE-/, "").split("-")[0], 2026);
    return holidaysIn(region, 2026).filter((one) => !land.includes(one));
  };

  it.each([
    ["BY-A", ["08-08", "08-15"]],
    ["BY-KATH", ["08-15"]],
    ["BY-EVANG", []],
    ["SN-BZ", ["06-04"]],
    ["TH-EIC", ["06-04"]],
    ["TH-UH", ["06-04"]],
    ["TH-WAK", ["06-04"]],
  ])("%s has those of its Land, and beside them %j", (region, days) => {
    expect(own(region)).toEqual(days);
    expect(own(`DE-${region}`)).toEqual(days);
  });
});

describe("the public holidays of the Länder", () => {
  it.each(lands.flatMap((land) => Object.keys(everywhere).map((year) => [land, Number(year)] as const)))(
    "are right in %s in %i",
    (land, year) => {
      const own = (further[land] ?? []).map((one) => movable[year]?.[one] ?? one);
      const women = land === "MV" && year >= 2023 ? ["03-08"] : [];
      expect(holidaysIn(land, year)).toEqual([...(everywhere[year] ?? []), ...own, ...women].sort());
    },
  );

  it("begin with the year of their law, and include the one Reformation Day for all", () => {
    expect(holidaysIn("BE", 2018)).not.toContain("03-08");
    expect(holidaysIn("BE", 2019)).toContain("03-08");
    expect(holidaysIn("SH", 2016)).not.toContain("10-31");
    expect(holidaysIn("SH", 2018)).toContain("10-31");
    for (const land of lands) expect(holidaysIn(land, 2017)).toContain("10-31");
    expect(holidaysIn("BE", 2025)).toContain("05-08");
    expect(holidaysIn("BB", 2025)).not.toContain("05-08");
  });

  it("take the code of the committee file as well, and without a Land those of all", () => {
    expect(holidaysIn("DE-SN", 2023)).toEqual(holidaysIn("sn", 2023));
    expect(holidaysIn(undefined, 2023)).toEqual(everywhere[2023]);
    expect(holidaysIn("XX", 2023)).toEqual(everywhere[2023]);
  });

  it("answer for every year the calendar has", () => {
    const holidays = calendar.holidaysOf("SH");
    expect(holidays.has(day("0001-01-01"))).toBe(false);
    expect(holidays.has(day("9999-12-25"))).toBe(true);
  });

  it("are the same object for the same Land, so that a year is worked out once", () => {
    expect(calendar.holidaysOf("SH")).toBe(calendar.holidaysOf("SH"));
  });
});
