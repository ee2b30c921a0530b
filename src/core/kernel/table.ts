const CHUNK = 256;

/**
 * Things numbered 1, 2, 3 … without gaps, immutable. A change copies one chunk of 256 at most and the list of chunks, so that
 * thousands of motions over the years cost a replay nothing.
 */
export type Table<T> = { readonly size: number; readonly chunks: readonly (readonly T[])[] };

export const emptyTable: Table<never> = { size: 0, chunks: [] };

/** Entry `number`, undefined if there is none. */
export function entry<T>(table: Table<T>, number: number): T | undefined {
  return table.chunks[Math.floor((number - 1) / CHUNK)]?.[(number - 1) % CHUNK];
}

/** Sets entry `number`: an existing one, or the next one. */
export function withEntry<T>(table: Table<T>, number: number, value: T): Table<T> {
  if (number < 1 || number > table.size + 1) throw new Error(`entry ${number} would leave a gap after ${table.size}`);
  const at = Math.floor((number - 1) / CHUNK);
  const chunk = [...(table.chunks[at] ?? [])];
  chunk[(number - 1) % CHUNK] = value;
  const chunks = [...table.chunks];
  chunks[at] = chunk;
  return { size: Math.max(table.size, number), chunks };
}

/** Changes entry `number`; throws if there is none (a bug: events only speak of what exists). */
export function changeEntry<T>(table: Table<T>, number: number, change: (value: T) => T): Table<T> {
  const value = entry(table, number);
  if (value === undefined) throw new Error(`there is no entry ${number}`);
  return withEntry(table, number, change(value));
}

export function entries<T>(table: Table<T>): readonly T[] {
  return table.chunks.flat();
}
