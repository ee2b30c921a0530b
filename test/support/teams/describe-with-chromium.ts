import { existsSync } from "node:fs";
import { describe } from "vitest";

/** Debian's package "chromium". */
export const CHROMIUM = "/usr/bin/chromium";

const available = existsSync(CHROMIUM);
if (!available) console.warn(`SKIPPED / ÜBERSPRUNGEN: no ${CHROMIUM} here; on Debian: apt install chromium`);

/** `describe` for tests that look at cards in a real browser. Under CI a missing browser fails them instead of skipping them. */
export const describeWithChromium = describe.skipIf(!available && process.env["CI"] !== "true");
