import { inflateSync } from "node:zlib";

/** Pixels of a PNG with eight bits each for red, green, blue and opacity: rows of four bytes each. */
export function pngRows(png: Uint8Array): readonly Uint8Array[] {
  const file = Buffer.from(png);
  const width = file.readUInt32BE(16);
  if (file.readUInt16BE(24) !== 0x0806) throw new Error("no RGBA");
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const size = 1 + width * 4;
  const rows: Uint8Array[] = [];
  for (let at = 0; at < raw.length; at += size)
    rows.push(unfiltered(raw[at] ?? 0, raw.subarray(at + 1, at + size), rows.at(-1) ?? new Uint8Array(width * 4)));
  return rows;
}

function unfiltered(filter: number, row: Uint8Array, above: Uint8Array): Uint8Array {
  const result = new Uint8Array(row.length);
  row.forEach((byte, index) => {
    const left = result[index - 4] ?? 0;
    const up = above[index] ?? 0;
    const corner = above[index - 4] ?? 0;
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
    result[index] = byte + (guesses[filter] ?? 0);
  });
  return result;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
