import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/date-command.ts";

async function output(...args: readonly string[]): Promise<{ code: number; lines: string[]; complaints: string[] }> {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, { print: (line) => lines.push(line), complain: (line) => complaints.push(line) });
  return { code, lines, complaints };
}

async function understood(text: string, ...options: readonly string[]): Promise<unknown> {
  const { code, lines } = await output(text, "--bezug", "2026-11-18T10:00", ...options);
  expect([code, lines.length]).toEqual([0, 1]);
  return JSON.parse(lines[0] ?? "");
}

describe("sitzungsdienst datum", () => {
  it("prints date and times in one line of JSON", async () => {
    const { lines } = await output("12. Mai 9–12 Uhr", "--bezug", "2026-11-18");
    expect(lines).toEqual(['{"datum":"2027-05-12","von":"09:00","bis":"12:00"}']);
  });

  it("takes the words of the text from several arguments", async () => {
    expect(await understood("12.", "Mai", "9", "Uhr")).toEqual({ datum: "2027-05-12", von: "09:00" });
  });

  it("prints a stretch, a last day, a part of the day, a series and a vague date each in its own way", async () => {
    expect(await understood("KW 23")).toEqual({ zeitraum: { von: "2027-06-07", bis: "2027-06-13" } });
    expect(await understood("bis Ende November")).toEqual({ datum: "2026-11-30", frist: "2026-11-30" });
    expect(await understood("Ende November", "--frist")).toEqual({ datum: "2026-11-30", frist: "2026-11-30" });
    expect(await understood("morgen Nachmittag")).toEqual({ datum: "2026-11-19", von: "15:00", ungefaehr: true });
    expect(await understood("jeden Dienstag")).toEqual({ serie: "jeden Dienstag" });
    expect(await understood("4. Sitzungslauf 2024")).toEqual({ vage: "4. Sitzungslauf 2024" });
  });

  it("asks where the weekday contradicts the date, and names no date itself", async () => {
    expect(await understood("Mittwoch, dem 20. März 2023, von 9 bis16 Uhr")).toMatchObject({
      von: "09:00",
      bis: "16:00",
      frage: expect.stringContaining("ist ein Montag, kein Mittwoch"),
      kandidaten: [{ datum: "2023-03-20" }, { datum: "2023-03-22" }, { datum: "2023-03-15" }],
    });
    expect(await understood("nächsten Freitag")).not.toHaveProperty("datum");
  });

  it("calls an impossible day an error and offers its neighbours", async () => {
    const line = await understood("31.4.2027");
    expect(line).toMatchObject({ fehler: "Diesen Tag gibt es nicht: 31.04.2027.", kandidaten: [{}, {}] });
    expect(line).not.toHaveProperty("datum");
  });

  it("refuses the hour that spring skips and asks about the hour that autumn doubles", async () => {
    expect(await understood("29.03.2026 02:30")).toMatchObject({
      fehler: "02:30 Uhr gibt es am 29.03.2026 nicht: Die Uhr wird vorgestellt.",
      kandidaten: [{ von: "01:30" }, { von: "03:30" }],
    });
    expect(await understood("25.10.2026 02:30")).toMatchObject({ frage: expect.stringContaining("zweimal") });
    expect(await understood("25.10.2026 02:30", "--zone", "UTC")).toEqual({ datum: "2026-10-25", von: "02:30" });
  });

  it("sees an instant from the wall of the zone", async () => {
    const late = await output("heute", "--bezug", "2026-11-18T23:30:00Z");
    expect(late.lines).toEqual(['{"datum":"2026-11-19"}']);
  });

  it("looks back where it is told to", async () => {
    expect(await understood("27.01.", "--rueckblick")).toEqual({ datum: "2027-01-27" });
    expect(await understood("27.09.", "--rueckblick")).toEqual({ datum: "2026-09-27" });
  });

  it("says in German what is wrong with a call, and prints no JSON", async () => {
    for (const args of [
      [],
      ["heute", "--unbekannt"],
      ["heute", "--bezug", "18.11.2026"],
      ["heute", "--zone", "Mond"],
    ]) {
      const { code, lines, complaints } = await output(...args);
      expect([code, lines, complaints.length]).toEqual([2, [], 1]);
    }
    expect((await output("heute", "--bezug", "2026-02-30")).complaints[0]).toContain("ist kein Tag");
  });
});
