import { execPath, getuid } from "node:process";

/**
 * Command that runs Node bound by file permissions. They do not bind root, unless it gives up the capability for that; another
 * account would not do: it may not get to the program in a private folder.
 */
export function boundByPermissions(args: readonly string[]): readonly [command: string, args: readonly string[]] {
  if (getuid?.() !== 0) return [execPath, args];
  return ["setpriv", ["--bounding-set=-dac_override,-dac_read_search", execPath, ...args]];
}
