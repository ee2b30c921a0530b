import { dirname, resolve } from "node:path";
import { type ReadCommittee, readCommitteeFile } from "../config/committee-file.ts";
import { readRulesFile } from "../config/rules-file.ts";
import { rulesRecord } from "../config/rules-record.ts";
import type { Problem } from "../config/yaml-document.ts";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import type { CommitteeFile } from "../core/membership/committee-file.ts";
import type { RulesRecord } from "../core/membership/events.ts";
import { fileProblem } from "../texts/file-problems.ts";
import { readText } from "./read-text.ts";

/** Reads a committee file and the rules of procedure it names. Every mistake is a German line with file, line and field. */
export function readCommittee(path: string): Result<CommitteeFile, readonly string[]> {
  const text = readText(path);
  if (!text.ok) return text;
  const read = readCommitteeFile(text.value);
  if (!read.ok) return refuse(linesOf(path, read.error));
  const rules = readRulesOf(path, read.value);
  if (!rules.ok) return rules;
  const { committee } = read.value;
  return ok(rules.value === undefined ? committee : { ...committee, rules: rules.value });
}

/** Reads a GO file by itself. */
export function readRules(path: string): Result<RulesRecord, readonly string[]> {
  const text = readText(path);
  return text.ok ? rulesFrom(path, text.value) : text;
}

function readRulesOf(path: string, { rules }: ReadCommittee): Result<RulesRecord | undefined, readonly string[]> {
  if (rules === undefined) return ok(undefined);
  if (rules.kind === "inline") return rulesFrom(path, rules.text);
  return readRules(resolve(dirname(path), rules.path));
}

function rulesFrom(path: string, text: string): Result<RulesRecord, readonly string[]> {
  const read = readRulesFile(text);
  return read.ok ? ok(rulesRecord(read.value)) : refuse(linesOf(path, read.error));
}

const linesOf = (path: string, problems: readonly Problem[]): readonly string[] =>
  problems.map((problem) => fileProblem(path, problem));
