import { readZip, writeZip, type ZipEntry } from "./zip-archive.ts";

export function normalizeDocx(archive: Buffer, _created: string): Uint8Array {
  return writeZip(readZip(archive));
}
export type X = ZipEntry;
