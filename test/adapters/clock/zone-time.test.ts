import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { instantOf, isKnownZone, localOf } from "../../../src/adapters/clock/zone-time.ts";
import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from "../../../src/core/kernel/local-date.ts";

const berlin = "Europe/Berlin";
const zones = [berlin, "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"];

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

function time(text: string): LocalTime {
  const read = parseLocalTime(text);
  if (read === undefined) throw new Error(`no time: ${text}`);
  return read;
}

const instants = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map((milliseconds) => new Date(milliseconds).toISOString());

describe("local time of an instant", () => {
  it("agrees with the reference implementation in every zone", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const expected = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
        const local = localOf(instant, zone);
        expect(`${local.date}T${local.time}`).toBe(expected.toString({ smallestUnit: "minute" }));
      }),
    );
  });

  it("puts the last minute before midnight in Berlin on the Berlin day", () => {
    expect(localOf("2023-01-26T22:59:00.000Z", berlin)).toEqual({ date: "2023-01-26", time: "23:59" });
    expect(localOf("2023-01-26T23:00:00.000Z", berlin)).toEqual({ date: "2023-01-27", time: "00:00" });
    expect(localOf("2023-06-30T22:00:00.000Z", berlin)).toEqual({ date: "2023-07-01", time: "00:00" });
  });

  it("throws for an unknown zone and for a broken instant", () => {
    expect(() => localOf("2023-01-26T22:59:00.000Z", "Europe/Entenhausen")).toThrow(RangeError);
    expect(() => localOf("gestern", berlin)).toThrow(RangeError);
    expect(isKnownZone("Europe/Entenhausen")).toBe(false);
    expect(isKnownZone(berlin)).toBe(true);
  });
});

describe("instant of a local time", () => {
  it("comes back to the same wall time, in one, two or no instants", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const local = localOf(instant, zone);
        const reading = instantOf(local.date, local.time, zone);
        expect(reading.kind).not.toBe("gap");
        const found = reading.kind === "ambiguous" ? reading.instants : [reading.kind === "instant" && reading.instant];
        expect(found).toContain(`${instant.slice(0, 17)}00.000Z`);
      }),
    );
  });

  it("gives UTC with milliseconds, an hour earlier in winter and two in summer", () => {
    const nine = time("09:00");
    expect(instantOf(day("2023-01-27"), nine, berlin)).toEqual({
      kind: "instant",
      instant: "2023-01-27T08:00:00.000Z",
    });
    expect(instantOf(day("2023-05-12"), nine, berlin)).toEqual({
      kind: "instant",
      instant: "2023-05-12T07:00:00.000Z",
    });
  });

  it("finds no instant in the hour that spring takes away, and names the times around it", () => {
    expect(instantOf(day("2026-03-29"), time("02:30"), berlin)).toEqual({
      kind: "gap",
      before: { date: "2026-03-29", time: "01:30" },
      after: { date: "2026-03-29", time: "03:30" },
    });
    expect(instantOf(day("2026-03-29"), time("03:00"), berlin).kind).toBe("instant");
    expect(instantOf(day("2026-03-29"), time("01:59"), berlin).kind).toBe("instant");
  });

  it("finds two instants in the hour that autumn gives twice", () => {
    expect(instantOf(day("2026-10-25"), time("02:30"), berlin)).toEqual({
      kind: "ambiguous",
      instants: ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    });
    expect(instantOf(day("2026-10-25"), time("03:00"), berlin).kind).toBe("instant");
  });

  it("finds no instant on the day Samoa skipped", () => {
    expect(instantOf(day("2011-12-30"), time("12:00"), "Pacific/Apia").kind).toBe("gap");
  });
});
