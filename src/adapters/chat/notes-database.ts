import { DatabaseSync, type SQLInputValue } from "node:sqlite";

/** Merkzettel einer Plattform: what has to survive a restart besides the committee's own record. */
export type NotesDatabase = {
  readonly database: DatabaseSync;
  /** A statement that changes something; says how many rows. */
  act(sql: string): (...values: SQLInputValue[]) => number;
  /** A statement that asks. The columns of a row are those the SQL names; the tables have to be STRICT. */
  rows<Row>(sql: string): (...values: SQLInputValue[]) => readonly Row[];
};

/**
 * Opens or makes the file, of shape number `shape`, with these tables. A killed process loses nothing of it. A power cut may lose the
 * last moments, but never their order. Throws for a file that is not ours or is not whole.
 */
export function openNotes(file: string, shape: number, tables: string): NotesDatabase {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON");
    const found = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
    if (found > shape) throw new Error(`shape ${found}, known up to ${shape}`);
    if (found < shape) database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version=${shape}; COMMIT`);
    const check = database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    if (check !== "ok") throw new Error(String(check));
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    database,
    act(sql) {
      const statement = database.prepare(sql);
      return (...values) => Number(statement.run(...values).changes);
    },
    rows<Row>(sql: string) {
      const statement = database.prepare(sql);
      return (...values: SQLInputValue[]) => statement.all(...values) as unknown as readonly Row[]; // as the type says above
    },
  };
}
