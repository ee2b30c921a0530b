/**
 * The bot in Teams, to be killed: by its parent, or by itself at a moment that a parent would hardly meet. Tells when it runs; ends in
 * peace when told so, and at once with its parent. It loads the program, and begins when the first line of its input has come: a
 * `TeamsOrder` as JSON; the second one ends it.
 * Usage: node teams-child.ts [matrix], if it will be on Matrix, too.
 */

import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { argv, exit, kill, pid, stdin } from "node:process";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import type { House } from "../../src/cli/compose.ts";
import type { Platform } from "../../src/cli/platforms.ts";
import type { Handled } from "../../src/flows/committee-runner.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { openBothHouse } from "../support/both-platforms-house.ts";
import type { TeamsOrder } from "../support/teams/kill-order.ts";

await import("../../src/adapters/teams/connect-teams.ts");
if (argv.includes("matrix")) await import("../../src/adapters/matrix/connect-matrix.ts");
// For the lives to come, which load the faster.
flushCompileCache();
// Of a parent that was killed nothing else is heard, and nothing else would end this process.
const lines = createInterface({ input: stdin }).once("close", () => exit(1));
const [line = ""] = await once(lines, "line");
const told = once(lines, "line");
// Written by the lane, which knows the shape.
const order = JSON.parse(line) as TeamsOrder;
const { folder, committee, microsoft, port, matrix, control, life, moment, where } = order;
const hasNewKeys = control === "new-keys" || control === "forgetful";
const hasNoNotes = control === "no-notes" || control === "forgetful";

function die(): never {
  kill(pid, "SIGKILL");
  throw new Error("still alive");
}

const isVote = ({ account, text }: Incoming): boolean =>
  account.startsWith(`${where}:`) && /^(ja|nein|enthaltung)$/i.test(text);

function asHouse(house: House): House {
  async function handle(incoming: Incoming): Promise<Handled> {
    if (control === "chatty") appendFileSync(join(folder, "gehört.txt"), `${incoming.text}\n`);
    if (control === "answer-first" && moment === "taken" && !hasSwallowed && isVote(incoming)) return swallowed();
    if (moment === "taken" && isVote(incoming)) die();
    const key = hasNewKeys ? `${incoming.key} life ${life}` : incoming.key;
    const handled = await house.runner.handle({ ...incoming, key });
    if (moment === "decided" && isVote(incoming) && handled.kind === "handled") die();
    return handled;
  }

  let hasSwallowed = false;
  /** Answered at once; before it is decided, all is over. */
  function swallowed(): Handled {
    hasSwallowed = true;
    void pause(100).then(die);
    return { kind: "ignored" };
  }

  return { ...house, runner: { ...house.runner, handle } };
}

function asPlatform(platform: Platform): Platform {
  return {
    async deliver(entry) {
      await platform.deliver(entry);
      if (moment === "delivered" && entry.room.startsWith(`direct:${where}:`)) die();
    },
    live: (...what) => platform.live(...what),
  };
}

function forgetNotes(): void {
  const notes = new DatabaseSync(join(folder, "teams", "teams.sqlite"));
  notes.exec("DELETE FROM posted");
  notes.close();
}

if (hasNoNotes && life > 1) forgetNotes();
const bot = await openBothHouse({
  folder,
  microsoft,
  port,
  ...(matrix === undefined ? {} : { matrix }),
  committee,
  liveEvery: 500,
  asHouse,
  asPlatform,
});
process.stdout.write("READY\n");
await told;
await bot.house.settled();
await bot.close();
process.stdout.write(bot.notes.map((note) => `NOTE ${note}\n`).join(""));
exit(0);
