import type { StorageFault, StorageFaultCode } from "../flows/ports.ts";
import { runtimeFaults, startFaults } from "../texts/storage-faults.ts";

const atStart = startFaults satisfies Readonly<Record<StorageFaultCode, string>>;
const whileRunning = runtimeFaults satisfies Readonly<Record<StorageFaultCode, string>>;

/** The sentence, and below it what the machine said: for whoever looks after it. */
export function startFault(fault: StorageFault): string {
  return `${atStart[fault.code]}\n(${fault.code}: ${fault.message})`;
}

export function runtimeFault(fault: StorageFault): string {
  return whileRunning[fault.code];
}

/** What whoever looks after it needs of an error nobody expected. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
