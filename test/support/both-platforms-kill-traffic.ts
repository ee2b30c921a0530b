import type { BothTown } from "./both-platforms-kill-town.ts";
import { readable, type Town } from "./matrix/kill-town.ts";
import { attendInMatrix, botHasJoined, type Voting, voteInMatrix } from "./matrix/kill-traffic.ts";
import { PATIENCE_WITH_STARTS } from "./patience.ts";
import { attendInTeams, ballotCard, type HeldBallot, leadInTeams, voteInTeams } from "./teams/kill-traffic.ts";

/** A ballot; `elsewhere`: how it was voted in on Matrix. */
export type BothBallot = HeldBallot & { readonly elsewhere: readonly Voting[] };

/** The chair opens in Teams; everybody says to be there, first on Matrix: so direct chats of either platform are made at different times. */
export async function openBothMeeting({ teams, matrix }: BothTown): Promise<void> {
  await botHasJoined(matrix);
  await leadInTeams(teams, "sitzung eröffnen");
  await attendInMatrix(matrix);
  await answeredInMatrix(matrix, /^Sie sind als anwesend eingetragen/, 1);
  await attendInTeams(teams);
}

/** One ballot after the other until `isEnough`, at least one; everybody votes as soon as the ballot is there. */
export async function holdBothBallots(town: BothTown, isEnough: () => boolean): Promise<readonly BothBallot[]> {
  const ballots: BothBallot[] = [];
  while (!isEnough() || ballots.length < 1) {
    const number = ballots.length + 1;
    const hold = number % 2 === 1 ? holdFromMatrix : holdFromTeams;
    ballots.push(await hold(town, number));
  }
  return ballots;
}

/** The office leads on Matrix. The order of the room puts the end behind all votes there, be the bot ever so late. */
async function holdFromMatrix(town: BothTown, number: number): Promise<BothBallot> {
  const { teams, matrix } = town;
  const lead = (words: string) => matrix.chair.call("sendText", { room: matrix.room, text: `!ag ${words}` });
  for (const words of opening(number)) await lead(words);
  const ballot = await voted(town, number);
  await lead("abstimmung schließen");
  await teams.fake.waitForMessage(teams.chat, new RegExp(`^Antrag ${number} ist `, "m"), PATIENCE_WITH_STARTS);
  return ballot;
}

/** The chair leads in Teams, and ends the ballot when everybody on Matrix has been answered. */
async function holdFromTeams(town: BothTown, number: number): Promise<BothBallot> {
  for (const words of opening(number)) await leadInTeams(town.teams, words);
  const ballot = await voted(town, number);
  await answeredInMatrix(town.matrix, /^Ihre Stimme für /, number);
  await leadInTeams(town.teams, "abstimmung schließen");
  return ballot;
}

const opening = (number: number): readonly string[] => [
  `antrag: Die AG trifft sich zum ${number}. Mal.`,
  `abstimmung ${number}`,
];

/** All at the same time, as soon as the ballot is there. */
async function voted({ teams, matrix, burst }: BothTown, number: number): Promise<BothBallot> {
  await ballotCard(teams, number);
  burst.isRunning = true;
  const [votes, elsewhere] = await Promise.all([
    Promise.all(teams.voters.map((voter, index) => voteInTeams(teams, voter, number, index, false))),
    Promise.all(matrix.voters.map((voter, index) => voteInMatrix(matrix, voter, number, index))),
  ]);
  burst.isRunning = false;
  return { isSecret: false, votes, elsewhere };
}

/** Everybody there has read so many such answers. */
async function answeredInMatrix(town: Town, text: RegExp, times: number): Promise<void> {
  const answers = ({ peer }: Town["voters"][number]): number =>
    readable(town, peer.events).filter(({ content }) => text.test(String(content["body"]))).length;
  await Promise.all(
    town.voters.map((voter) => voter.peer.waitFor(() => answers(voter) >= times, PATIENCE_WITH_STARTS)),
  );
}
