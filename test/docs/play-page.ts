import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ChatLine, type Example, type Expected, examplesOf } from "./page-examples.ts";

const program = fileURLToPath(new URL("../../bin/sitzungsdienst.mjs", import.meta.url));
const samples = fileURLToPath(new URL("../../examples", import.meta.url));

/** The evening before the day on which the handbook's meetings take place. */
const begin = "2028-01-27T18:00:00.000Z";

export type Deviation = { readonly line: number; readonly missing: string; readonly came: string };

/** Plays all examples of a page against the real program, in a folder of its own; says which expected lines did not appear. */
export async function playPage(markdown: string): Promise<readonly Deviation[]> {
  const folder = mkdtempSync(join(tmpdir(), "sitzungsdienst-handbuch-"));
  try {
    cpSync(samples, join(folder, "examples"), { recursive: true });
    setRoomClock(folder);
    const deviations: Deviation[] = [];
    for (const visit of visitsOf(examplesOf(markdown))) deviations.push(...(await play(visit, folder)));
    return deviations;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As if the room had been open on the evening before, so that the examples hold on every day. */
function setRoomClock(folder: string): void {
  mkdirSync(join(folder, "data"));
  const memory = { account: "", clockShift: Date.parse(begin) - Date.now() };
  writeFileSync(join(folder, "data", "lokaler-raum.json"), JSON.stringify(memory));
}

type Visit = readonly ChatLine[] | Exclude<Example, ChatLine>;

/** Lines in the chat one after the other are one visit. */
function visitsOf(examples: readonly Example[]): readonly Visit[] {
  const visits: (ChatLine[] | Exclude<Example, ChatLine>)[] = [];
  for (const example of examples) {
    const last = visits.at(-1);
    if (example.kind !== "chat") visits.push(example);
    else if (Array.isArray(last)) last.push(example);
    else visits.push([example]);
  }
  return visits;
}

async function play(visit: Visit, folder: string): Promise<readonly Deviation[]> {
  if ("kind" in visit) {
    if (visit.kind === "call") return missingIn(visit.expected, await run(visit.args, visit.answers, folder));
    writeFileSync(join(folder, visit.name), visit.content);
    return [];
  }
  const typed = visit.map((example) => example.typed);
  return answersTo(visit, await run(["start"], typed, folder));
}

function run(args: readonly string[], lines: readonly string[], folder: string): Promise<string> {
  const isOther = ([name]: [string, unknown]): boolean => !name.startsWith("SITZUNGSDIENST_");
  const env = Object.fromEntries(Object.entries(process.env).filter(isOther));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env });
    let output = "";
    const add = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding("utf8").on("data", add);
    child.stderr.setEncoding("utf8").on("data", add);
    child.on("error", reject);
    child.on("close", () => resolve(output));
    child.stdin.end(lines.map((line) => `${line}\n`).join(""));
  });
}

/** The local room repeats each line behind its prompt; what follows up to the next one is the answer. */
function answersTo(visit: readonly ChatLine[], output: string): readonly Deviation[] {
  const [, ...answers] = visit.reduce<readonly string[]>(
    (parts, { typed, line }) => {
      const rest = parts.at(-1) ?? "";
      const echo = `> ${typed}\n`;
      const at = rest.indexOf(echo);
      if (at === -1) throw new Error(`line ${line}: the room never came to "${typed}":\n${output.slice(-1500)}`);
      return [...parts.slice(0, -1), rest.slice(0, at), rest.slice(at + echo.length)];
    },
    [output],
  );
  return visit.flatMap(({ expected }, index) => missingIn(expected, answers[index] ?? ""));
}

/** Expected lines have to appear in their order. */
function missingIn(expected: readonly Expected[], came: string): readonly Deviation[] {
  const text = folded(came);
  let from = 0;
  return expected.flatMap((one) => {
    const wanted = folded(one.text);
    const at = text.indexOf(wanted, from);
    if (at === -1) return [{ line: one.line, missing: wanted, came }];
    from = at + wanted.length;
    return [];
  });
}

const folded = (text: string): string => text.replace(/\s+/g, " ").trim();
