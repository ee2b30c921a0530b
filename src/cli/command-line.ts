import { nearestWords } from "../core/kernel/edit-distance.ts";
import { foldGerman } from "../core/kernel/fold-german.ts";
import { StorageFault } from "../flows/ports.ts";
import { commandLineHelp, unexpectedError, unknownSubcommand } from "../texts/command-line.ts";
import { detailOf, startFault } from "./describe-fault.ts";
import { exitCodes } from "./exit-codes.ts";
import { subcommands } from "./subcommands.ts";
import { processTerminal, type Terminal, tolerateClosedOutput } from "./terminal.ts";

const asksForHelp: ReadonlySet<string> = new Set(["hilfe", "help", "--help", "--hilfe", "-h"]);

/** Resolves with the exit code. Never rejects: what goes wrong is said in German. */
export async function runCommandLine(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  tolerateClosedOutput();
  const [name, ...rest] = args;
  if (name === undefined || asksForHelp.has(name)) {
    for (const line of commandLineHelp(subcommands)) terminal.print(line);
    return name === undefined ? exitCodes.usage : exitCodes.fine;
  }
  const subcommand = subcommands.find((one) => one.name === foldGerman(name));
  if (subcommand === undefined) {
    const names = subcommands.map((one) => one.name);
    terminal.complain(unknownSubcommand(name, nearestWords(foldGerman(name), names, 1)[0]));
    return exitCodes.usage;
  }
  try {
    const { run } = await subcommand.load();
    return await run(rest, terminal);
  } catch (error) {
    terminal.complain(error instanceof StorageFault ? startFault(error) : unexpectedError(detailOf(error)));
    return exitCodes.fault;
  }
}
