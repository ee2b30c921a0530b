import type { Bare } from "./bare.ts";
import { type Orientation, orientationIn, orientationSegment } from "./jpeg-orientation.ts";

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** JFIF, and what Adobe says about the colours: without them it would look different. */
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;

/**
 * JPEG without EXIF, comments, previews, and whatever lies behind its end (some phones hide a film there). Which way is up stays, or
 * photos would lie on their side. Undefined if it is broken.
 */
export function bareJpeg(file: Buffer): Bare | undefined {
  const parts: Buffer[] = [];
  let orientation: Orientation | undefined;
  let size: Pick<Bare, "width" | "height"> | undefined;
  for (let at = 2; at + 1 < file.length; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) {
      if (size === undefined) return undefined;
      const start = Buffer.from([0xff, START_OF_IMAGE]);
      const up = orientation === undefined ? [] : [orientationSegment(orientation)];
      return { bytes: Buffer.concat([start, ...up, ...parts, Buffer.from([0xff, END_OF_IMAGE])]), ...size };
    }
    const end = endOfSegment(file, at, marker);
    if (end === undefined) return undefined;
    const segment = file.subarray(at, end);
    if (marker === APP1) orientation ??= orientationIn(segment);
    if (isFrame(marker) && segment.length >= 9)
      size ??= { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    if (isKept(marker)) parts.push(segment);
    at = end;
  }
  return undefined;
}

/** Behind a scan's head come its data, in which a marker has to begin anew. */
function endOfSegment(file: Buffer, at: number, marker: number): number | undefined {
  if (at + 4 > file.length) return undefined;
  const length = file.readUInt16BE(at + 2);
  const end = at + 2 + length;
  if (length < 2 || end > file.length) return undefined;
  return marker === START_OF_SCAN ? endOfData(file, end) : end;
}

function endOfData(file: Buffer, from: number): number | undefined {
  for (let at = file.indexOf(0xff, from); at !== -1 && at + 1 < file.length; at = file.indexOf(0xff, at + 2)) {
    const next = file[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return undefined;
}

const isKept = (marker: number): boolean => marker === APP0 || marker === APP14 || (marker >= 0xc0 && marker < 0xe0);

/** Start of frame; three numbers among them mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
