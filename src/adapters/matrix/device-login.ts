import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { MatrixFault } from "./matrix-fault.ts";
import { writeWhole } from "./write-whole.ts";

/** Anmeldung: which account, which device, and what opens it. */
export type DeviceLogin = {
  /** "https://matrix.example" */
  readonly url: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly accessToken: string;
};

const schema = z.strictObject({ url: z.url(), userId: z.string(), deviceId: z.string(), accessToken: z.string() });

const fileIn = (folder: string): string => join(folder, "anmeldung.json");

/** Undefined if nobody is signed in. Throws `MatrixFault` "login-damaged". */
export function readLogin(folder: string): DeviceLogin | undefined {
  const file = fileIn(folder);
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    // Its content is a secret, so it is not quoted.
    throw new MatrixFault("login-damaged", file, error instanceof Error ? error.name : undefined);
  }
}

/** Readable by its owner only: whoever has it is the bot. */
export function writeLogin(folder: string, login: DeviceLogin): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(fileIn(folder), JSON.stringify(login));
}
