import { createCalendarWriting } from "../../../src/adapters/calendar/calendar-writing.ts";
import { storedEntry } from "../../../src/adapters/calendar/stored-entry.ts";
import { office, segebergYear } from "../../support/calendar-consumers/segeberg-year.ts";

/** Writes every kind of calendar file to stdout, in whatever zone this process runs. */
const writing = createCalendarWriting();
const attendee = { name: "Müller, Jörg", address: "joerg.mueller@regenbogen.example" };
for (const entry of segebergYear) {
  process.stdout.write(await writing.invitation(entry, { method: "REQUEST", organizer: office, attendee }));
  process.stdout.write(await storedEntry({ ...entry, timeZone: "America/New_York" }));
  process.stdout.write(await storedEntry({ ...entry, timeZone: "UTC" }));
}
process.stdout.write(await writing.published(segebergYear, { name: "AG 78", organizer: office }));
