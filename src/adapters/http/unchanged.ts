import type { IncomingHttpHeaders } from "node:http";

/** What a client may already have: a strong tag, and the second of the last change where it is settled. */
export type Validators = { readonly etag: string; readonly lastModified: number | undefined };

const TAGS = /(?:W\/)?("[^"]*")/g;

/**
 * Der Client hat es schon (RFC 9110 § 13): one of his tags, weak ones too, or any if he says "*". Only who has no tag is asked for the time;
 * a time that is none counts as not said.
 */
export function isUnchanged(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags.trim() === "*" || [...tags.matchAll(TAGS)].some(([, tag]) => tag === etag);
  const since = Math.floor(Date.parse(headers["if-modified-since"] ?? "") / 1_000);
  return lastModified !== undefined && lastModified <= since;
}
