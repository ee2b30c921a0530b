import { encryptionFaults } from "../texts/matrix-encryption.ts";
import { matrixFaults } from "../texts/matrix-faults.ts";
import { teamsFaults } from "../texts/teams-faults.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** Says a fault of the connection to a platform and ends with the code for it; any other error goes on. */
export async function sayingPlatformFaults(terminal: Terminal, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const said = await platformFault(error);
    if (said === undefined) throw error;
    terminal.complain(said);
    return exitCodes.fault;
  }
}

/** The sentence for a fault of the connection to a platform, and below it what was met; undefined for any other error. */
export async function platformFault(error: unknown): Promise<string | undefined> {
  const { MatrixFault } = await import("../adapters/matrix/matrix-fault.ts");
  if (error instanceof MatrixFault) return worded(matrixFaults[error.code], error);
  const { EncryptionFault } = await import("../adapters/matrix/encryption/encryption-fault.ts");
  if (error instanceof EncryptionFault) return worded(encryptionFaults[error.code], error);
  const { TeamsFault } = await import("../adapters/teams/teams-fault.ts");
  if (error instanceof TeamsFault) return worded(teamsFaults[error.code], error);
  return undefined;
}

const worded = (sentence: string, { code, message }: Error & { readonly code: string }): string =>
  `${sentence}\n(${code}: ${message})`;
