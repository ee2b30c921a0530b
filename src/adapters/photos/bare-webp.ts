import type { Bare } from "./bare.ts";

const HEAD = 12;
/** Bits of the extended header that announce EXIF and XMP. */
const ANNOUNCED = 0x08 | 0x04;
const KEPT: ReadonlySet<string> = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF"]);

/** WebP without EXIF, XMP and what else is not the picture. Undefined if it is broken. */
export function bareWebp(file: Buffer): Bare | undefined {
  const end = Math.min(file.length, file.length < HEAD ? 0 : 8 + file.readUInt32LE(4));
  const parts: Buffer[] = [];
  let size: Pick<Bare, "width" | "height"> | undefined;
  for (let at = HEAD; at + 8 <= end; ) {
    const type = file.toString("latin1", at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const data = file.subarray(at + 8, at + 8 + length);
    if (data.length < length) return undefined;
    size ??= sizeIn(type, data);
    if (KEPT.has(type)) parts.push(chunk(type, type === "VP8X" ? unannounced(data) : data));
    at += 8 + length + (length % 2);
  }
  if (size === undefined) return undefined;
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...parts]);
  return { bytes: chunk("RIFF", body), ...size };
}

/** Padded to an even length. */
function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The colour profile is dropped, too. */
function unannounced(data: Buffer): Buffer {
  const copy = Buffer.from(data);
  copy.writeUInt8((copy[0] ?? 0) & ~(ANNOUNCED | 0x20), 0);
  return copy;
}

function sizeIn(type: string, data: Buffer): Pick<Bare, "width" | "height"> | undefined {
  if (type === "VP8X" && data.length >= 10)
    return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  if (type === "VP8L" && data.length >= 5) {
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (type === "VP8 " && data.length >= 10)
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  return undefined;
}
