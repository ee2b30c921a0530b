import { readFileSync } from "node:fs";
import { processEnvironment } from "../config/environment.ts";
import { checkedFine, checkFailed } from "../texts/check.ts";
import { checkTemplateFolder } from "./check-template-folder.ts";
import { exitCodes } from "./exit-codes.ts";
import { foldersOf } from "./folders.ts";
import { readCommittee, readRules } from "./read-committee.ts";
import type { Terminal } from "./terminal.ts";

/** `check [DATEI…]`: committee files, rules files, and always the templates. Changes nothing. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const environment = processEnvironment();
  if (!environment.ok) {
    for (const problem of environment.error) terminal.complain(problem);
    return exitCodes.fault;
  }
  const folders = foldersOf(environment.value);
  const files = args.length > 0 ? args : [folders.committeeFile];
  const results = [
    ...files.map((file) => ({ what: file, problems: problemsOf(file) })),
    { what: folders.templates, problems: await checkTemplateFolder(folders.templates) },
  ];
  for (const { what, problems } of results) {
    if (problems.length === 0) terminal.print(checkedFine(what));
    for (const problem of problems) terminal.complain(problem);
  }
  const count = results.flatMap(({ problems }) => problems).length;
  if (count > 0) terminal.complain(checkFailed(count));
  return count === 0 ? exitCodes.fine : exitCodes.fault;
}

function problemsOf(file: string): readonly string[] {
  const read = looksLikeRules(file) ? readRules(file) : readCommittee(file);
  return read.ok ? [] : read.error;
}

/** A rules file names its profile at the top level; a committee file cannot. */
function looksLikeRules(file: string): boolean {
  try {
    return /^profile\s*:/m.test(readFileSync(file, "utf8"));
  } catch {
    return false; // said properly by whoever reads it next
  }
}
