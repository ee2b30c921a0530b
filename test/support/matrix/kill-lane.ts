import { setTimeout as wait } from "node:timers/promises";
import { PATIENCE, PATIENCE_WITH_STARTS } from "../patience.ts";
import { type BotLife, startLife } from "./bot-life.ts";
import type { ActiveRule, Fault } from "./fault-rules.ts";
import { problemsOf } from "./kill-check.ts";
import type { KillControl, Moment } from "./kill-order.ts";
import { openTown, type Town } from "./kill-town.ts";
import { holdBallots, openMeeting } from "./kill-traffic.ts";
import { seeded } from "./seeded.ts";

export type KillResult = {
  readonly kills: number;
  /** Of them while the bot was still starting. */
  readonly atStart: number;
  readonly moments: Readonly<Partial<Record<Moment, number>>>;
  readonly ballots: number;
  readonly votes: number;
  /** Events of the bot that the voters have read. */
  readonly events: number;
  readonly problems: readonly string[];
};

/** How a life ends: so many milliseconds after its beginning, or after it runs, or at a moment. */
type Death =
  | { readonly kind: "starting"; readonly after: number }
  | { readonly kind: "running"; readonly after: number }
  | { readonly kind: "moment"; readonly moment: Moment };

const LONGEST_START = 900;
const LONGEST_RUN = 700;
/** A moment that does not come is not waited for any longer. */
const LONGEST_LIFE = 20_000;
const moments: readonly Moment[] = ["taken", "decided", "delivered", "sent"];

/** Ballots in an encrypted room, while the bot is killed again and again; then it works off what is left, and all is checked. */
export async function runKillLane(seed: number, kills: number, control: KillControl = "none"): Promise<KillResult> {
  const town = await openTown();
  let lives: ReturnType<typeof livesIn> | undefined;
  try {
    const deaths = control === "none" ? deathsOf(seed, kills) : deathsOfControl(control, kills);
    lives = livesIn(town, control);
    let isEnough = false;
    const traffic = openMeeting(town).then(() => holdBallots(town, () => isEnough));
    traffic.catch(() => undefined);
    for (const death of deaths) await lives.one(death);
    isEnough = true;
    const last = lives.start();
    const { ballots } = await traffic;
    const notes = await workedOff(town, last, ballots.length);
    const { problems, events } = await problemsOf(town, ballots, notes);
    const { killed, atStart, met } = lives.count();
    return {
      kills: killed,
      atStart,
      moments: met,
      ballots: ballots.length,
      votes: ballots.flat().length,
      events,
      problems,
    };
  } finally {
    lives?.stop();
    await town.stop();
  }
}

/** A quarter while starting, a quarter at the moments, the rest at work. Direct chats are made only at the first ballot. */
function deathsOf(seed: number, kills: number): readonly Death[] {
  const chance = seeded(seed);
  return Array.from({ length: kills }, (_, index): Death => {
    if (index % 4 === 0) return { kind: "starting", after: chance() * LONGEST_START };
    const moment = moments[Math.floor(index / 4) % moments.length];
    if (index === 1 || index === 3) return { kind: "moment", moment: "chat" };
    if (index % 4 === 2 && moment !== undefined) return { kind: "moment", moment };
    return { kind: "running", after: chance() * LONGEST_RUN };
  });
}

function deathsOfControl(control: KillControl, kills: number): readonly Death[] {
  const moment: Moment = control === "new-keys" ? "decided" : "taken";
  return Array.from({ length: kills }, () => ({ kind: "moment", moment }));
}

function livesIn(town: Town, control: KillControl) {
  const { proxy, login, folder, committee } = town;
  let life = 0;
  let newest: BotLife | undefined;
  let killed = 0;
  let atStart = 0;
  const met: Partial<Record<Moment, number>> = {};

  function start(moment?: Moment): BotLife {
    life += 1;
    const at = moment === undefined ? {} : { moment };
    newest = startLife({ url: proxy.url, login, folder, committee, control, life, ...at });
    return newest;
  }

  async function end(one: BotLife): Promise<void> {
    one.kill();
    if ((await one.ended) === "SIGKILL") killed += 1;
    else throw new Error(`the bot ended with ${await one.ended}`);
  }

  return {
    start: () => start(),
    count: () => ({ killed, atStart, met }),
    /** Also of a lane that failed nothing is left. */
    stop: () => newest?.kill(),
    async one(death: Death) {
      const moment = death.kind === "moment" ? death.moment : undefined;
      const running = start(moment);
      if (death.kind === "starting") {
        await wait(death.after);
        atStart += 1;
      } else {
        await running.ready;
        if (death.kind === "running") await wait(death.after);
        // A control shows nothing without its moment.
        else if (await hasMet(town, running, death.moment, control === "none" ? LONGEST_LIFE : PATIENCE))
          met[death.moment] = (met[death.moment] ?? 0) + 1;
      }
      await end(running);
    },
  };
}

/** Whether the bot came to this moment. What the homeserver has carried out it never hears of; at the others it ends itself. */
async function hasMet(town: Town, running: BotLife, moment: Moment, patience: number): Promise<boolean> {
  const ended = running.ended.then(() => true);
  const late = new AbortController();
  const tooLate = wait(patience, false, { signal: late.signal }).catch(() => false);
  const rule = killedBy(town, running, moment);
  try {
    return await Promise.race([ended, tooLate]);
  } finally {
    late.abort();
    rule?.remove();
  }
}

const requestOf: Readonly<Partial<Record<Moment, RegExp>>> = {
  sent: /^PUT .*\/send\/m\.room\.encrypted\//,
  chat: /^POST .*\/createRoom/,
};

/** The homeserver's answer to such a request kills. */
export function killedBy({ proxy }: Town, running: BotLife, moment: Moment): ActiveRule | undefined {
  const match = requestOf[moment];
  return match === undefined ? undefined : proxy.add({ match, fault: killing(running), times: 1 });
}

const killing = (running: BotLife): Fault => ({
  kind: "rewrite",
  change(answer) {
    running.kill();
    return answer;
  },
});

/** The last ballot has its result, and the bot has ended in peace. */
export async function workedOff(
  { chair, room, login }: Town,
  last: BotLife,
  ballots: number,
): Promise<readonly string[]> {
  const result = new RegExp(`^(Angenommen|Abgelehnt)[^]*^Antrag ${ballots}$`, "m");
  await chair.waitFor(
    ({ room: where, sender, content }) =>
      where === room && sender === login.userId && result.test(String(content["body"])),
    PATIENCE_WITH_STARTS,
  );
  return last.finish();
}
