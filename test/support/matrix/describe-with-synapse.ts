import { describe } from "vitest";
import { noSynapse, synapseAvailable } from "./synapse-root.ts";

const available = synapseAvailable();
if (!available) console.warn(`SKIPPED / ÜBERSPRUNGEN: ${noSynapse}`);

/** `describe` for tests that need a real homeserver. Under CI a missing homeserver fails them instead of skipping them. */
export const describeWithSynapse = describe.skipIf(!available && process.env["CI"] !== "true");
