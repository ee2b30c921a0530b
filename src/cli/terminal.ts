/** Where a subcommand writes to. */
export type Terminal = {
  print(line: string): void;
  complain(line: string): void;
};

export const processTerminal: Terminal = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

/** Somebody who reads only the beginning (`… | head`) has closed the other end: no reason to fall. */
export function tolerateClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
}
