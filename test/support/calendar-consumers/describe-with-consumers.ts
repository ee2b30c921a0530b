import { describe } from "vitest";
import { hasKhal } from "./khal.ts";
import { canImport } from "./python-reader.ts";

/** Debian package → is it here? */
const needed = {
  "python3-icalendar": () => canImport("import icalendar"),
  "python3-gi gir1.2-ical-3.0": () => canImport("import gi; gi.require_version('ICalGLib', '3.0')"),
  khal: hasKhal,
};

const missing = Object.entries(needed).flatMap(([name, isHere]) => (isHere() ? [] : [name]));
if (missing.length > 0)
  console.warn(`SKIPPED / ÜBERSPRUNGEN: no foreign calendar programs; on Debian: apt install ${missing.join(" ")}`);

/** `describe` for tests in which programs we did not write read our calendars. Under CI a missing one fails them instead of skipping them. */
export const describeWithConsumers = describe.skipIf(missing.length > 0 && process.env["CI"] !== "true");
