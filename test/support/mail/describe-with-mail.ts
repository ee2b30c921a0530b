import { describe } from "vitest";
import { mailServersAvailable, noMailServers } from "./start-mail-servers.ts";

const available = mailServersAvailable();
if (!available) console.warn(`SKIPPED / ÜBERSPRUNGEN: ${noMailServers}`);

/** `describe` for tests that need real mail servers. Under CI missing servers fail them instead of skipping them. */
export const describeWithMail = describe.skipIf(!available && process.env["CI"] !== "true");
