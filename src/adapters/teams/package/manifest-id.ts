import { createHash } from "node:crypto";

/** UUID in version 5, always the same for one app registration: a newer package replaces the app instead of standing beside it. */
export function manifestId(appId: string): string {
  const hash = createHash("sha1").update(`sitzungsdienst-teams ${appId.toLowerCase()}`).digest("hex");
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(18, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
