import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { parseTranscript } from "../../src/cli/transcript/parse-transcript.ts";
import { playTranscript } from "../../src/cli/transcript/play-transcript.ts";
import { entriesNow } from "../../src/flows/calendar-entries.ts";
import { projectRoot } from "../../tools/step.ts";
import { describeWithConsumers } from "../support/calendar-consumers/describe-with-consumers.ts";
import { listedByKhal } from "../support/calendar-consumers/khal.ts";
import { readWithIcalendar, readWithLibical } from "../support/calendar-consumers/python-reader.ts";
import { readWithIcalJs } from "../support/calendar-consumers/read-with-ical-js.ts";

type Shown = { readonly start: string; readonly utc: string; readonly status: string; readonly sequence: number };

/** What must stand in every calendar at the end of the year: nine o'clock on the wall, on both sides of both clock changes. */
const year: readonly Shown[] = [
  { start: "2023-03-20T09:00", utc: "2023-03-20T08:00Z", status: "CONFIRMED", sequence: 0 },
  { start: "2023-05-12T09:00", utc: "2023-05-12T07:00Z", status: "CONFIRMED", sequence: 0 },
  { start: "2023-09-01T09:00", utc: "2023-09-01T07:00Z", status: "CONFIRMED", sequence: 0 },
  // Called off before anybody was invited.
  { start: "2023-10-27T09:00", utc: "2023-10-27T07:00Z", status: "CANCELLED", sequence: 1 },
  // Moved from 13 October, and sent anew.
  { start: "2023-11-03T09:00", utc: "2023-11-03T08:00Z", status: "CONFIRMED", sequence: 2 },
  { start: "2023-12-08T09:00", utc: "2023-12-08T08:00Z", status: "CANCELLED", sequence: 1 },
];

const shown = (events: readonly Shown[]): readonly Shown[] =>
  events
    .map(({ start, utc, status, sequence }) => ({ start, utc, status, sequence }))
    .toSorted((one, other) => (one.start < other.start ? -1 : 1));

/** The committee's own calendar after the year was played through the whole program. */
describeWithConsumers("the year of the Segeberg AG, planned, moved once, called off once", () => {
  const file = join(projectRoot, "test", "scenarios", "segeberg-jahr.txt");
  let calendar = "";

  beforeAll(async () => {
    const transcript = parseTranscript(readFileSync(file, "utf8"));
    if (!transcript.ok) throw new Error(JSON.stringify(transcript.error));
    let written: Promise<string> | undefined;
    const failures = await playTranscript(transcript.value, file, join(projectRoot, "templates"), undefined, {
      turned: () => undefined,
      heard: () => undefined,
      ended({ runner, calendar: { calendar: writing, organizer } }) {
        const state = runner.state();
        const name = state.membership.description?.name ?? "";
        written = writing.published(entriesNow(state), { name, organizer: organizer() });
      },
    });
    expect(failures).toEqual([]);
    calendar = (await written) ?? "";
  });

  it("is read by libical, without an objection", () => {
    const { valid, errors, events } = readWithLibical(calendar);
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    expect(shown(events)).toEqual(year);
  });

  it("is read by python-icalendar", () => {
    expect(shown(readWithIcalendar(calendar).events)).toEqual(year);
  });

  it("is read by ical.js", () => {
    expect(shown(readWithIcalJs(calendar))).toEqual(year);
  });

  it("is listed by khal, on the wall of Berlin and at the same moments elsewhere", () => {
    expect(listedByKhal(calendar, 2023, "Europe/Berlin").map(({ start }) => start)).toEqual(
      year.map(({ start }) => start),
    );
    expect(listedByKhal(calendar, 2023, "UTC").map(({ start }) => start)).toEqual(
      year.map(({ utc }) => utc.replace("Z", "")),
    );
  });
});
