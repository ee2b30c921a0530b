import { describe, expect, it } from "vitest";
import { drawFigures } from "../../../src/adapters/documents/figures-picture.ts";
import { pngRows } from "./png-pixels.ts";

const draw = (title: string, rows: Readonly<Record<string, number>>) =>
  drawFigures({ kind: "figures", title, rows: Object.entries(rows).map(([label, count]) => ({ label, count })) });

const BLUE = [0x1f, 0x3a, 0x5f];

/** Lengths of the bars in pixels, from the top; no letter of the title is as high as a bar. */
function barsOf(png: Uint8Array): readonly number[] {
  const lengths = pngRows(png).map((row) => longestRun(row, BLUE));
  return lengths.filter(
    (length, index) =>
      length > 1 && length !== lengths[index - 1] && lengths.slice(index, index + 36).every((one) => one === length),
  );
}

function longestRun(row: Uint8Array, color: readonly number[]): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < row.length; at += 4) {
    run = color.every((part, index) => row[at + index] === part) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

describe("the picture of figures", () => {
  it("has bars as long as the counts are large, from one in a thousand on", async () => {
    const { bytes, width, height } = await draw("Antrag 2", { Ja: 1000, Nein: 500, Enthaltung: 1, Ungültig: 0 });
    expect(width).toBe(800);
    expect(pngRows(bytes)).toHaveLength(height);
    const [yes = 0, no = 0, abstained = 0, ...more] = barsOf(bytes);
    expect(yes).toBeGreaterThan(350);
    expect(Math.abs(yes / 2 - no)).toBeLessThanOrEqual(1);
    expect(abstained).toBeGreaterThan(1);
    expect(more).toEqual([]);
  });

  it("is the same, byte for byte, whenever it is drawn", async () => {
    const [one, other] = await Promise.all([
      draw("Wahl", { Jansen: 9, Brandt: 8 }),
      draw("Wahl", { Jansen: 9, Brandt: 8 }),
    ]);
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  it("shows what a member wrote as text", async () => {
    const hostile = '#rect(fill: red, width: 100%) #panic("x") $x$ [*_<script> \u202Egnul';
    const { bytes } = await draw(hostile, { [hostile]: 3, "]] ))": 1 });
    expect(barsOf(bytes)).toHaveLength(2);
    const isRed = (row: Uint8Array): boolean => longestRun(row, [0xff, 0x41, 0x36]) > 0;
    expect(pngRows(bytes).some(isRed)).toBe(false);
  });

  it.each([
    ["no rows", {}],
    ["one row of nothing", { Zusagen: 0 }],
    ["twenty rows", Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`Freitag, ${index}. März`, index]))],
    ["labels without end", { ["x".repeat(60_000)]: 1, "": 2, ["Donau ".repeat(10_000)]: 3 }],
  ])("can be drawn: %s", async (_, rows) => {
    const { width, height, bytes } = await draw("y".repeat(60_000), rows);
    expect(width).toBe(800);
    expect(height).toBeLessThan(2000);
    expect(bytes.length).toBeLessThan(300_000);
  });
});
