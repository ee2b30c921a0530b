import type { Bare } from "./bare.ts";

const SIGNATURE = 8;
/** Length, type and checksum around what a chunk holds. */
const AROUND = 12;

/** Chunks that decide how it looks; texts, times and EXIF are none. */
const KEPT: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "sBIT",
  "pHYs",
]);

/** PNG without texts, EXIF, and whatever lies behind its end. Undefined if it is broken. */
export function barePng(file: Buffer): Bare | undefined {
  const parts: Buffer[] = [file.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at + AROUND <= file.length; ) {
    const end = at + AROUND + file.readUInt32BE(at);
    if (end > file.length) return undefined;
    const type = file.toString("latin1", at + 4, at + 8);
    if (at === SIGNATURE && (type !== "IHDR" || end < at + AROUND + 13)) return undefined;
    if (KEPT.has(type)) parts.push(file.subarray(at, end));
    if (type === "IEND")
      return { bytes: Buffer.concat(parts), width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
    at = end;
  }
  return undefined;
}
