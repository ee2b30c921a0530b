import type { Terminal } from "./terminal.ts";

export async function run(_: readonly string[], terminal: Terminal): Promise<number> {
  terminal.complain("play: im Aufbau");
  return 1;
}
