import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** Merkzettel des lokalen Raums: where somebody sat last, and how far the clock was set ahead. Losing it costs nothing. */
export type RoomMemory = { readonly account: string; readonly room?: string; readonly clockShift: number };

const memorySchema = z.strictObject({
  account: z.string().max(200),
  room: z.string().max(200).optional(),
  clockShift: z.number().int(),
});

/** Undefined where there is none that can be read. */
export function readRoomMemory(path: string): RoomMemory | undefined {
  try {
    const { room, ...rest } = memorySchema.parse(JSON.parse(readFileSync(path, "utf8")));
    return room === undefined ? rest : { ...rest, room };
  } catch {
    return undefined; // a new room, or a file somebody broke: the room opens at its usual place
  }
}

export function writeRoomMemory(path: string, memory: RoomMemory): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify(memory)}\n`);
    renameSync(`${path}.new`, path);
  } catch {
    // On a full disk the next start begins at the usual place; the committee's record is not touched.
  }
}
