import { type PlacedRulesFile, readPlacedRules } from "../config/rules-file.ts";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { questionsOf } from "../core/rules/ambiguities.ts";
import type { Rules } from "../core/rules/rules.ts";
import { settingsOf } from "../core/rules/settings-of.ts";
import { checkFailed } from "../texts/check.ts";
import { unknownOption } from "../texts/command-line.ts";
import { fileProblem } from "../texts/file-problems.ts";
import { differenceHead, differenceLines } from "../texts/rules-differences.ts";
import { explainedHead, explainedRules } from "../texts/rules-explained.ts";
import { questionsLeft, questionText, rulesAreFine } from "../texts/rules-questions.ts";
import { exitCodes } from "./exit-codes.ts";
import { readText } from "./read-text.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = "go check DATEI… | go explain DATEI | go diff ALT NEU";

/** `go`: what can be done with a GO file by itself. None of it changes anything. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [what, ...files] = args;
  const [first, second] = files;
  if (files.every((file) => !file.startsWith("--"))) {
    if (what === "check" && first !== undefined) return checked(files, terminal);
    if (what === "explain" && first !== undefined && files.length === 1) return explained(first, terminal);
    if (what === "diff" && first !== undefined && second !== undefined && files.length === 2) {
      return compared(first, second, terminal);
    }
  }
  terminal.complain(unknownOption(args.join(" "), USAGE));
  return exitCodes.usage;
}

/** Shape, contradictions, and words that can be read in two ways. Something open is no fault, but not fine either. */
function checked(files: readonly string[], terminal: Terminal): number {
  let faults = 0;
  let open = 0;
  for (const path of files) {
    const read = placedRules(path);
    const wrong = read.ok ? contradictionLines(path, read.value) : read.error;
    const questions = read.ok ? questionLines(path, read.value) : [];
    faults += wrong.length;
    open += questions.length;
    for (const line of [...wrong, ...questions]) terminal.complain(line);
    if (read.ok && wrong.length + questions.length === 0) terminal.print(fineLine(path, read.value));
  }
  if (faults > 0) terminal.complain(checkFailed(faults));
  if (open > 0) terminal.complain(questionsLeft(open));
  return faults + open === 0 ? exitCodes.fine : exitCodes.fault;
}

function contradictionLines(path: string, { contradictions }: PlacedRulesFile): readonly string[] {
  return contradictions.map((problem) => fileProblem(path, problem));
}

function questionLines(path: string, { file, lineOf }: PlacedRulesFile): readonly string[] {
  return questionsOf(file.rules)
    .map(({ place, ambiguity }) => ({ line: lineOf(place), place, message: questionText(ambiguity) }))
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, place, message }) => fileProblem(path, { line, path: place.split(".").join(" › "), message }));
}

function fineLine(path: string, { file }: PlacedRulesFile): string {
  const settings = settingsOf(file.rules);
  const own = settings.filter(({ setting }) => setting.origin === "go").length;
  return rulesAreFine(path, { own, fromProfile: settings.length - own, profile: file.profile.name });
}

function explained(path: string, terminal: Terminal): number {
  const read = readRules(path);
  if (!read.ok) return complained(read.error, terminal);
  const { name, profile, rules } = read.value.file;
  const settings = settingsOf(rules);
  const own = settings.filter(({ setting }) => setting.origin === "go").length;
  for (const line of explainedHead(name, profile.name, own)) terminal.print(line);
  for (const { title, lines } of explainedRules(rules, settings)) {
    terminal.print("");
    terminal.print(title);
    for (const line of lines) terminal.print(`- ${line}`);
  }
  return exitCodes.fine;
}

function compared(oldPath: string, newPath: string, terminal: Terminal): number {
  const before = readRules(oldPath);
  const after = readRules(newPath);
  if (!before.ok || !after.ok) {
    return complained(
      [before, after].flatMap((read) => (read.ok ? [] : read.error)),
      terminal,
    );
  }
  const [older, newer] = [before.value.file, after.value.file];
  const listed = ({ rules }: { readonly rules: Rules }) => ({ rules, settings: settingsOf(rules) });
  for (const line of differenceHead(older.name, newer.name)) terminal.print(line);
  for (const line of differenceLines(listed(older), listed(newer))) terminal.print(line);
  return exitCodes.fine;
}

function complained(lines: readonly string[], terminal: Terminal): number {
  for (const line of lines) terminal.complain(line);
  terminal.complain(checkFailed(lines.length));
  return exitCodes.fault;
}

/** Without contradictions. */
function readRules(path: string): Result<PlacedRulesFile, readonly string[]> {
  const read = placedRules(path);
  if (!read.ok || read.value.contradictions.length === 0) return read;
  return refuse(contradictionLines(path, read.value));
}

function placedRules(path: string): Result<PlacedRulesFile, readonly string[]> {
  const text = readText(path);
  if (!text.ok) return text;
  const read = readPlacedRules(text.value);
  return read.ok ? ok(read.value) : refuse(read.error.map((problem) => fileProblem(path, problem)));
}
