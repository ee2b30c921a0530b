import { execFileSync, spawnSync } from "node:child_process";
import type { SeenEvent } from "./seen-event.ts";

/** Debian's own, which sees Debian's packages. */
const PYTHON = "/usr/bin/python3";

const here = (name: string): string => new URL(name, import.meta.url).pathname;

export function canImport(statement: string): boolean {
  return spawnSync(PYTHON, ["-c", statement], { stdio: "ignore" }).status === 0;
}

function run<T>(script: string, content: string): T {
  // The scripts beside this file print what their callers name.
  return JSON.parse(execFileSync(PYTHON, [here(script)], { input: content, encoding: "utf8" })) as T;
}

type Libical = {
  /** By libical's own list of what each method has to have and must not have. */
  readonly valid: boolean;
  readonly errors: readonly string[];
  readonly parseErrors: number;
  readonly events: readonly SeenEvent[];
};

/** libical, which Evolution and KOrganizer read with. */
export const readWithLibical = (content: string): Libical => run("read_with_libical.py", content);

/** python3-icalendar, with which most programs in Python read. */
export const readWithIcalendar = (
  content: string,
): { readonly errors: readonly unknown[]; readonly events: readonly SeenEvent[] } =>
  run("read_with_icalendar.py", content);
