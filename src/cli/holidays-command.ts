import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import {
  LARGEST_HOLIDAY_FILE,
  type ReadHolidays,
  readSchoolHolidays,
} from "../adapters/calendar/read-school-holidays.ts";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { localOf } from "../adapters/clock/zone-time.ts";
import { isTooLong, schoolHolidaysEntered } from "../core/committee/decide-planning.ts";
import { comingMeetings } from "../core/committee/meeting-meant.ts";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { zoneOf } from "../flows/names-of.ts";
import { inSchoolHolidays } from "../texts/announcements-planning.ts";
import { noRecordYet } from "../texts/check.ts";
import { unknownOption } from "../texts/command-line.ts";
import { fileUnreadable } from "../texts/file-problems.ts";
import {
  eventsPassedOver,
  holidayFileRefused,
  holidaysKnown,
  holidaysTaken,
  holidayTooLong,
  onlyPastHolidays,
  pastHolidaysLeft,
} from "../texts/school-holidays.ts";
import type { House } from "./compose.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { withFolders, withHouse } from "./with-house.ts";

const USAGE = "ferien DATEI.ics";

/** `ferien DATEI.ics`: school holidays from a calendar file of the Land. The same file a second time changes nothing. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length > 1 || file.startsWith("--")) {
    terminal.complain(unknownOption(args.join(" "), USAGE));
    return exitCodes.usage;
  }
  const read = holidaysOf(file);
  if (!read.ok) {
    terminal.complain(read.error);
    return exitCodes.fault;
  }
  return withFolders(terminal, async (folders) => {
    if (!existsSync(folders.database)) {
      terminal.complain(noRecordYet(folders.data));
      return exitCodes.fault;
    }
    return withHouse(folders, (house) => enter(house, file, read.value, terminal));
  });
}

function holidaysOf(file: string): Result<ReadHolidays, string> {
  try {
    if (statSync(file).size > LARGEST_HOLIDAY_FILE) return refuse(holidayFileRefused(file, "tooLarge"));
    const read = readSchoolHolidays(decoded(readFileSync(file)));
    if (!read.ok) return refuse(holidayFileRefused(file, read.error.code));
    const long = read.value.holidays.find(isTooLong);
    return long === undefined ? ok(read.value) : refuse(holidayTooLong(file, long.name));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return refuse(fileUnreadable(file, code));
  }
}

/** UTF-8 as the standard asks for; older programs write the letters of Windows. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function enter(
  { runner }: House,
  file: string,
  { holidays, passedOver }: ReadHolidays,
  terminal: Terminal,
): Promise<number> {
  const state = runner.state();
  const today = localOf(systemClock.now(), zoneOf(state)).date;
  const ahead = holidays.filter(({ to }) => to >= today);
  if (ahead.length === 0) {
    terminal.complain(onlyPastHolidays(file));
    return exitCodes.fault;
  }
  const events = schoolHolidaysEntered(state, ahead, basename(file));
  if (events.length > 0) await runner.apply(events);
  const taken = events.flatMap((event) => event.holidays);
  const meetings = comingMeetings(state, today).flatMap(({ appointment: { date } }) =>
    taken.filter(({ from, to }) => from <= date && date <= to).map((one) => inSchoolHolidays(date, one)),
  );
  const lines = [
    ...(taken.length === 0 ? [holidaysKnown(ahead.length)] : holidaysTaken(taken)),
    ...(holidays.length === ahead.length ? [] : [pastHolidaysLeft(holidays.length - ahead.length)]),
    ...(passedOver === 0 ? [] : [eventsPassedOver(passedOver)]),
    ...meetings,
  ];
  for (const line of lines) terminal.print(line);
  return exitCodes.fine;
}
