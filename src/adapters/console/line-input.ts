import { createInterface } from "node:readline";

/** Zeilen von der Tastatur or from a pipe, one after the other. */
export type LineInput = {
  /** Shows the prompt and waits for a line; undefined at the end of the input or when somebody wants to stop. */
  next(prompt: string): Promise<string | undefined>;
  stop(): void;
};

export type LineInputStreams = { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream };

/** How many lines are remembered for the arrow keys. */
const historySize = 500;

/**
 * At a terminal with history and editing; a piped input is echoed behind its prompt, so that what comes out reads like a session.
 * A line that ends in a backslash goes on in the next one. Nothing typed ahead is lost.
 */
export function createLineInput({ input, output }: LineInputStreams): LineInput {
  const isTerminal = input.isTTY === true && output.isTTY === true;
  const reader = createInterface({ input, output: isTerminal ? output : undefined, terminal: isTerminal, historySize });
  const waiting: string[] = [];
  let isClosed = false;
  let wake: (() => void) | undefined;

  reader.on("line", (line) => {
    waiting.push(line);
    // A long pipe is read as fast as it is answered.
    if (!isTerminal) reader.pause();
    wake?.();
  });
  reader.on("close", () => {
    isClosed = true;
    wake?.();
  });
  reader.on("SIGINT", stop);

  /** What was typed ahead is dropped: whoever stops wants to stop now. */
  function stop(): void {
    waiting.length = 0;
    reader.close();
  }

  async function oneLine(prompt: string): Promise<string | undefined> {
    if (isTerminal) {
      reader.setPrompt(prompt);
      reader.prompt();
    }
    while (waiting.length === 0 && !isClosed) {
      if (!isTerminal) reader.resume();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const line = waiting.shift();
    if (line !== undefined && !isTerminal) output.write(`${prompt}${line}\n`);
    return line;
  }

  return {
    async next(prompt) {
      const lines: string[] = [];
      for (;;) {
        const line = await oneLine(lines.length === 0 ? prompt : "… ");
        if (line === undefined) return lines.length === 0 ? undefined : lines.join("\n");
        if (!line.endsWith("\\")) return [...lines, line].join("\n");
        lines.push(line.slice(0, -1).trimEnd());
      }
    },
    stop,
  };
}
