import { expect, it } from "vitest";
import { createCalendarWriting } from "../../src/adapters/calendar/calendar-writing.ts";
import { createFileMaking } from "../../src/flows/make-files.ts";
import type { Reply } from "../../src/flows/reply.ts";
import { day } from "../support/keys.ts";
import { smallCommittee } from "../support/small-committee.ts";
import { planningWorkshop } from "../support/workshops.ts";
import { doing, past, type Told } from "./telling.ts";

const founded = past(smallCommittee());
const planned = doing(founded, planningWorkshop({ place: "Kreishaus" }));
const moved = doing(planned.past, {
  type: "MoveWorkshop",
  change: { kind: "one", from: { date: day("2023-01-28") }, to: { date: day("2023-02-06") } },
});
const cancelled = doing(moved.past, { type: "CancelWorkshop", reason: "Sturm", confirmed: true });

/** What lies in the folder after the messages of this were delivered. */
async function madeBy(told: Told): Promise<readonly (readonly [string, string])[]> {
  const folder = new Map<string, string>();
  const ensure = createFileMaking({
    state: () => told.past.state,
    papers: { pdf: () => Promise.reject(new Error("no paper here")) },
    calendar: createCalendarWriting(),
    organizer: () => ({ name: "AG 78", address: "ag78@kreis.example" }),
    folder: {
      has: (reference) => folder.has(reference),
      keep: (reference, bytes) => folder.set(reference, new TextDecoder().decode(bytes)),
    },
  });
  await ensure(told.replies.flatMap(({ files }: Reply) => files));
  return [...folder];
}

const lines = (calendar: string, name: string): readonly string[] =>
  calendar.split("\r\n").filter((line) => line.startsWith(`${name}:`));

it("the calendar file of a workshop has each day, and the same entries with a higher number after a change", async () => {
  const [first, ...others] = await madeBy(planned);
  const [second] = await madeBy(moved);
  const [third] = await madeBy(cancelled);
  expect(others).toEqual([]);
  expect([first?.[0], second?.[0], third?.[0]]).toEqual([
    "workshop-1-0.ics",
    "workshop-1-1.ics",
    "workshop-1-abgesagt.ics",
  ]);
  const files = [first, second, third].map((one) => one?.[1] ?? "");
  expect(lines(files[0] ?? "", "UID")).toHaveLength(2);
  for (const file of files) expect(lines(file, "UID")).toEqual(lines(files[0] ?? "", "UID"));
  expect(files.map((file) => lines(file, "SEQUENCE"))).toEqual([
    ["SEQUENCE:0", "SEQUENCE:0"],
    ["SEQUENCE:1", "SEQUENCE:1"],
    ["SEQUENCE:2", "SEQUENCE:2"],
  ]);
  expect(lines(files[1] ?? "", "STATUS")).toEqual(["STATUS:CONFIRMED", "STATUS:CONFIRMED"]);
  expect(lines(files[2] ?? "", "STATUS")).toEqual(["STATUS:CANCELLED", "STATUS:CANCELLED"]);
});
