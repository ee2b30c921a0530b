import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const child = new URL("write-calendar-child.ts", import.meta.url).pathname;

const writtenIn = (zone: string): string =>
  execFileSync(process.execPath, [child], { encoding: "utf8", env: { ...process.env, TZ: zone } });

describe("calendar files", () => {
  it("are the same bytes in whatever zone the process runs", () => {
    const inUtc = writtenIn("UTC");
    expect(inUtc).toContain("DTSTART;TZID=Europe/Berlin:20280324T090000");
    expect(inUtc).toContain("DTSTART;TZID=America/New_York:20280324T090000");
    expect(inUtc).toContain("DTSTART:20280324T090000Z");
    for (const zone of ["America/New_York", "Europe/Berlin", "Pacific/Apia"]) expect(writtenIn(zone)).toBe(inUtc);
  });
});
