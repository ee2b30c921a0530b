/** Art eines Bildes, told by its first bytes; what somebody calls it does not count. */
export type PhotoKind = "png" | "jpg" | "webp";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

export function photoKind(bytes: Uint8Array): PhotoKind | undefined {
  if (holds(bytes, 0, PNG)) return "png";
  if (holds(bytes, 0, JPEG)) return "jpg";
  return holds(bytes, 0, RIFF) && holds(bytes, 8, WEBP) ? "webp" : undefined;
}

const holds = (bytes: Uint8Array, at: number, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);
