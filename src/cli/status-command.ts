import { existsSync } from "node:fs";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { localOf } from "../adapters/clock/zone-time.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { entry } from "../core/kernel/table.ts";
import { peopleOn, seatsOn } from "../core/membership/queries.ts";
import { zoneOf } from "../flows/names-of.ts";
import { noRecordYet, statusLines, waitingMessages } from "../texts/check.ts";
import { matrixSignedIn, matrixSignedOut } from "../texts/matrix-login.ts";
import type { House } from "./compose.ts";
import { platformFault } from "./describe-platform-fault.ts";
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
      for (const line of [...linesOf(house), ...(await matrixLines(folders.matrix))]) terminal.print(line);
      return exitCodes.fine;
    });
  });
}

/** Of the connection to Matrix, where there is one; a fault of it does not hide the rest. */
async function matrixLines(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const { matrixStatus } = await import("../adapters/matrix/matrix-status.ts");
  try {
    const status = matrixStatus(folder);
    if (status === undefined) return [];
    const { account, signedOutSince } = status;
    return [signedOutSince === undefined ? matrixSignedIn(account) : matrixSignedOut(account, signedOutSince)];
  } catch (error) {
    const said = await platformFault(error);
    if (said === undefined) throw error;
    return [said];
  }
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
