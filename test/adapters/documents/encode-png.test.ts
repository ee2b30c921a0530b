import { Resvg } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { encodePng } from "../../../src/adapters/documents/encode-png.ts";
import { pngRows } from "./png-pixels.ts";

const [width, height] = [37, 11];
const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 31) % 256));

it("keeps every pixel where it is", async () => {
  const rows = pngRows(await encodePng(pixels, width, height));
  expect(rows).toHaveLength(height);
  expect(Buffer.concat(rows).equals(pixels)).toBe(true);
});

it("is read alike by somebody else's program, checksums included", async () => {
  const png = await encodePng(pixels, width, height);
  const shown = (file: Buffer) => {
    const href = `data:image/png;base64,${file.toString("base64")}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="${href}"/></svg>`;
    return Buffer.from(new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels);
  };
  expect(shown(png).equals(pixels)).toBe(true);
  const broken = Buffer.from(png);
  broken.writeUInt8(broken.readUInt8(29) ^ 1, 29);
  expect(shown(broken).equals(pixels)).toBe(false);
});
