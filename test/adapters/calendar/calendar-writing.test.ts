import { describe, expect, it } from "vitest";
import { createCalendarWriting } from "../../../src/adapters/calendar/calendar-writing.ts";
import { storedEntry } from "../../../src/adapters/calendar/stored-entry.ts";
import type { CalendarEntry } from "../../../src/flows/calendar-writing.ts";
import { byteProblems, propertyNames } from "../../support/calendar-consumers/content-lines.ts";
import { calendarOf } from "../../support/calendar-consumers/read-with-ical-js.ts";
import { entryOn, office, segebergYear } from "../../support/calendar-consumers/segeberg-year.ts";

const writing = createCalendarWriting();
const attendee = { name: "Träger gGmbH; Müller, Jörg", address: "joerg.mueller@regenbogen.example" };
const invited = (entry: CalendarEntry, method: "REQUEST" | "CANCEL" = "REQUEST") =>
  writing.invitation(entry, { method, organizer: office, attendee });
const followed = (entries: readonly CalendarEntry[]) =>
  writing.published(entries, { name: "AG 78; Hilfen, zur Erziehung", organizer: office });
const meeting = entryOn(21, "2028-03-24");

/** First line of the property, unfolded; undefined if there is none. */
const lineOf = (content: string, name: string): string | undefined =>
  content
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe("an invitation to one person", () => {
  it("asks this person alone, who has not answered", async () => {
    const content = await invited(meeting);
    expect(lineOf(content, "METHOD")).toBe("METHOD:REQUEST");
    expect(content.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(lineOf(content, "ATTENDEE")).toBe(
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Träger gGmbH; Müller, Jörg":MAILTO:joerg.mueller@regenbogen.example',
    );
    expect(lineOf(content, "ORGANIZER")).toBe(
      `ORGANIZER;CN="Geschäftsstelle 'AG 78'; Kreis Segeberg":mailto:ag78@kreis.example`,
    );
    expect(content).toContain("\r\nSTATUS:CONFIRMED\r\n");
    expect(content).toContain("\r\nTRANSP:OPAQUE\r\n");
  });

  it("keeps what the person has answered", async () => {
    for (const answer of ["accepted", "tentative", "declined"] as const) {
      const content = await writing.invitation(meeting, { method: "REQUEST", organizer: office, attendee, answer });
      expect(lineOf(content, "ATTENDEE")).toContain(`PARTSTAT=${answer.toUpperCase()};`);
    }
  });

  it("reminds once, a day before, as the last thing in the entry", async () => {
    const content = await invited(meeting);
    expect(content.match(/BEGIN:VALARM/g)).toHaveLength(1);
    expect(content).toMatch(/\r\nTRIGGER:-P1D\r\n[\s\S]*END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/);
  });

  it("reminds of a whole day on the morning before, not at midnight", async () => {
    const content = await invited(entryOn(25, "2028-09-08", { appointment: { date: meeting.appointment.date } }));
    expect(content).toContain("\r\nTRIGGER:-PT15H\r\n");
  });

  it("is taken back without a question and without a reminder", async () => {
    const content = await invited({ ...meeting, sequence: 3 }, "CANCEL");
    expect(lineOf(content, "METHOD")).toBe("METHOD:CANCEL");
    expect(content).toContain("\r\nSTATUS:CANCELLED\r\n");
    expect(content).toContain("\r\nTRANSP:TRANSPARENT\r\n");
    expect(content).toContain("\r\nSEQUENCE:3\r\n");
    expect(lineOf(content, "ATTENDEE")).toContain("RSVP=FALSE");
    expect(content).not.toContain("VALARM");
  });
});

describe("a calendar that is followed", () => {
  it("names the organizer and nobody who is invited", async () => {
    const content = await followed(segebergYear);
    expect(content.match(/^ORGANIZER/gm)).toHaveLength(segebergYear.length);
    expect(content).not.toContain("ATTENDEE");
    expect(content).not.toContain("VALARM");
    expect(lineOf(content, "METHOD")).toBe("METHOD:PUBLISH");
    expect(lineOf(content, "NAME")).toBe("NAME:AG 78\\; Hilfen\\, zur Erziehung");
    expect(lineOf(content, "X-WR-CALNAME")).toBe("X-WR-CALNAME:AG 78\\; Hilfen\\, zur Erziehung");
    expect(lineOf(content, "REFRESH-INTERVAL")).toBe("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  });

  it("brings the rules of its zone along once", async () => {
    const content = await followed(segebergYear);
    expect(content.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(content).toContain("\r\nTZID:Europe/Berlin\r\n");
  });

  it("can be empty", async () => {
    expect(propertyNames(await followed([])).at(-1)).toBe("END");
  });

  it("of fifty thousand entries is refused before anything is written", async () => {
    const entries = Array.from({ length: 50_000 }, (_, index) => ({ ...meeting, uid: `sitzung-${index}@x` }));
    await expect(followed(entries)).rejects.toThrow(new RangeError("50000 entries in one calendar, at most 1000"));
    expect((await followed(entries.slice(0, 1_000))).match(/BEGIN:VEVENT/g)).toHaveLength(1_000);
  });
});

describe("what a calendar server stores", () => {
  it("has no method and no people", async () => {
    expect(await storedEntry(meeting)).not.toMatch(/METHOD|ORGANIZER|ATTENDEE|mailto/i);
  });
});

describe("the bytes", () => {
  it("are as RFC 5545 wants them, with umlauts and emoji at every place of a line", async () => {
    for (let shift = 0; shift < 80; shift += 1) {
      const summary = `${"x".repeat(shift)}${"😀ä–".repeat(60)}`;
      const entry = { ...meeting, summary, place: summary, description: `${summary}\n${summary}` };
      expect(byteProblems(await invited(entry))).toEqual([]);
      const event = calendarOf(await followed([entry])).getFirstSubcomponent("vevent");
      expect(event?.getFirstPropertyValue("summary")).toBe(summary);
    }
  });

  it("tell the last change of the meeting, not the time of writing", async () => {
    const content = await followed([meeting]);
    expect(lineOf(content, "DTSTAMP")).toBe("DTSTAMP:20271121T120000Z");
    expect(lineOf(content, "LAST-MODIFIED")).toMatch(/^LAST-MODIFIED:/);
    expect(content).toContain("\r\nLAST-MODIFIED:20271121T120000Z\r\n");
    expect(await followed([meeting])).toBe(content);
  });
});

describe("a name under which an entry is known", () => {
  it.each(["", "a b", "a\r\nATTENDEE:x", "ä@x", "-x", "x;y", `x${"y".repeat(200)}`])(
    "is refused where it could become more than that: %j",
    async (uid) => {
      await expect(invited({ ...meeting, uid })).rejects.toThrow(RangeError);
    },
  );
});
