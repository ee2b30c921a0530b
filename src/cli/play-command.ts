import { readFileSync } from "node:fs";
import { unknownOption } from "../texts/command-line.ts";
import { fileProblem, fileUnreadable } from "../texts/file-problems.ts";
import { failureHead, playedFine, playedWrong } from "../texts/transcript.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Folders } from "./folders.ts";
import type { Terminal } from "./terminal.ts";
import { parseTranscript } from "./transcript/parse-transcript.ts";
import { playTranscript } from "./transcript/play-transcript.ts";
import { withFolders } from "./with-house.ts";

const SHOW = "--zeigen";

/** `play DATEI… [--zeigen]`: exit code 1 if anything came that was not expected. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const files = args.filter((argument) => argument !== SHOW);
  const show = args.includes(SHOW) ? (lines: readonly string[]) => lines.forEach(terminal.print) : undefined;
  if (files.length === 0 || files.some((file) => file.startsWith("--"))) {
    terminal.complain(unknownOption(files.find((file) => file.startsWith("--")) ?? "", "play DATEI… [--zeigen]"));
    return exitCodes.usage;
  }
  return withFolders(terminal, async (folders) => {
    let isFine = true;
    for (const file of files) isFine = (await playFile(file, folders, terminal, show)) && isFine;
    return isFine ? exitCodes.fine : exitCodes.fault;
  });
}

async function playFile(
  file: string,
  { templates }: Folders,
  terminal: Terminal,
  show: ((lines: readonly string[]) => void) | undefined,
): Promise<boolean> {
  const source = readText(file, terminal);
  if (source === undefined) return false;
  const parsed = parseTranscript(source);
  if (!parsed.ok) {
    for (const { line, message } of parsed.error) terminal.complain(fileProblem(file, { line, path: "", message }));
    return false;
  }
  const failures = await playTranscript(parsed.value, file, templates, show);
  for (const { line, lines } of failures)
    for (const text of [failureHead(file, line), ...lines]) terminal.complain(text);
  const { steps } = parsed.value;
  const expectations = steps.reduce((sum, step) => sum + ("expected" in step ? step.expected.length : 0), 0);
  if (failures.length === 0) terminal.print(playedFine(file, steps.length, expectations));
  else terminal.complain(playedWrong(file, failures.length));
  return failures.length === 0;
}

function readText(file: string, terminal: Terminal): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    terminal.complain(fileUnreadable(file, error instanceof Error && "code" in error ? String(error.code) : ""));
    return undefined;
  }
}
