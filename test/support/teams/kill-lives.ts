import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type BotLife, lifeOf, spawnBot } from "../matrix/bot-life.ts";
import { killedBy } from "../matrix/kill-lane.ts";
import type { Town } from "../matrix/kill-town.ts";
import type { FaultRule } from "./faults.ts";
import type { TeamsKillControl, TeamsMoment, TeamsOrder, Where } from "./kill-order.ts";
import type { TeamsTown } from "./kill-town.ts";

/** How a life ends: so many milliseconds after its beginning, or after it runs, or after that while people vote, or at a moment. */
export type Death =
  | { readonly kind: "starting"; readonly after: number }
  | { readonly kind: "running"; readonly after: number }
  | { readonly kind: "voting"; readonly after: number }
  | { readonly kind: "moment"; readonly moment: TeamsMoment; readonly where?: Where };

type LivesWish = {
  readonly control: TeamsKillControl;
  /** Folder for what is compiled, which all lives and lanes share. */
  readonly compiled: string;
  /** Where the bot is on Matrix, too. */
  readonly matrix?: Town;
  /** So many milliseconds a moment, or that people vote, is waited for. */
  readonly patience?: number;
  /** Whether people vote just now. */
  readonly isVoting?: () => boolean;
};

/** The lives of the bot, one after the other. */
export type Lives = {
  start(): BotLife;
  /** Starts it and ends it. */
  one(death: Death): Promise<void>;
  /** Ends the process that waits to be the next, and the one that runs, if any. */
  stop(): Promise<void>;
  count(): {
    readonly kills: number;
    /** Of them while the bot was still starting. */
    readonly atStart: number;
    readonly whileVoting: number;
    /** How often each was met; one of Matrix as "matrix MOMENT". */
    readonly moments: Readonly<Record<string, number>>;
  };
};

const PATIENCE = 30_000;
const child = join(import.meta.dirname, "..", "..", "crash", "teams-child.ts");

/** To load the program takes long; so the next process has done that when its life begins. */
export function livesIn(town: TeamsTown, wish: LivesWish): Lives {
  const { control, compiled, matrix, patience = PATIENCE, isVoting = () => false } = wish;
  const { microsoft, port, folder, committee } = town;
  const account = matrix === undefined ? {} : { matrix: { url: matrix.proxy.url, login: matrix.login } };
  const spawnNext = () => spawnBot(child, compiled, matrix === undefined ? [] : ["matrix"]);
  let next = spawnNext();
  let newest: BotLife | undefined;
  let life = 0;
  let kills = 0;
  let atStart = 0;
  let whileVoting = 0;
  const moments: Record<string, number> = {};

  function start(moment?: TeamsMoment, where: Where = "teams"): BotLife {
    life += 1;
    const at = moment === undefined ? {} : { moment };
    const order: TeamsOrder = { microsoft, port, folder, committee, control, life, where, ...account, ...at };
    const process = next;
    process.stdin.on("error", () => undefined).write(`${JSON.stringify(order)}\n`);
    next = spawnNext();
    newest = lifeOf(process);
    return newest;
  }

  async function end(one: BotLife): Promise<void> {
    if (isVoting()) whileVoting += 1;
    one.kill();
    if ((await one.ended) === "SIGKILL") kills += 1;
    else throw new Error(`the bot ended with ${await one.ended}`);
  }

  async function untilMoment(running: BotLife, moment: TeamsMoment, where: Where): Promise<void> {
    const isInMatrix = where === "matrix" && matrix !== undefined;
    const isMet = await (isInMatrix
      ? metInMatrix(matrix, running, moment, patience)
      : metInTeams(town, running, moment, patience));
    if (!isMet) return;
    const name = where === "matrix" ? `matrix ${moment}` : moment;
    moments[name] = (moments[name] ?? 0) + 1;
  }

  return {
    start: () => start(),
    async stop() {
      const ended = once(next, "close");
      newest?.kill();
      next.kill("SIGKILL");
      await ended;
    },
    count: () => ({ kills, atStart, whileVoting, moments }),
    async one(death: Death) {
      const running = death.kind === "moment" ? start(death.moment, death.where) : start();
      if (death.kind === "starting") {
        await wait(death.after);
        atStart += 1;
      } else {
        await running.ready;
        if (death.kind === "moment") await untilMoment(running, death.moment, death.where ?? "teams");
        else {
          if (death.kind === "voting") await untilTrue(isVoting, patience);
          await wait(death.after);
        }
      }
      await end(running);
    },
  };
}

const requestOf: Readonly<Partial<Record<TeamsMoment, Pick<FaultRule, "method" | "path">>>> = {
  posted: { method: "POST", path: /\/activities$/ },
  replaced: { method: "PUT", path: /\/activities\// },
  chat: { method: "POST", path: /\/conversations\/?$/ },
};

/** Whether the bot came to this moment: it ends itself there, or is ended when its request has been carried out, or its answer read. */
async function metInTeams(town: TeamsTown, running: BotLife, moment: TeamsMoment, patience: number): Promise<boolean> {
  const request = requestOf[moment];
  const rule = request && town.fake.faults.add({ ...request, times: 1, fault: { kind: "hang", after: true } });
  if (moment === "clicked") town.clicked.act = running.kill;
  try {
    return await hasEnded(running, patience, () => rule !== undefined && rule.hits() > 0);
  } finally {
    rule?.remove();
    town.clicked.act = undefined;
  }
}

/** The same on Matrix: there is no answer to a click. */
async function metInMatrix(matrix: Town, running: BotLife, moment: TeamsMoment, patience: number): Promise<boolean> {
  const rule = moment === "chat" || moment === "posted" ? killedBy(matrix, running, matrixNames[moment]) : undefined;
  try {
    return await hasEnded(running, patience);
  } finally {
    rule?.remove();
  }
}

const matrixNames = { chat: "chat", posted: "sent" } as const;

/** Also true as soon as `isThere`. */
async function hasEnded(running: BotLife, patience: number, isThere: () => boolean = () => false): Promise<boolean> {
  let isOver = false;
  void running.ended.then(() => {
    isOver = true;
  });
  return untilTrue(() => isOver || isThere(), patience);
}

async function untilTrue(holds: () => boolean, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (!holds() && performance.now() < end) await wait(5);
  return holds();
}
