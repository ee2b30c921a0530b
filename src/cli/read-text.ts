import { readFileSync } from "node:fs";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { fileUnreadable } from "../texts/file-problems.ts";

/** Reads a text file; what prevents it comes as a German line. */
export function readText(path: string): Result<string, readonly string[]> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return refuse([fileUnreadable(path, code)]);
  }
}
