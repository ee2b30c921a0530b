/** Which way is up, as EXIF counts it: 1 to 8. */
export type Orientation = number;

const EXIF = "Exif\0\0";
/** Marker, length, and "Exif" before the part that counts its own bytes. */
const TIFF = 4 + EXIF.length;
const ORIENTATION = 0x0112;
const SHORT = 3;

/** From a segment with EXIF; undefined where it says nothing, or nothing sensible. */
export function orientationIn(segment: Buffer): Orientation | undefined {
  if (segment.toString("latin1", 4, TIFF) !== EXIF || segment.length < TIFF + 8) return undefined;
  const tiff = segment.subarray(TIFF);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const two = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = two(directory);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return undefined;
    if (two(at) !== ORIENTATION) continue;
    const value = two(at + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** EXIF that says which way is up, and nothing else. */
export function orientationSegment(orientation: Orientation): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from(EXIF, "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
