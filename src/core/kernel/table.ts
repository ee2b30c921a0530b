const WIDTH = 32;
const PER_BLOCK = WIDTH * WIDTH;

type Block<T> = readonly (readonly T[])[];

/**
 * Things numbered 1, 2, 3 … without gaps, immutable. A change copies two lists of 32 and the list of blocks of 1024, so that
 * thousands of motions over the years cost a replay nothing.
 */
export type Table<T> = { readonly size: number; readonly blocks: readonly Block<T>[] };

export const emptyTable: Table<never> = { size: 0, blocks: [] };

/** Entry `number`, undefined if there is none. */
export function entry<T>(table: Table<T>, number: number): T | undefined {
  const index = number - 1;
  return table.blocks[Math.floor(index / PER_BLOCK)]?.[Math.floor(index / WIDTH) % WIDTH]?.[index % WIDTH];
}

/** Sets entry `number`: an existing one, or the next one. */
export function withEntry<T>(table: Table<T>, number: number, value: T): Table<T> {
  if (number < 1 || number > table.size + 1) throw new Error(`entry ${number} would leave a gap after ${table.size}`);
  const index = number - 1;
  const blocks = table.blocks.slice();
  const block = (blocks[Math.floor(index / PER_BLOCK)] ?? []).slice();
  const row = (block[Math.floor(index / WIDTH) % WIDTH] ?? []).slice();
  row[index % WIDTH] = value;
  block[Math.floor(index / WIDTH) % WIDTH] = row;
  blocks[Math.floor(index / PER_BLOCK)] = block;
  return { size: Math.max(table.size, number), blocks };
}

/** Changes entry `number`; throws if there is none (a bug: events only speak of what exists). */
export function changeEntry<T>(table: Table<T>, number: number, change: (value: T) => T): Table<T> {
  const value = entry(table, number);
  if (value === undefined) throw new Error(`there is no entry ${number}`);
  return withEntry(table, number, change(value));
}

export function entries<T>(table: Table<T>): readonly T[] {
  return table.blocks.flatMap((block) => block.flat());
}
