import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { localOf } from "../adapters/clock/zone-time.ts";
import type { CommitteeFile } from "../core/membership/committee-file.ts";
import { unknownOption } from "../texts/command-line.ts";
import { importApplied, importNotApplied, importQuestion, importRefused, isYes } from "../texts/import.ts";
import type { House } from "./compose.ts";
import { exitCodes } from "./exit-codes.ts";
import { planImport } from "./import-committee.ts";
import { readCommittee } from "./read-committee.ts";
import type { Terminal } from "./terminal.ts";
import { withFolders, withHouse } from "./with-house.ts";

/** `import DATEI [--ja]`: shows what the file changes, asks, applies. A second import of the same file changes nothing. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const files = args.filter((argument) => argument !== "--ja");
  const [file] = files;
  if (file === undefined || files.length > 1 || file.startsWith("--")) {
    terminal.complain(unknownOption(files.join(" "), "import DATEI [--ja]"));
    return exitCodes.usage;
  }
  const committee = readCommittee(file);
  if (!committee.ok) {
    for (const line of [...committee.error, importRefused()]) terminal.complain(line);
    return exitCodes.fault;
  }
  return withFolders(terminal, (folders) => {
    const isNew = !existsSync(folders.database);
    return withHouse(folders, (house) =>
      applyAfterQuestion(house, committee.value, args.includes("--ja"), isNew, terminal),
    );
  });
}

async function applyAfterQuestion(
  { runner }: House,
  committee: CommitteeFile,
  isAgreed: boolean,
  isNew: boolean,
  terminal: Terminal,
): Promise<number> {
  const { date } = localOf(systemClock.now(), committee.description.timeZone);
  const plan = planImport(runner.state(), committee, date);
  if (!plan.ok) {
    for (const line of [...plan.error, importRefused()]) terminal.complain(line);
    return exitCodes.fault;
  }
  for (const line of plan.value.preview) terminal.print(line);
  if (plan.value.events.length === 0) return exitCodes.fine;
  if (!isAgreed && !(await agrees())) {
    terminal.print(importNotApplied());
    return exitCodes.fine;
  }
  await runner.apply(plan.value.events);
  terminal.print(importApplied(committee.description.name, isNew));
  return exitCodes.fine;
}

/** No answer, or the end of the input, is no. */
async function agrees(): Promise<boolean> {
  const input = createInterface({ input: process.stdin, output: process.stdout });
  const answer = new Promise<string>((resolve) => {
    input.on("close", () => resolve(""));
    input.question(`${importQuestion()} `).then(resolve, () => resolve(""));
  });
  try {
    return isYes(await answer);
  } finally {
    input.close();
  }
}
