import { readClockSetting } from "../../adapters/console/clock-setting.ts";
import { ok, type Result, refuse } from "../../core/kernel/result.ts";
import {
  badClock,
  continuationWithoutMessage,
  expectationWithoutStep,
  headerMissing,
  lineNotUnderstood,
  nothingTogether,
} from "../../texts/transcript.ts";
import { unescaped } from "./escapes.ts";
import type { Expectation, ParseProblem, Say, Step, Transcript, Where } from "./transcript.ts";

type Line = { readonly number: number; readonly indent: number; readonly text: string };

const SAY = /^\[([^\]]+)\]\s*(.+?):(?:\s+(.*)|)$/s;
const EXPECTATION = /^(nicht\s+)?(?:(raum|an|post|datei)\s+(.*?)\s*)?>\s?(.*)$/s;

/** Reads a transcript; all problems at once. */
export function parseTranscript(source: string): Result<Transcript, readonly ParseProblem[]> {
  const lines = source.split(/\r?\n/).map(lineOf).filter(isContent);
  const problems: ParseProblem[] = [];
  const header = new Map<string, string>();
  const steps: Step[] = [];

  for (const line of lines) {
    const problem = steps.length === 0 && readHeader(line, header) ? undefined : readStep(line, steps);
    if (problem !== undefined) problems.push({ line: line.number, message: problem });
  }
  for (const { kind, line, ...rest } of steps) {
    if (kind === "together" && "says" in rest && rest.says.length === 0)
      problems.push({ line, message: nothingTogether() });
  }

  const committee = header.get("gremium");
  const start = readClockSetting(header.get("uhr") ?? "");
  if (committee === undefined) problems.push({ line: 1, message: headerMissing("gremium: examples/segeberg.yaml") });
  if (start.kind !== "set" || start.date === undefined)
    problems.push({ line: 1, message: headerMissing("uhr: 2023-01-27 09:00") });
  const chance = Number(header.get("zufall") ?? "0");
  if (!Number.isSafeInteger(chance) || chance < 0) problems.push({ line: 1, message: headerMissing("zufall: 1") });
  return committee === undefined || problems.length > 0 ? refuse(problems) : ok({ committee, start, chance, steps });
}

function lineOf(text: string, index: number): Line {
  return { number: index + 1, indent: text.length - text.trimStart().length, text: text.trim() };
}

const isContent = ({ text }: Line): boolean => text !== "" && !text.startsWith("#");

/** The lines in front of the first step; `uhr` there is the beginning. */
function readHeader({ text }: Line, header: Map<string, string>): boolean {
  const match = /^(gremium|uhr|zufall)\s*:\s*(.+)$/.exec(text);
  const [, key = "", value = ""] = match ?? [];
  if (match === null || header.has(key)) return false;
  header.set(key, value);
  return true;
}

/** Adds the line to the steps; says what is wrong with it otherwise. */
function readStep(line: Line, steps: Step[]): string | undefined {
  const { text, number, indent } = line;
  if (text === "absturz") {
    steps.push({ kind: "crash", line: number, expected: [] });
    return undefined;
  }
  if (text === "gleichzeitig:") {
    steps.push({ kind: "together", line: number, says: [], expected: [] });
    return undefined;
  }
  const clock = /^uhr\s*:\s*(.+)$/.exec(text);
  if (clock !== null) return readClock(number, clock[1] ?? "", steps);
  if (text.startsWith("|")) return continueText(text.slice(1).replace(/^ /, ""), steps);
  const say = SAY.exec(text);
  if (say !== null && isPost(say) && indent === 0) {
    const [, , address = "", said = ""] = say;
    steps.push({ kind: "mail", line: number, address: address.trim(), text: unescaped(said), expected: [] });
    return undefined;
  }
  if (say !== null) return addSay(sayOf(number, say), indent > 0, steps);
  const expectation = EXPECTATION.exec(text);
  return expectation === null ? lineNotUnderstood(text) : addExpectation(expectationOf(number, expectation), steps);
}

const isPost = ([, place = ""]: RegExpExecArray): boolean => place.trim().toLowerCase() === "post";

function readClock(line: number, text: string, steps: Step[]): string | undefined {
  const setting = readClockSetting(text);
  if (setting.kind !== "set" && setting.kind !== "advance") return badClock(text);
  steps.push({ kind: "clock", line, setting, expected: [] });
  return undefined;
}

function sayOf(line: number, [, place = "", speaker = "", text = ""]: RegExpExecArray): Say {
  const room = place.trim().toLowerCase() === "direkt" ? undefined : place.trim();
  return { kind: "say", line, room, speaker: speaker.trim(), text: unescaped(text) };
}

function addSay(say: Say, isIndented: boolean, steps: Step[]): string | undefined {
  const last = steps.at(-1);
  if (!isIndented) steps.push({ ...say, expected: [] });
  else if (last?.kind === "together" && last.expected.length === 0)
    steps.splice(-1, 1, { ...last, says: [...last.says, say] });
  else return nothingTogether();
  return undefined;
}

function continueText(more: string, steps: Step[]): string | undefined {
  const last = steps.at(-1);
  if (last?.kind !== "say" || last.expected.length > 0) return continuationWithoutMessage();
  steps.splice(-1, 1, { ...last, text: `${last.text}\n${unescaped(more)}` });
  return undefined;
}

function expectationOf(line: number, [, not, kind, name = "", text = ""]: RegExpExecArray): Expectation {
  return { line, where: whereOf(kind, name, text), text: unescaped(text), isForbidden: not !== undefined };
}

function whereOf(kind: string | undefined, name: string, text: string): Where {
  if (kind === "raum") return { kind: "room", name };
  if (kind === "post") return { kind: "mail", name };
  if (kind === "an") return { kind: "person", name };
  if (kind === "datei") return { kind: "file", name: name === "" ? text : name, isContent: name !== "" };
  return { kind: "here" };
}

function addExpectation(expectation: Expectation, steps: Step[]): string | undefined {
  const last = steps.at(-1);
  if (last === undefined) return expectationWithoutStep();
  steps.splice(-1, 1, { ...last, expected: [...last.expected, expectation] });
  return undefined;
}
