import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** A file in a ZIP archive, unpacked. */
export type ZipEntry = { readonly path: string; readonly data: Buffer };

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const DEFLATED = 8;
const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** The archive's files in the order of its directory. For archives we made ourselves: no ZIP64, no encryption. */
export function readZip(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(signature(END_OF_CENTRAL));
  if (end < 0) throw new Error("not a ZIP archive");
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString("utf8", at + 46, at + 46 + nameLength);
    entries.push({ path, data: unpack(archive, at) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(archive: Buffer, central: number): Buffer {
  const method = archive.readUInt16LE(central + 10);
  const size = archive.readUInt32LE(central + 20);
  const local = archive.readUInt32LE(central + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + size);
  return method === DEFLATED ? inflateRawSync(packed) : Buffer.from(packed);
}

/** An archive with every file's time set to 1 January 1980, so that equal files give equal bytes. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path, "utf8");
    const packed = deflateRawSync(entry.data, { level: 9 });
    const common = commonHeader(entry.data, packed.length, name.length);
    const local = Buffer.concat([signature(LOCAL_HEADER), common, name, packed]);
    centrals.push(Buffer.concat([signature(CENTRAL_HEADER), int16(VERSION), common, centralTail(offset), name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const counts = Buffer.concat([int16(0), int16(0), int16(entries.length), int16(entries.length)]);
  const end = Buffer.concat([signature(END_OF_CENTRAL), counts, int32(directory.length), int32(offset), int16(0)]);
  return Buffer.concat([...locals, directory, end]);
}

/** The fields which local and central headers share, from "version needed" to "extra length". */
function commonHeader(data: Buffer, packedSize: number, nameLength: number): Buffer {
  const firstOfJanuary1980 = 0x21;
  const shorts = [VERSION, UTF8_NAMES, DEFLATED, 0, firstOfJanuary1980].map(int16);
  const sizes = [crc32(data), packedSize, data.length].map(int32);
  return Buffer.concat([...shorts, ...sizes, int16(nameLength), int16(0)]);
}

/** Comment length, disk, attributes (none) and the offset of the local header. */
function centralTail(offset: number): Buffer {
  return Buffer.concat([int16(0), int16(0), int16(0), int32(0), int32(offset)]);
}

function signature(value: number): Buffer {
  return int32(value);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
