import { StorageFault, type StorageFaultCode } from "../../flows/ports.ts";

/** Primary result codes of SQLite (the low byte of `errcode`). */
const codeOfSqlite: Readonly<Record<number, StorageFaultCode>> = {
  3: "read-only", // PERM
  5: "locked-by-other-process", // BUSY
  6: "locked-by-other-process", // LOCKED
  8: "read-only", // READONLY
  10: "io", // IOERR
  11: "damaged", // CORRUPT
  13: "disk-full", // FULL
  14: "io", // CANTOPEN
  26: "damaged", // NOTADB
};

/** Enlarging the WAL index fails for lack of room only; SQLite reports it as a plain input/output error. */
const sharedMemorySize = 10 | (19 << 8);

const codeOfSystem: Readonly<Record<string, StorageFaultCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EROFS: "read-only",
  EACCES: "read-only",
  EPERM: "read-only",
};

/** Errors of SQLite that concern one statement, not the database: a bug of whoever asked for it. */
export function isMistake(error: unknown): boolean {
  if (error instanceof StorageFault) return true;
  const code = sqliteCode(error);
  return code === undefined || codeOfSqlite[code & 0xff] === undefined;
}

/** A fault of the world with its code. Faults pass through; anything unknown is "io" with its cause. */
export function toStorageFault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StorageFault(codeOf(error), message, undefined, error);
}

function codeOf(error: unknown): StorageFaultCode {
  const sqlite = sqliteCode(error);
  if (sqlite === sharedMemorySize) return "disk-full";
  if (sqlite !== undefined) return codeOfSqlite[sqlite & 0xff] ?? "io";
  const system = property(error, "code");
  return (typeof system === "string" ? codeOfSystem[system] : undefined) ?? "io";
}

function sqliteCode(error: unknown): number | undefined {
  const code = property(error, "errcode");
  return typeof code === "number" ? code : undefined;
}

function property(error: unknown, name: string): unknown {
  if (typeof error !== "object" || error === null) return undefined;
  return Object.getOwnPropertyDescriptor(error, name)?.value;
}
