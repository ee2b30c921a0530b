/**
 * The bot on Matrix, to be killed: by its parent, or by itself at a moment that a parent would hardly meet. Tells when it runs; ends in
 * peace when told so by a line of input, and at once with its parent. Usage: node matrix-child.ts ORDER, a `BotOrder` as JSON.
 */
import { once } from "node:events";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { argv, exit, kill, pid, stdin } from "node:process";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import type { MatrixConnection } from "../../src/adapters/matrix/connect-matrix.ts";
import type { House } from "../../src/cli/compose.ts";
import type { Platform } from "../../src/cli/platforms.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import type { BotOrder } from "../support/matrix/kill-order.ts";
import { openMatrixHouse } from "../support/matrix/matrix-house.ts";

// Of a parent that was killed nothing else is heard, and nothing else would end this process.
const lines = createInterface({ input: stdin }).once("close", () => exit(1));
const told = once(lines, "line");
// Written by the lane, which knows the shape.
const order = JSON.parse(argv[2] ?? "") as BotOrder;
const { url, login, folder, committee, control, life, moment } = order;

function die(): never {
  kill(pid, "SIGKILL");
  throw new Error("still alive");
}

const isVote = ({ text }: Incoming): boolean => /^(ja|nein|enthaltung)$/i.test(text);

function asHouse(house: House): House {
  return {
    ...house,
    runner: {
      ...house.runner,
      async handle(incoming) {
        if (moment === "taken" && isVote(incoming)) die();
        // The control that must answer twice: what comes again is something new.
        const key = control === "new-keys" ? `${incoming.key} life ${life}` : incoming.key;
        const handled = await house.runner.handle({ ...incoming, key });
        if (moment === "decided" && isVote(incoming) && handled.kind === "handled") die();
        return handled;
      },
    },
  };
}

function asPlatform(connection: MatrixConnection): Platform {
  return {
    async deliver(entry) {
      await connection.deliver(entry);
      if (moment === "delivered" && entry.room.startsWith("direct:")) die();
    },
    live: connection.live,
  };
}

/** The control that must lose votes: as if the inbox forgot an event before it is handled. */
function forgetFirst(): void {
  const notes = new DatabaseSync(join(folder, "matrix", "matrix.sqlite"));
  notes.exec("DELETE FROM inbox WHERE pos = (SELECT min(pos) FROM inbox)");
  notes.close();
}

if (control === "forget-first" && life > 1) forgetFirst();
const bot = await openMatrixHouse({ url, login, folder, committee, liveEvery: 500, asHouse, asPlatform });
process.stdout.write("READY\n");
// For the lives to come, which start the faster.
flushCompileCache();
await told;
await bot.house.settled();
await bot.close();
process.stdout.write(bot.notes.map((note) => `NOTE ${note}\n`).join(""));
exit(0);
