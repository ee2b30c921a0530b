import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSchoolHolidays } from "../../../src/adapters/calendar/read-school-holidays.ts";

const event = (...lines: readonly string[]): string => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const calendar = (...events: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Land//Ferien//DE", ...events, "END:VCALENDAR", ""].join("\r\n");
const days = (from: string, to: string): readonly string[] => [`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`];

function read(text: string) {
  const result = readSchoolHolidays(text);
  return result.ok ? result.value : result.error.code;
}

describe("school holidays of a calendar file", () => {
  it("are events of whole days, the end being the day after", () => {
    const text = calendar(
      event(...days("20281016", "20281028"), "SUMMARY:Herbstferien"),
      event(...days("20280703", "20280813"), "SUMMARY:Sommerferien Schleswig-Holstein"),
    );
    expect(read(text)).toEqual({
      holidays: [
        { name: "Sommerferien Schleswig-Holstein", from: "2028-07-03", to: "2028-08-12" },
        { name: "Herbstferien", from: "2028-10-16", to: "2028-10-27" },
      ],
      passedOver: 0,
    });
  });

  it("of a single day may have no end, or the day itself as its end", () => {
    const alone = event("DTSTART;VALUE=DATE:20280526", "SUMMARY:Ferientag");
    const same = event(...days("20281030", "20281030"), "SUMMARY:Ferientag");
    expect(read(calendar(alone, same, alone))).toMatchObject({
      holidays: [
        { from: "2028-05-26", to: "2028-05-26" },
        { from: "2028-10-30", to: "2028-10-30" },
      ],
    });
  });

  it("are not what has a time of day, repeats, or ends before it begins", () => {
    const text = calendar(
      event("DTSTART:20280703T080000Z", "DTEND:20280703T100000Z", "SUMMARY:Elternabend"),
      event("DTSTART;VALUE=DATE:20280703", "DTEND:20280704T000000Z", "SUMMARY:gemischt"),
      event(...days("20280703", "20280704"), "RRULE:FREQ=YEARLY", "SUMMARY:jährlich"),
      event(...days("20280703", "20280701"), "SUMMARY:rückwärts"),
      event("SUMMARY:ohne Tag"),
      event(...days("20281016", "20281028"), "SUMMARY:Herbstferien"),
    );
    expect(read(text)).toMatchObject({ holidays: [{ name: "Herbstferien" }], passedOver: 5 });
  });

  it("keep their names as text in one line", () => {
    const hostile = "Ferien\\nATTENDEE:x\\, \u202Eneiref\u0007 <b>{{#each}}";
    const long = "F".repeat(500);
    const text = calendar(
      event(...days("20280703", "20280704"), `SUMMARY:${hostile}`),
      event(...days("20280705", "20280706"), `SUMMARY:${long}`),
      event(...days("20280707", "20280708"), "SUMMARY:"),
    );
    const result = read(text);
    expect(typeof result === "string" ? result : result.holidays.map(({ name }) => name)).toEqual([
      "Ferien ATTENDEE:x, neiref <b>{{#each}}",
      "F".repeat(60),
      "Schulferien",
    ]);
  });

  it("come out of several calendars in one file, and of lines that are folded", () => {
    const folded = event(...days("20280703", "20280813"), "SUMMARY:Sommer\r\n ferien");
    const both = calendar(folded) + calendar(event(...days("20281016", "20281028"), "SUMMARY:Herbstferien"));
    expect(read(both)).toMatchObject({ holidays: [{ name: "Sommerferien" }, { name: "Herbstferien" }] });
  });

  it.each([
    ["nothing", ""],
    ["a page", "<!DOCTYPE html><html><body>Ferien</body></html>"],
    ["words", "Sommerferien 03.07.2028 bis 12.08.2028"],
    ["a file cut off", calendar(event(...days("20280703", "20280813"), "SUMMARY:Sommerferien")).slice(0, -30)],
    ["bytes", "\u0000\u0001\u0002"],
  ])("are not in %s", (_, text) => {
    expect(read(text)).toBe("broken");
  });

  it("are not in an empty calendar", () => {
    expect(read(calendar())).toBe("noHolidays");
  });

  it("are not in a calendar of 50 000 events, which is not even read", () => {
    const one = event(...days("20280703", "20280813"), "SUMMARY:Sommerferien");
    expect(read(calendar(...Array.from({ length: 50_000 }, () => one)))).toBe("tooManyEvents");
  });

  it("never make the reader throw", () => {
    const line = fc.oneof(
      fc.constantFrom("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "DTSTART;VALUE=DATE:20280703"),
      fc.string(),
      fc.string().map((text) => `DTSTART;VALUE=DATE:${text}`),
      fc.string().map((text) => `SUMMARY;${text}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const result = readSchoolHolidays(lines.join("\r\n"));
        if (result.ok) for (const { from, to } of result.value.holidays) expect(from <= to).toBe(true);
      }),
    );
  });
});
