import { describe, expect, it } from "vitest";
import { joinLetters } from "../../../src/adapters/documents/svg-letters.ts";

const glyphs =
  '<symbol id="gA" overflow="visible"><path d="M 0 0 L 10.123456 0 Z"/></symbol><symbol id="gB" overflow="visible"><path d="M 0 0 L 5 5 Z"/></symbol>';
const line = (uses: string): string => `<g class="typst-text" transform="scale(1, -1)">${uses}</g>`;
const use = (id: string, x: string, fill = "#000000"): string =>
  `<use xlink:href="#${id}" x="${x}" y="0" fill="${fill}" fill-rule="nonzero"/>`;

describe("letters of an SVG", () => {
  it("of one line become one path, each at its place", () => {
    const joined = joinLetters(glyphs + line(use("gA", "0") + use("gB", "12.34567")));
    expect(joined).toBe(`${glyphs}${line('<path fill="#000000" d="M0 0L10.12 0ZM12.35 0L5 5Z"/>')}`);
  });

  it.each([
    ["with one that is no outline", line(use("gA", "0") + use("emoji", "9"))],
    ["in two colours", line(use("gA", "0") + use("gB", "9", "#ff0000"))],
    ["without any", line("")],
  ])("stay as they are in a line %s", (_, svg) => {
    expect(joinLetters(glyphs + svg)).toBe(glyphs + svg);
  });
});
