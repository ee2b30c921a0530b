import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What Python's mail package, which shares no code with us, sees in a mail. */
export type SeenMail = {
  readonly headers: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly references: string;
  readonly from: readonly (readonly [name: string, address: string])[];
  readonly to: readonly (readonly [name: string, address: string])[];
  readonly defects: readonly string[];
  /** Of every part, from the outside in. */
  readonly types: readonly string[];
  readonly methods: readonly string[];
  readonly files: readonly string[];
  /** By media type. */
  readonly texts: Readonly<Record<string, string>>;
};

const script = fileURLToPath(new URL("mail_structure.py", import.meta.url));

export const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.warn("SKIPPED / ÜBERSPRUNGEN: python3 is missing, mails are not read by a second program");

export function seenByPython(mails: readonly Buffer[]): readonly SeenMail[] {
  const input = JSON.stringify(mails.map((mail) => mail.toString("base64")));
  const { status, stdout, stderr } = spawnSync("python3", [script], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`python3: ${stderr}`);
  return JSON.parse(stdout) as readonly SeenMail[]; // as the script prints it
}
