import { expect, it } from "vitest";
import { createCalendarWriting } from "../../../src/adapters/calendar/calendar-writing.ts";
import { storedEntry } from "../../../src/adapters/calendar/stored-entry.ts";
import { describeWithConsumers } from "../../support/calendar-consumers/describe-with-consumers.ts";
import { listedByKhal } from "../../support/calendar-consumers/khal.ts";
import { readWithIcalendar, readWithLibical } from "../../support/calendar-consumers/python-reader.ts";
import { readWithIcalJs } from "../../support/calendar-consumers/read-with-ical-js.ts";
import { entryOn, office, segebergYear, segebergYearSeen } from "../../support/calendar-consumers/segeberg-year.ts";

const writing = createCalendarWriting();
const year = await writing.published(segebergYear, { name: "AG 78; Hilfen, zur Erziehung", organizer: office });
const attendee = { name: 'Träger "Regenbogen" gGmbH; Müller, Jörg', address: "joerg.mueller@regenbogen.example" };
const valid = { valid: true, errors: [], parseErrors: 0 };

describeWithConsumers("a year of the Segeberg AG", () => {
  it("is read by libical, which finds nothing to object to", () => {
    expect(readWithLibical(year)).toEqual({ ...valid, events: segebergYearSeen });
  });

  it("is read by python-icalendar", () => {
    expect(readWithIcalendar(year)).toEqual({ errors: [], events: segebergYearSeen });
  });

  it("is read by ical.js", () => {
    expect(readWithIcalJs(year)).toEqual(segebergYearSeen);
  });

  it("is listed by khal at nine on the wall, and at the right moment elsewhere", () => {
    const seen = segebergYearSeen.toSorted((one, other) => (one.start < other.start ? -1 : 1));
    const berlin = listedByKhal(year, 2028, "Europe/Berlin");
    expect(berlin).toEqual(
      seen.map(({ uid, status, summary, place, start, end }) => {
        // khal shows the last day of whole days, not the one behind it.
        return { uid, status, summary, place, start, end: start.includes("T") ? end : start };
      }),
    );
    expect(listedByKhal(year, 2028, "UTC").map(({ start }) => start)).toEqual(
      seen.map(({ utc }) => utc.replace("Z", "")),
    );
  });
});

describeWithConsumers("what goes to one person", () => {
  it.each(["REQUEST", "CANCEL"] as const)("is a valid %s for libical and python-icalendar", async (method) => {
    for (const entry of segebergYear.filter(({ status }) => method === "CANCEL" || status === "confirmed")) {
      const content = await writing.invitation(entry, { method, organizer: office, attendee });
      expect(readWithLibical(content)).toMatchObject({ ...valid, events: [{ uid: entry.uid }] });
      expect(readWithIcalendar(content)).toMatchObject({ errors: [], events: [{ uid: entry.uid }] });
    }
  });

  it("would not be valid as something that is followed: libical looks", async () => {
    const content = await writing.invitation(entryOn(1, "2028-03-24"), {
      method: "REQUEST",
      organizer: office,
      attendee,
    });
    expect(readWithLibical(content.replace("METHOD:REQUEST", "METHOD:PUBLISH"))).toMatchObject({ valid: false });
  });
});

describeWithConsumers("what a calendar server stores", () => {
  it("is valid for libical, too", async () => {
    for (const entry of segebergYear) expect(readWithLibical(await storedEntry(entry))).toMatchObject(valid);
  });
});
