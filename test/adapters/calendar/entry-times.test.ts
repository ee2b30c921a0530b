import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { timesOf } from "../../../src/adapters/calendar/entry-times.ts";
import { parseLocalTime } from "../../../src/core/kernel/local-date.ts";
import { entryOn } from "../../support/calendar-consumers/segeberg-year.ts";

/** Start and end as ISO 8601 with the zone's offset. */
function timed(date: string, from: string | undefined, to?: string): readonly [string, string] {
  const [begin, finish] = [from, to].map((text) => (text === undefined ? undefined : parseLocalTime(text)));
  const { appointment } = entryOn(1, date);
  const times = timesOf(
    {
      ...entryOn(1, date),
      appointment: {
        date: appointment.date,
        ...(begin === undefined ? {} : { from: begin }),
        ...(finish === undefined ? {} : { to: finish }),
      },
    },
    Temporal,
  );
  return [times.start.toString().replace(/\[.*/, ""), times.end.toString().replace(/\[.*/, "")];
}

describe("when an entry is", () => {
  it("follows the wall clock on both sides of a clock change", () => {
    expect(timed("2028-03-25", "09:00", "12:00")).toEqual(["2028-03-25T09:00:00+01:00", "2028-03-25T12:00:00+01:00"]);
    expect(timed("2028-03-26", "09:00", "12:00")).toEqual(["2028-03-26T09:00:00+02:00", "2028-03-26T12:00:00+02:00"]);
  });

  it("takes two hours where nobody said how long", () => {
    expect(timed("2028-06-16", "09:00")).toEqual(["2028-06-16T09:00:00+02:00", "2028-06-16T11:00:00+02:00"]);
  });

  it("is the whole day without a time", () => {
    expect(timed("2028-02-29", undefined)).toEqual(["2028-02-29", "2028-03-01"]);
  });

  it("goes past midnight where the end is before the beginning", () => {
    expect(timed("2028-12-31", "22:00", "01:00")).toEqual(["2028-12-31T22:00:00+01:00", "2029-01-01T01:00:00+01:00"]);
  });

  it("begins after the hour that the spring skips, and still lasts", () => {
    expect(timed("2028-03-26", "02:30", "04:00")).toEqual(["2028-03-26T03:30:00+02:00", "2028-03-26T04:00:00+02:00"]);
    expect(timed("2028-03-26", "02:50", "03:10")).toEqual(["2028-03-26T03:50:00+02:00", "2028-03-26T04:10:00+02:00"]);
  });

  it("means the first of the two hours in autumn", () => {
    expect(timed("2028-10-29", "02:30", "03:30")).toEqual(["2028-10-29T02:30:00+02:00", "2028-10-29T03:30:00+01:00"]);
    expect(timed("2028-10-29", "01:30")).toEqual(["2028-10-29T01:30:00+02:00", "2028-10-29T03:30:00+01:00"]);
  });

  it("is refused in a zone that does not exist", () => {
    expect(() => timesOf({ ...entryOn(1, "2028-03-24"), timeZone: "Europe/Segeberg" }, Temporal)).toThrow(RangeError);
  });
});
