import { crc32 } from "node:zlib";
import { EncryptionFault } from "../encryption-fault.ts";

/**
 * The journal on disk: the name of the format, then frames numbered from 0. Frame 0 is the base, a whole picture of the store; it is
 * only ever put in place complete. Each further frame is one transaction, begun after all before it were on the disk. So an
 * incomplete frame with nothing behind it is a write that was cut off, and anything else that is not as written is damage.
 *
 * A frame: mark, number, length of content, checksum of content, checksum of these four; then the content. Little endian.
 */
const FORMAT = Buffer.from("SDKEYS1\n");
const MARK = Buffer.from("\x1eFRM");
const HEADER = 20;

export type JournalContent = {
  readonly base: Buffer;
  readonly tail: readonly Buffer[];
  /** The last write was cut off; its beginning is in the file and counts for nothing. */
  readonly isTorn: boolean;
};

export function frameOf(number: number, content: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER);
  MARK.copy(header);
  header.writeUInt32LE(number, 4);
  header.writeUInt32LE(content.length, 8);
  header.writeUInt32LE(crc32(content), 12);
  header.writeUInt32LE(crc32(header.subarray(0, 16)), 16);
  return Buffer.concat([header, content]);
}

export const startOfFile = (base: Uint8Array): Buffer => Buffer.concat([FORMAT, frameOf(0, base)]);

/** Throws "store-damaged" unless everything that was acknowledged is there as it was written. */
export function readJournalBytes(bytes: Buffer): JournalContent {
  if (!bytes.subarray(0, FORMAT.length).equals(FORMAT)) throw damaged("the file does not begin like a journal");
  const base = contentAt(bytes, FORMAT.length, 0);
  if (base === undefined) throw damaged("the base is incomplete or altered");
  const tail: Buffer[] = [];
  let at = FORMAT.length + HEADER + base.length;
  while (at < bytes.length) {
    const content = contentAt(bytes, at, tail.length + 1);
    if (content === undefined) {
      if (hasOtherFrame(bytes, at, tail.length + 1)) throw damaged(`transaction ${tail.length + 1} is altered`);
      return { base, tail, isTorn: true };
    }
    tail.push(content);
    at += HEADER + content.length;
  }
  return { base, tail, isTorn: false };
}

function contentAt(bytes: Buffer, at: number, number: number): Buffer | undefined {
  if (numberAt(bytes, at) !== number) return undefined;
  const content = bytes.subarray(at + HEADER, at + HEADER + bytes.readUInt32LE(at + 8));
  const isWhole = content.length === bytes.readUInt32LE(at + 8) && crc32(content) === bytes.readUInt32LE(at + 12);
  return isWhole ? content : undefined;
}

/** The number of the frame that begins here, if one does. */
function numberAt(bytes: Buffer, at: number): number | undefined {
  const header = bytes.subarray(at, at + HEADER);
  if (header.length < HEADER || !header.subarray(0, MARK.length).equals(MARK)) return undefined;
  return crc32(header.subarray(0, 16)) === header.readUInt32LE(16) ? header.readUInt32LE(4) : undefined;
}

/** A frame with another number can only be there if this one was once complete. */
function hasOtherFrame(bytes: Buffer, from: number, number: number): boolean {
  for (let at = bytes.indexOf(MARK, from); at !== -1; at = bytes.indexOf(MARK, at + 1)) {
    const found = numberAt(bytes, at);
    if (found !== undefined && found !== number) return true;
  }
  return false;
}

const damaged = (what: string) => new EncryptionFault("store-damaged", `journal of the keys: ${what}`);
