import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Listed = Readonly<Record<"uid" | "start" | "end" | "status" | "summary" | "place", string>>;

export const hasKhal = (): boolean => spawnSync("khal", ["--version"], { stdio: "ignore" }).status === 0;

/** khal, the calendar of the command line: imports the file into an empty calendar and lists the year as a wall clock of `zone` shows it. */
export function listedByKhal(content: string, year: number, zone: string): readonly Listed[] {
  const folder = mkdtempSync(join(tmpdir(), "khal-"));
  try {
    const config = join(folder, "config");
    mkdirSync(join(folder, "calendar"));
    writeFileSync(config, configOf(folder, zone));
    writeFileSync(join(folder, "file.ics"), content);
    const khal = (...args: readonly string[]): string =>
      execFileSync("khal", ["-c", config, ...args], { encoding: "utf8", env: { ...process.env, HOME: folder } });
    khal("import", "--batch", "-a", "ag78", join(folder, "file.ics"));
    const fields = "{uid}|{start}|{end}|{status}|{title}|{location}";
    const list = khal("list", "--once", "--day-format", "", "--format", fields, `${year}-01-01`, `${year}-12-31`);
    return list.trim().split("\n").map(listedOf);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function listedOf(line: string): Listed {
  const [uid = "", start = "", end = "", status = "", summary = "", place = ""] = line.split("|");
  return { uid, start, end, status: status.trim(), summary, place };
}

const configOf = (folder: string, zone: string): string =>
  `[calendars]
[[ag78]]
path = ${folder}/calendar
[sqlite]
path = ${folder}/khal.db
[locale]
local_timezone = ${zone}
default_timezone = ${zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
`;
