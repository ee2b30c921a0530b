import { readEveryFile } from "./storage-attacker.ts";

/** Alles, was in einem Ordner liegt, as bytes in one piece: whatever was stored in clear can be found in it. */
export const filesBelow = (folder: string): Buffer => Buffer.concat([...readEveryFile(folder).values()]);
