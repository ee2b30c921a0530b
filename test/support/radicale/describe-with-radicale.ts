import { existsSync } from "node:fs";
import { describe } from "vitest";
import { RADICALE } from "./radicale.ts";

const available = existsSync(RADICALE);
if (!available) console.warn(`SKIPPED / ÜBERSPRUNGEN: no ${RADICALE} here; on Debian: apt install python3-radicale`);

/** `describe` for tests against a real CalDAV server. Under CI a missing one fails them instead of skipping them. */
export const describeWithRadicale = describe.skipIf(!available && process.env["CI"] !== "true");
