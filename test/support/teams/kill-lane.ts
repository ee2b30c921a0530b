import { mkdirSync } from "node:fs";
import { seeded } from "../matrix/seeded.ts";
import { type Checked, problemsOf } from "./kill-check.ts";
import { type Death, type Lives, livesIn } from "./kill-lives.ts";
import type { TeamsKillControl, TeamsMoment } from "./kill-order.ts";
import { openTeamsTown } from "./kill-town.ts";
import { holdBallots, openMeeting } from "./kill-traffic.ts";

type TeamsKillResult = Checked & {
  readonly kills: number;
  /** Of them while the bot was still starting. */
  readonly atStart: number;
  readonly moments: Readonly<Record<string, number>>;
  readonly ballots: number;
  readonly votes: number;
  /** How often something was brought again. */
  readonly again: number;
};

type TeamsKillWish = {
  readonly seed: number;
  readonly kills: number;
  /** Folder for what is compiled, which all lives and lanes share. */
  readonly compiled: string;
  readonly control?: TeamsKillControl;
};

const LONGEST_START = 300;
const LONGEST_RUN = 600;
const moments: readonly TeamsMoment[] = ["taken", "decided", "posted", "clicked", "delivered", "replaced"];

/** Ballots in a chat, while the bot is killed again and again; then it works off what is left, and all is checked. */
export async function runTeamsKillLane({
  seed,
  kills,
  compiled,
  control = "none",
}: TeamsKillWish): Promise<TeamsKillResult> {
  const town = await openTeamsTown(seeded(seed));
  let lives: Lives | undefined;
  try {
    mkdirSync(town.folder, { recursive: true });
    const deaths = control === "none" ? deathsOf(seed, kills) : deathsOfControl(control, kills);
    lives = livesIn(town, { control, compiled });
    let isEnough = false;
    const traffic = openMeeting(town).then(() => holdBallots(town, () => isEnough, leastBallots(control)));
    traffic.catch(() => undefined);
    for (const death of deaths) await lives.one(death);
    const last = lives.start();
    await last.ready;
    isEnough = true;
    const ballots = await traffic;
    const notes = await last.finish();
    const checked = await problemsOf(town, ballots, notes);
    return {
      ...checked,
      ...lives.count(),
      ballots: ballots.length,
      votes: ballots.flatMap(({ votes }) => votes).length,
      again: ballots.flatMap(({ votes }) => votes).filter(({ deliveries }) => deliveries.length > 1).length,
    };
  } finally {
    await lives?.stop();
    await town.stop();
  }
}

/** Every third ballot is a secret one. On a busy machine few are held while the kills last: then it goes on after them. */
function leastBallots(control: TeamsKillControl): number {
  if (control === "none") return 6;
  return control === "chatty" ? 3 : 1;
}

/** A quarter while starting, a quarter at the moments, the rest at work. Direct chats are made only at the beginning. */
function deathsOf(seed: number, kills: number): readonly Death[] {
  const chance = seeded(seed);
  return Array.from({ length: kills }, (_, index): Death => {
    if (index % 4 === 0) return { kind: "starting", after: chance() * LONGEST_START };
    const moment = moments[Math.floor(index / 4) % moments.length];
    if (index === 1) return { kind: "moment", moment: "chat" };
    if (index % 4 === 2 && moment !== undefined) return { kind: "moment", moment };
    return { kind: "running", after: chance() * LONGEST_RUN };
  });
}

const controlMoment: Readonly<Partial<Record<TeamsKillControl, TeamsMoment>>> = {
  "new-keys": "decided",
  "answer-first": "taken",
  "no-notes": "delivered",
};

function deathsOfControl(control: TeamsKillControl, kills: number): readonly Death[] {
  const moment = controlMoment[control];
  return Array.from({ length: kills }, () =>
    moment === undefined ? { kind: "running", after: LONGEST_RUN } : { kind: "moment", moment },
  );
}
