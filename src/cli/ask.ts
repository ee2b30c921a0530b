import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Fragen am Terminal. Without anybody there, or at the end of the input, the answer is empty. */
export type Asking = {
  /** `isHidden`: what is typed does not appear. */
  ask(question: string, isHidden?: boolean): Promise<string>;
  close(): void;
};

export function askAtTerminal(): Asking {
  let isMuted = false;
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      if (!isMuted) process.stdout.write(chunk);
      done();
    },
  });
  const input = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY === true });
  const ended = new Promise<string>((resolve) => input.on("close", () => resolve("")));
  return {
    async ask(question, isHidden = false) {
      process.stdout.write(question);
      isMuted = isHidden;
      try {
        return (await Promise.race([input.question(""), ended])).trim();
      } catch {
        return "";
      } finally {
        isMuted = false;
        if (isHidden) process.stdout.write("\n");
      }
    },
    close: () => input.close(),
  };
}
