import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseTranscript } from "../../../src/cli/transcript/parse-transcript.ts";
import { playTranscript } from "../../../src/cli/transcript/play-transcript.ts";
import type { Transcript } from "../../../src/cli/transcript/transcript.ts";
import type { Incoming } from "../../../src/flows/incoming.ts";
import { projectRoot } from "../../../tools/step.ts";
import { type KeptRecord, keptRecord } from "./kept-record.ts";

/** What happened in the local room, one after the other. */
export type Moment =
  | { readonly kind: "turned"; readonly instant: string }
  | { readonly kind: "heard"; readonly incoming: Incoming };

export type LocalSession = {
  readonly transcript: Transcript;
  readonly moments: readonly Moment[];
  readonly record: KeptRecord;
};

/** Plays a scenario in the local room, with all it expects. */
export async function localSession(name: string): Promise<LocalSession> {
  const file = join(projectRoot, "test", "scenarios", name);
  const parsed = parseTranscript(readFileSync(file, "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const moments: Moment[] = [];
  let record: KeptRecord | undefined;
  const failures = await playTranscript(parsed.value, file, join(projectRoot, "templates"), undefined, {
    turned: (instant) => moments.push({ kind: "turned", instant }),
    heard: (incoming) => moments.push({ kind: "heard", incoming }),
    ended(house, outgoing) {
      record = keptRecord(house, outgoing);
    },
  });
  if (record === undefined || failures.length > 0) throw new Error(JSON.stringify(failures));
  return { transcript: parsed.value, moments, record };
}
