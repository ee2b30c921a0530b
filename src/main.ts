/** Importing this file starts the program (see bin/sitzungsdienst.mjs). */
import { runCommandLine } from "./cli/command-line.ts";

process.exitCode = await runCommandLine(process.argv.slice(2));
