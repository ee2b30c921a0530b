import { bareJpeg } from "./bare-jpeg.ts";
import { barePng } from "./bare-png.ts";
import { bareWebp } from "./bare-webp.ts";
import { type PhotoKind, photoKind } from "./photo-kind.ts";

/** A photo that shows what it shows and tells nothing else: no place, no device, no owner, nothing hidden behind its end. */
export type BarePhoto = {
  readonly kind: PhotoKind;
  readonly bytes: Uint8Array;
  /** In pixels, as stored. */
  readonly width: number;
  readonly height: number;
};

/** Undefined for what is no PNG, JPEG or WebP, or is broken. */
export function barePhoto(bytes: Uint8Array): BarePhoto | undefined {
  const kind = photoKind(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bare = kind === undefined ? undefined : BARING[kind](file);
  if (kind === undefined || bare === undefined || bare.width < 1 || bare.height < 1) return undefined;
  return { kind, ...bare };
}

const BARING = { png: barePng, jpg: bareJpeg, webp: bareWebp };
