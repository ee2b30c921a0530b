import { describe, expect, it } from "vitest";
import { runChild } from "../../../src/adapters/documents/run-child.ts";
import { drawWall, wallProgram } from "../../../src/adapters/documents/wall-picture.ts";
import type { WallView } from "../../../src/core/papers/views.ts";
import { pngRows } from "./png-pixels.ts";

const head = {
  committee: "AG 78 Vogelsberg",
  body: "Vogelsbergkreis",
  version: "internal",
  asOf: "2028-03-20T10:00:00.000Z",
  asOfDate: "2028-03-20",
} as const;

type Wanted = Partial<Pick<WallView, "title" | "hidden">> & { readonly group?: string };

/** A wall with one group of all these ideas. */
function wall(ideas: readonly string[], { title = "Klausurtagung", group = "Wege", ...more }: Wanted = {}): WallView {
  const cards = ideas.map((text, index) => ({ number: index + 1, text }));
  return {
    head,
    title,
    meeting: { date: "2028-03-20" },
    hasQuestions: false,
    groups: 1,
    grouped: ideas.length,
    sections: [{ groups: [{ number: 1, name: group, ideas: cards }], ungrouped: [] }],
    ...more,
  };
}

const draw = (view: WallView) => drawWall(view, wallProgram(), runChild);

const many = (count: number, text: string): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${text} ${n}`);
const usual = "Gemeinsame Fortbildung von Schule und Jugendhilfe, zweimal im Jahr, mit Vertretung";

const isStrong = (row: Uint8Array, [red, green, blue]: readonly [number, number, number]): boolean =>
  row.some((_, at) => at % 4 === 0 && row[at] === red && row[at + 1] === green && row[at + 2] === blue);

describe("the picture of a wall", () => {
  it("is one for thirty ideas, no larger than Teams shows, with words for those who cannot see it", async () => {
    const [picture, ...more] = await draw(wall(many(30, "Fahrdienst")));
    expect(more).toEqual([]);
    expect(picture?.caption).toBe("Tafel „Klausurtagung“: Gruppe 1 „Wege“");
    expect(picture?.width).toBeLessThanOrEqual(1024);
    expect(picture?.height).toBeLessThanOrEqual(1024);
    expect(pngRows(picture?.bytes ?? new Uint8Array())).toHaveLength(picture?.height ?? 0);
  });

  it("is spread over several for three hundred, all with letters as large", async () => {
    const pictures = await draw(wall(many(300, usual)));
    expect(pictures.length).toBeGreaterThan(4);
    expect(pictures.length).toBeLessThan(20);
    for (const { width, height, bytes } of pictures) {
      expect(width).toBe(pictures[0]?.width);
      expect(height).toBeLessThanOrEqual(1024);
      expect(bytes.length).toBeLessThan(1_000_000);
    }
    expect(pictures[1]?.caption).toBe(`Tafel „Klausurtagung“, Bild 2 von ${pictures.length}: Gruppe 1 „Wege“`);
  });

  it("is the same, byte for byte, whenever it is drawn", async () => {
    const [one, other] = await Promise.all([draw(wall(["a", "b"])), draw(wall(["a", "b"]))]);
    expect(one.map(({ bytes }) => Buffer.from(bytes).toString("base64"))).toEqual(
      other.map(({ bytes }) => Buffer.from(bytes).toString("base64")),
    );
  });

  it("shows what members wrote as text, never as Typst or SVG", async () => {
    const hostile = [
      '#rect(fill: rgb("#00ff00"), width: 100%)',
      '#panic("x") $x$ [*_ `raw` \\ ]] ))',
      '<svg><rect fill="#00ff00" width="900" height="900"/></svg><script>alert(1)</script>',
      "{{#each ideas}}{{/each}} [x](javascript:alert(1)) =cmd()",
      "\u202Egnuj\u202C \u0000\u0007 \ud800 👩‍👩‍👧 🎉",
    ];
    const text = hostile.join(" ");
    const pictures = await draw(wall([...hostile, text], { title: text, group: text }));
    const rows = pictures.flatMap(({ bytes }) => pngRows(bytes));
    expect(rows.some((row) => isStrong(row, [0, 255, 0]))).toBe(false);
    // Every card is there: white on the colour of its group.
    expect(rows.some((row) => isStrong(row, [0xdb, 0xe9, 0xf6]))).toBe(true);
  });

  it.each([
    ["one word without end", "x".repeat(60_000)],
    ["a text without end", "Donau ".repeat(10_000)],
    ["lines without end", "a\n".repeat(5_000)],
    ["nothing", ""],
  ])("stays readable with %s", async (_, text) => {
    const pictures = await draw(wall([text, "Elterncafé", text], { title: text, group: text }));
    expect(pictures.length).toBeLessThanOrEqual(2);
    for (const { width, height } of pictures) expect(Math.max(width, height)).toBeLessThanOrEqual(1024);
  });
});
