import { mkdirSync } from "node:fs";
import { type BothTown, openBothTown } from "./both-platforms-kill-town.ts";
import { type BothBallot, holdBothBallots, openBothMeeting } from "./both-platforms-kill-traffic.ts";
import { matrixProblems } from "./matrix/kill-check.ts";
import { workedOff } from "./matrix/kill-lane.ts";
import { seeded } from "./matrix/seeded.ts";
import { PATIENCE } from "./patience.ts";
import { problemsOf } from "./teams/kill-check.ts";
import { type Death, type Lives, livesIn } from "./teams/kill-lives.ts";
import type { TeamsKillControl } from "./teams/kill-order.ts";

type BothKillResult = ReturnType<Lives["count"]> & {
  readonly problems: readonly string[];
  readonly ballots: number;
  readonly votesInTeams: number;
  readonly votesInMatrix: number;
  /** Votes that Teams brought again. */
  readonly again: number;
  /** Messages in Teams that were said to be perhaps there twice. */
  readonly announcedTwice: number;
  /** Events of the bot that people on Matrix have read. */
  readonly events: number;
};

type BothKillWish = {
  readonly seed: number;
  /** Folder for what is compiled. */
  readonly compiled: string;
  readonly control?: TeamsKillControl;
};

const LONGEST_START = 500;
const LONGEST_BURST = 250;

/** Ballots on both platforms, while the bot is killed again and again; then it works off what is left, and all is checked. */
export async function runBothKillLane({ seed, compiled, control = "none" }: BothKillWish): Promise<BothKillResult> {
  const isControl = control !== "none";
  const town = await openBothTown(seeded(seed), isControl ? 2 : 4);
  let lives: Lives | undefined;
  try {
    mkdirSync(town.teams.folder, { recursive: true });
    const { matrix } = town;
    lives = livesIn(town.teams, {
      control,
      compiled,
      matrix,
      patience: PATIENCE,
      isVoting: () => town.burst.isRunning,
    });
    let isEnough = false;
    const traffic = openBothMeeting(town).then(() => holdBothBallots(town, () => isEnough));
    traffic.catch(() => undefined);
    for (const death of isControl ? deathsOfControl : deathsOf(seed)) await lives.one(death);
    const last = lives.start();
    await last.ready;
    isEnough = true;
    const ballots = await traffic;
    const notes = await workedOff(matrix, last, ballots.length);
    return { ...(await checked(town, ballots, notes)), ...lives.count() };
  } finally {
    await lives?.stop();
    await town.stop();
  }
}

/** Narrow moments of either platform, each once, direct chats first, since they are made only then; and within bursts by chance. */
function deathsOf(seed: number): readonly Death[] {
  const chance = seeded(seed);
  const starting = (): Death => ({ kind: "starting", after: chance() * LONGEST_START });
  const voting = (): Death => ({ kind: "voting", after: chance() * LONGEST_BURST });
  return [
    { kind: "moment", moment: "chat", where: "matrix" },
    { kind: "moment", moment: "chat" },
    voting(),
    { kind: "moment", moment: "decided" },
    { kind: "moment", moment: "decided", where: "matrix" },
    starting(),
    { kind: "moment", moment: "posted" },
    { kind: "moment", moment: "posted", where: "matrix" },
    voting(),
    { kind: "moment", moment: "taken", where: "matrix" },
    { kind: "moment", moment: "clicked" },
  ];
}

/** The first must double an answer in Teams, the second one on Matrix. */
const deathsOfControl: readonly Death[] = [
  { kind: "moment", moment: "delivered" },
  { kind: "moment", moment: "decided", where: "matrix" },
];

async function checked({ teams, matrix }: BothTown, ballots: readonly BothBallot[], notes: readonly string[]) {
  const inTeams = await problemsOf(teams, ballots, notes);
  const inMatrix = await matrixProblems(
    matrix,
    ballots.map(({ elsewhere }) => elsewhere),
  );
  const votes = ballots.flatMap((ballot) => ballot.votes);
  return {
    problems: [...inTeams.problems, ...inMatrix.problems, ...notes.filter((note) => note.startsWith("NOTE event-"))],
    ballots: ballots.length,
    votesInTeams: votes.length,
    votesInMatrix: ballots.flatMap(({ elsewhere }) => elsewhere).length,
    again: votes.filter(({ deliveries }) => deliveries.length > 1).length,
    announcedTwice: inTeams.announcedTwice,
    events: inMatrix.events,
  };
}
