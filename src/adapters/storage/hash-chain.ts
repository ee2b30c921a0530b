import { hash } from "node:crypto";
import type { EventRecord, StoredRecord } from "../../flows/ports.ts";

/** A record with its link of the chain (SHA-256, hex). */
export type ChainedRecord = StoredRecord & { readonly hash: string };

/** What the first event of a stream is chained to. */
export const chainStart = "";

/**
 * One link: SHA-256 over the previous link and everything the event says. Numbers first, then a JSON array, then the data as it is
 * stored: each part ends where the next begins, so that no two contents share an encoding.
 */
export function linkHash(previous: string, stream: string, version: number, event: EventRecord): string {
  const head = JSON.stringify([stream, event.type, event.at, event.by]);
  return hash("sha256", `${previous} ${version} ${event.schema} ${head} ${event.data}`, "hex");
}

/** The first version whose link does not fit: changed, removed, inserted or moved; undefined if all do. */
export function findBrokenLink(stream: string, records: Iterable<ChainedRecord>): number | undefined {
  let previous = chainStart;
  let expected = 1;
  for (const record of records) {
    if (record.version !== expected || record.hash !== linkHash(previous, stream, expected, record))
      return record.version;
    previous = record.hash;
    expected += 1;
  }
  return undefined;
}
