import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barePhoto } from "../../../src/adapters/photos/bare-photo.ts";
import { orientationIn } from "../../../src/adapters/photos/jpeg-orientation.ts";
import { jpeg, jpegSegment, phoneJpeg, png, pngChunk, webpChunk, webps } from "../../support/photos.ts";

const mediaTypes = { png: "image/png", jpg: "image/jpeg", webp: "image/webp" } as const;

/** Pixels as a program of somebody else sees them. */
function pixelsOf(bytes: Uint8Array, kind: keyof typeof mediaTypes): Buffer {
  const address = `data:${mediaTypes[kind]};base64,${Buffer.from(bytes).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><image href="${address}" width="4" height="4"/></svg>`;
  return new Resvg(svg).render().pixels;
}

const isSeen = (pixels: Buffer): boolean => pixels.some((byte) => byte !== 0);
const tells = (bytes: Uint8Array, word: string): boolean => Buffer.from(bytes).includes(word, 0, "latin1");
const bareOf = (bytes: Uint8Array) => {
  const bare = barePhoto(bytes);
  if (bare === undefined) throw new Error("no photo");
  return bare;
};

describe("a photo that is kept", () => {
  it("is a PNG without texts, EXIF, times and what lies behind its end, and looks the same", () => {
    const plain = png(6, 4);
    const end = plain.length - 12;
    const chatty = Buffer.concat([
      plain.subarray(0, 33),
      pngChunk("tEXt", "Author\0geheim"),
      pngChunk("eXIf", "MM\0*geheim"),
      pngChunk("tIME", "geheim1"),
      plain.subarray(33, end),
      pngChunk("iTXt", "XML:com.adobe.xmp\0geheim"),
      plain.subarray(end),
      Buffer.from("geheim"),
    ]);
    const bare = bareOf(chatty);
    expect(bare).toMatchObject({ kind: "png", width: 6, height: 4 });
    expect(tells(bare.bytes, "geheim")).toBe(false);
    expect(isSeen(pixelsOf(bare.bytes, "png"))).toBe(true);
    expect(pixelsOf(bare.bytes, "png")).toEqual(pixelsOf(plain, "png"));
  });

  it.each([false, true])("is a JPEG that knows which way is up, and nothing else (little endian: %s)", (isLittle) => {
    const bare = bareOf(phoneJpeg(6, isLittle));
    expect(bare).toMatchObject({ kind: "jpg", width: 1, height: 1 });
    expect(tells(bare.bytes, "geheim")).toBe(false);
    expect(tells(bare.bytes, "GPS")).toBe(false);
    const file = Buffer.from(bare.bytes);
    expect(file.readUInt16BE(2)).toBe(0xffe1);
    expect(orientationIn(file.subarray(2, 4 + file.readUInt16BE(4)))).toBe(6);
    expect(isSeen(pixelsOf(bare.bytes, "jpg"))).toBe(true);
    expect(pixelsOf(bareOf(jpeg()).bytes, "jpg")).toEqual(pixelsOf(jpeg(), "jpg"));
  });

  it("takes an orientation that is none for none", () => {
    for (const value of [0, 9, 4711]) expect(tells(bareOf(phoneJpeg(value)).bytes, "Exif")).toBe(false);
  });

  it("keeps what a JPEG needs to look right, and goes over scans with all their marks", () => {
    const plain = jpeg();
    const adobe = jpegSegment(0xee, Buffer.from("Adobe\0\0\0\0\0\0\0", "latin1"));
    const data = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
    const scan = Buffer.concat([jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), data]);
    const frame = jpegSegment(0xc2, Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0]));
    const file = Buffer.concat([plain.subarray(0, 2), adobe, frame, scan, scan, Buffer.from([0xff, 0xd9])]);
    const bare = bareOf(file);
    expect(bare).toMatchObject({ width: 40, height: 30 });
    expect(Buffer.from(bare.bytes)).toEqual(file);
  });

  it.each(webps.map((one) => [one.toString("latin1", 12, 16), one] as const))(
    "is a WebP without EXIF and XMP: %s",
    (_, plain) => {
      const head = Buffer.alloc(10);
      head.writeUInt8(0x0c, 0);
      const body = Buffer.concat([
        Buffer.from("WEBP", "latin1"),
        webpChunk("VP8X", head),
        plain.subarray(12),
        webpChunk("EXIF", Buffer.from("geheim!")),
        webpChunk("XMP ", Buffer.from("geheim")),
      ]);
      const bare = bareOf(webpChunk("RIFF", body));
      expect(bare).toMatchObject({ kind: "webp", width: 1, height: 1 });
      expect(tells(bare.bytes, "geheim")).toBe(false);
      expect(Buffer.from(bare.bytes).readUInt8(20)).toBe(0);
      expect(bareOf(plain)).toMatchObject({ width: 1, height: 1 });
      expect(Buffer.from(bareOf(plain).bytes)).toEqual(plain);
    },
  );

  it("is the same when it is made bare once more", () => {
    for (const bytes of [png(), phoneJpeg(), ...webps])
      expect(Buffer.from(bareOf(bareOf(bytes).bytes).bytes)).toEqual(Buffer.from(bareOf(bytes).bytes));
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("GIF89a und mehr davon, so lang wie ein Bild")],
    ["a page that calls itself a picture", Buffer.from("<svg onload=alert(1)>")],
    ["half a PNG", png().subarray(0, 40)],
    ["half a JPEG", jpeg().subarray(0, 100)],
    ["half a WebP", (webps[0] ?? Buffer.alloc(0)).subarray(0, 20)],
  ])("is none where there is %s", (_, bytes) => {
    expect(barePhoto(bytes)).toBeUndefined();
  });

  it("never throws, whatever follows a beginning that promises a picture", () => {
    const beginnings = [png(), phoneJpeg(), ...webps];
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.nat(), fc.uint8Array({ maxLength: 200 }), (begin, cut, more) => {
        const bytes = Buffer.concat([begin.subarray(0, 3 + (cut % begin.length)), more]);
        const bare = barePhoto(bytes);
        if (bare !== undefined) expect(barePhoto(bare.bytes)).toEqual(bare);
      }),
    );
  });
});
