import { readFileSync } from "node:fs";

/** The job of this process. It ends here if nobody has one for it any more. */
export function readJob(): unknown {
  const text = readFileSync(0, "utf8");
  if (text === "") process.exit();
  return JSON.parse(text);
}
