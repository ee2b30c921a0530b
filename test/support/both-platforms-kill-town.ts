import { chatCommittee } from "./chat-committee.ts";
import { openTown, type Town } from "./matrix/kill-town.ts";
import { openTeamsTown, type TeamsTown } from "./teams/kill-town.ts";

const inTeams = ["anna", "bert", "carla", "dora"];
const inMatrix = ["emil", "frieda", "gustav", "hanna"];

/** Ein Gremium auf zwei Plattformen: people in a chat of Teams, as many in an encrypted room, and one bot with one folder. */
export type BothTown = {
  readonly teams: TeamsTown;
  readonly matrix: Town;
  /** While a ballot is seen and votes are missing. */
  readonly burst: { isRunning: boolean };
  stop(): Promise<void>;
};

/** `people`: on each side, from two (or there is no quorum) to four. */
export async function openBothTown(chance: () => number, people: number): Promise<BothTown> {
  const teams = await openTeamsTown(chance, inTeams.slice(0, people));
  const matrix = await openTown(inMatrix.slice(0, people));
  const committee = chatCommittee(
    [
      ...teams.voters.map(({ name, person }) => ({
        name,
        accounts: [`teams:${person.objectId}`],
        ...(person === teams.chair ? { office: "chair" as const } : {}),
      })),
      ...matrix.voters.map(({ name, peer }) => ({
        name,
        accounts: [`matrix:${peer.userId}`],
        ...(peer === matrix.chair ? { office: "office" as const } : {}),
      })),
    ],
    [
      { room: `teams:${teams.chat.id}`, name: "Teams-Chat" },
      { room: `matrix:${matrix.room}`, name: "Matrix-Raum" },
    ],
  );
  return {
    teams: { ...teams, committee },
    matrix: { ...matrix, committee, folder: teams.folder },
    burst: { isRunning: false },
    async stop() {
      await matrix.stop();
      await teams.stop();
    },
  };
}
