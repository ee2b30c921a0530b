import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { keyLength, unseal } from "../../src/adapters/storage/sealing.ts";

/**
 * An attacker with every file of the store who knows in which order people voted, and looks for the choices in that order:
 * in rows, in the layout of pages, in the WAL, in freed space, and behind seals whose key is still about.
 * Choices are distinct marks here, so that each link can be scored.
 */
export type Files = ReadonlyMap<string, Buffer>;

/** A guess of the order of voting: the marks in the order a view shows them. */
export type Guess = { readonly view: string; readonly marks: readonly string[] };

const mark = /choice-\d{4}/g;
const idLength = 16;
const envelopeLength = 12 + 768 + 16;
const walHeader = 32;
const frameHeader = 24;

export function readEveryFile(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return new Map(paths.filter((path) => statSync(path).isFile()).map((path) => [path, readFileSync(path)]));
}

export function marksIn(bytes: Buffer): readonly string[] {
  return unique([...bytes.toString("latin1").matchAll(mark)].map(([found]) => found));
}

/** Everything the attacker tries. A view that shows nothing is left out. */
export function guessOrder(files: Files, box: string): readonly Guess[] {
  const guesses: Guess[] = [];
  const add = (view: string, marks: readonly string[]) => {
    if (marks.length > 0) guesses.push({ view, marks: unique(marks) });
  };
  for (const [path, bytes] of files) {
    const found = [...bytes.toString("latin1").matchAll(mark)].map(([text]) => text);
    add("bytes forwards", found);
    add("bytes, last seen", unique(found.toReversed()).toReversed());
    if (path.endsWith(".db")) add("cells of pages", pagesOf(bytes, 0, 0).flatMap(backwards));
    if (path.endsWith("-wal")) add("frames of the WAL", pagesOf(bytes, walHeader, frameHeader).flatMap(backwards));
    for (const key of keysIn(files)) add("opened seals", openSeals(bytes, box, key));
    if (path.endsWith(".db")) add("rows", readRows(path));
  }
  return guesses;
}

/** Votes linked to the right voter by laying a guess beside the order of voting. By chance: one, whatever their number. */
export function countLinks(guess: readonly string[], truth: readonly string[]): number {
  return truth.filter((choice, index) => guess[index] === choice).length;
}

/** Kendall's tau: 1 if two orders agree, -1 if they are opposite, 0 on average by chance. A pair that was not found counts as a tie. */
export function correlation(guess: readonly string[], truth: readonly string[]): number {
  const ranks = truth.map((choice) => guess.indexOf(choice)).filter((rank) => rank >= 0);
  const pairs = ranks.flatMap((first, index) => ranks.slice(index + 1).map((second) => Math.sign(second - first)));
  return pairs.reduce((sum, sign) => sum + sign, 0) / ((truth.length * (truth.length - 1)) / 2);
}

/** Pages of a database (or frames of a WAL, which hold one page each), in their order in the file. */
function pagesOf(bytes: Buffer, start: number, gap: number): readonly Buffer[] {
  const size = 4_096;
  const count = Math.max(0, Math.floor((bytes.length - start) / (size + gap)));
  return Array.from({ length: count }, (_, index) => {
    const offset = start + index * (size + gap) + gap;
    return bytes.subarray(offset, offset + size);
  });
}

/** Cells fill a page from its end: read backwards, a page tells in which order it was filled. */
function backwards(page: Buffer): readonly string[] {
  return [...page.toString("latin1").matchAll(mark)].map(([text]) => text).toReversed();
}

function keysIn(files: Files): readonly Buffer[] {
  return [...files]
    .filter(([path, bytes]) => path.endsWith(".key") && bytes.length === keyLength)
    .map(([, bytes]) => bytes);
}

/** Tries a key on whatever stands where a sealed row of the box would have its envelope, in every page ever written. */
function openSeals(bytes: Buffer, box: string, key: Buffer): readonly string[] {
  const opened: string[] = [];
  for (let at = bytes.indexOf(box); at >= 0; at = bytes.indexOf(box, at + 1)) {
    const start = at + Buffer.byteLength(box) + idLength;
    try {
      opened.push(unseal(key, box, bytes.subarray(start, start + envelopeLength)));
    } catch {
      // Not an envelope, or not of this key: the attacker goes on.
    }
  }
  return opened.filter((text) => text.startsWith("choice-"));
}

/** Rows of every table in the order the engine gives them. */
function readRows(path: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "attack-"));
  try {
    for (const suffix of ["", "-wal"])
      cpSync(`${path}${suffix}`, join(folder, `${basename(path)}${suffix}`), { force: true });
    const database = new DatabaseSync(join(folder, basename(path)));
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const rows = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all());
    database.close();
    return rows.flatMap((row) =>
      Object.values(row).flatMap((value) => (typeof value === "string" ? (value.match(mark) ?? []) : [])),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unique(marks: readonly string[]): readonly string[] {
  return [...new Set(marks)];
}
