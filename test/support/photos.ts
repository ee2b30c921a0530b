import { crc32 } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";

/** A real PNG of one colour. */
export const png = (width = 6, height = 4, fill = "#c8102e"): Buffer =>
  Buffer.from(
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${fill}"/></svg>`,
    )
      .render()
      .asPng(),
  );

/** A grey pixel. */
export const jpeg = (): Buffer =>
  Buffer.from(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z",
    "base64",
  );

/** A pixel, lossy and lossless. */
export const webps: readonly Buffer[] = [
  "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
  "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
].map((text) => Buffer.from(text, "base64"));

export const pngChunk = (type: string, data: string): Buffer => {
  const named = Buffer.from(type + data, "latin1");
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
};

export const jpegSegment = (marker: number, data: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

export const webpChunk = (type: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

/** EXIF as phones write it: which way is up, and a place. */
export function exif(orientation: number, isLittle = false): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write(isLittle ? "II*\0" : "MM\0*", "latin1");
  const [two, four] = isLittle
    ? [tiff.writeUInt16LE.bind(tiff), tiff.writeUInt32LE.bind(tiff)]
    : [tiff.writeUInt16BE.bind(tiff), tiff.writeUInt32BE.bind(tiff)];
  four(8, 4);
  two(2, 8);
  for (const [index, [tag, value]] of [[0x0112, orientation] as const, [0x8825, 99] as const].entries()) {
    const at = 10 + index * 12;
    two(tag, at);
    two(3, at + 2);
    four(1, at + 4);
    two(value, at + 8);
  }
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("GPS 54.3 10.1 geheim", "latin1")]);
}

/** A JPEG as it comes from a phone: with a place, a comment, and something behind its end. */
export function phoneJpeg(orientation = 6, isLittle = false): Buffer {
  const bare = jpeg();
  return Buffer.concat([
    bare.subarray(0, 2),
    jpegSegment(0xe1, exif(orientation, isLittle)),
    jpegSegment(0xfe, Buffer.from("geheim")),
    bare.subarray(2),
    Buffer.from("geheim: ein Film"),
  ]);
}
