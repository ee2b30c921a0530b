import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendarWriting } from "../../../src/adapters/calendar/calendar-writing.ts";
import { storedEntry } from "../../../src/adapters/calendar/stored-entry.ts";
import { byteProblems, propertyNames } from "../../support/calendar-consumers/content-lines.ts";
import { describeWithConsumers } from "../../support/calendar-consumers/describe-with-consumers.ts";
import { hostileText } from "../../support/calendar-consumers/hostile-text.ts";
import { readWithIcalendar, readWithLibical } from "../../support/calendar-consumers/python-reader.ts";
import { calendarOf } from "../../support/calendar-consumers/read-with-ical-js.ts";
import { entryOn } from "../../support/calendar-consumers/segeberg-year.ts";

const writing = createCalendarWriting();
const plain = { summary: "a", place: "a", description: "a", name: "a", address: "a" };
type Words = typeof plain;

const words: fc.Arbitrary<Words> = fc.record({
  summary: hostileText,
  place: hostileText,
  description: hostileText,
  name: hostileText,
  address: hostileText,
});

const entryWith = ({ summary, place, description }: Words) => entryOn(1, "2028-03-24", { summary, place, description });

async function allWith(said: Words): Promise<readonly string[]> {
  const organizer = { name: said.name, address: said.address };
  const entry = entryWith(said);
  return [
    await writing.invitation(entry, { method: "REQUEST", organizer, attendee: organizer }),
    await writing.invitation(entry, { method: "CANCEL", organizer, attendee: organizer, answer: "declined" }),
    await writing.published([entry, entry], { name: said.name, organizer }),
    await storedEntry(entry),
  ];
}

const HIDDEN = /(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\p{Surrogate}/u;
/** In another way than the writer: character by character. */
const visible = (text: string): string => [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).join("");

const shapes = (await allWith(plain)).map(propertyNames);

describe("what people write into titles, names and addresses", () => {
  it("never becomes a property, nor bytes that RFC 5545 forbids", async () => {
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        const contents = await allWith(said);
        expect(contents.map(propertyNames)).toEqual(shapes);
        for (const content of contents) expect(byteProblems(content)).toEqual([]);
      }),
    );
  });

  it("never becomes a parameter, and is read as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        const [request = ""] = await allWith(said);
        const event = calendarOf(request).getFirstSubcomponent("vevent");
        const names = (property: string) => Object.keys(event?.getFirstProperty(property)?.jCal[1] ?? {});
        expect(names("attendee")).toEqual(["role", "cutype", "partstat", "rsvp", "cn"]);
        expect(names("organizer")).toEqual(["cn"]);
        expect(names("summary")).toEqual([]);
        const person = String(event?.getFirstProperty("attendee")?.getParameter("cn"));
        const read = { name: person, ...valuesOf(event) };
        for (const [field, value] of Object.entries(read)) expect(HIDDEN.test(value), field).toBe(false);
        expect(read.summary + read.place + read.name).not.toContain("\n");
        for (const field of ["summary", "place", "description", "name"] as const)
          expect(visible(read[field])).toBe(visible(said[field].toWellFormed()));
        const mailto = decodeURIComponent(String(event?.getFirstPropertyValue("attendee")).replace(/^mailto:/i, ""));
        expect(visible(mailto)).toBe(visible(said.address.toWellFormed()));
      }),
    );
  });

  it("leaves a name without anything visible to the address, and no field behind", async () => {
    const organizer = { name: "\u202e\u200b\0", address: "ag78@kreis.example" };
    const entry = { ...entryOn(1, "2028-03-24"), place: "\u200b", description: "\0" };
    const content = await writing.published([entry], { name: "AG 78", organizer });
    expect(content).toContain('\r\nORGANIZER;CN="ag78@kreis.example":mailto:ag78@kreis.example\r\n');
    expect(content).not.toMatch(/^(?:LOCATION|DESCRIPTION)/m);
    const nobody = { ...organizer, address: "\0" };
    await expect(writing.published([entry], { name: "AG 78", organizer: nobody })).rejects.toThrow(RangeError);
  });
});

function valuesOf(event: ReturnType<ReturnType<typeof calendarOf>["getFirstSubcomponent"]>) {
  const text = (name: string): string => String(event?.getFirstPropertyValue(name) ?? "");
  return { summary: text("summary"), place: text("location"), description: text("description") };
}

describeWithConsumers("the same words in programs that others wrote", () => {
  it("stay what they are for libical and python-icalendar", async () => {
    const said = fc.sample(words, { numRuns: 100, seed: 78 });
    const entries = said.map((one, index) => ({ ...entryWith(one), uid: `sitzung-${index}@ag78` }));
    const organizer = {
      name: said
        .slice(0, 5)
        .map(({ name }) => name)
        .join(""),
      address: "ag78@kreis.example",
    };
    const content = await writing.published(entries, { name: organizer.name, organizer });
    const libical = readWithLibical(content);
    const icalendar = readWithIcalendar(content);
    expect(libical).toMatchObject({ valid: true, errors: [], parseErrors: 0 });
    expect(icalendar.errors).toEqual([]);
    for (const events of [libical.events, icalendar.events])
      expect(events.map(({ uid }) => uid)).toEqual(entries.map(({ uid }) => uid));
    const summaries = said.map(({ summary }) => visible(summary.toWellFormed()));
    expect(libical.events.map(({ summary }) => visible(summary))).toEqual(summaries);
    // It reads a backslash before an n that somebody wrote as the end of a line; that is all it gets wrong.
    const withoutN = (text: string): string => text.replace(/n/gi, "");
    expect(icalendar.events.map(({ summary }) => withoutN(visible(summary)))).toEqual(summaries.map(withoutN));
  });
});
