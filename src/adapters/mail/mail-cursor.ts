import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/**
 * Lesezeichen im Postfach: up to where it was read. `since`: instant of the first start; what was read by somebody before that is none of
 * our business.
 */
export type Cursor = { readonly uidValidity: string; readonly lastUid: number; readonly since: string };

export type CursorFile = { read(): Cursor | undefined; write(cursor: Cursor): void };

const schema = z.strictObject({
  uidValidity: z.string().regex(/^\d{1,20}$/),
  lastUid: z.number().int().nonnegative(),
  since: z.iso.datetime(),
});

/** A file that is damaged or missing means: from the beginning. Nothing is taken twice, the keys of mails protect. */
export function openCursorFile(file: string): CursorFile {
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        return undefined;
      }
    },
    write(cursor) {
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(`${file}.neu`, "w", 0o600);
      try {
        writeSync(handle, `${JSON.stringify(cursor)}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(`${file}.neu`, file);
    },
  };
}
