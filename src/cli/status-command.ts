import { existsSync } from "node:fs";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { localOf } from "../adapters/clock/zone-time.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { entry } from "../core/kernel/table.ts";
import { peopleOn, seatsOn } from "../core/membership/queries.ts";
import { zoneOf } from "../flows/names-of.ts";
import { noRecordYet, statusLines, waitingMessages } from "../texts/check.ts";
import type { House } from "./compose.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { withFolders, withHouse } from "./with-house.ts";

/** `status`: from outside the room, while nobody is in it. */
export function run(_: readonly string[], terminal: Terminal): Promise<number> {
  return withFolders(terminal, async (folders) => {
    if (!existsSync(folders.database)) {
      terminal.print(noRecordYet(folders.data));
      return exitCodes.fine;
    }
    return withHouse(folders, async (house) => {
      for (const line of linesOf(house)) terminal.print(line);
      return exitCodes.fine;
    });
  });
}

function linesOf({ runner, store }: House): readonly string[] {
  const { membership, meetings, version } = runner.state();
  // The system's clock gives instants.
  const { date } = localOf(systemClock.now() as Instant, zoneOf(runner.state()));
  const meeting = meetings.current === undefined ? undefined : entry(meetings.meetings, meetings.current);
  const figures = {
    committee: membership.description?.name,
    seats: seatsOn(membership, date).length,
    people: peopleOn(membership, date).length,
    events: version,
    openMeeting: meeting?.appointment.date,
  };
  return [...statusLines(figures), waitingMessages(store.pending().length)];
}
