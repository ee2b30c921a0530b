import { bareCommandsPerSecond } from "./bare-engine.ts";
import { atLeast, atMost, type Figure, median } from "./figure.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { votingCommittee } from "./voting-committee.ts";

const voters = 50;
const votesEach = 500;
const rounds = 7;
/** Rounds that are not counted: a service has been running for a while when a meeting votes. */
const warmUps = 2;

/** Dauerhafte Stimmen: ours through dispatch, decision and store against the bare engine, measured in turn in the same run. */
export async function votesAgainstBareEngine(): Promise<Figure> {
  const ratios: number[] = [];
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    const bare = await inTemporaryFolder((folder) => bareCommandsPerSecond(folder, votesEach, voters));
    const ours = await inTemporaryFolder(ourVotesPerSecond);
    if (round < 1) continue;
    ratios.push(ours / bare);
    process.stdout.write(`  Runde ${round}: ${ours.toFixed(0)} Stimmen/s, Datenbank allein ${bare.toFixed(0)}/s\n`);
  }
  return atLeast(`dauerhafte Stimmen bei ${voters} Stimmenden ÷ Datenbank allein`, median(ratios), 0.5);
}

/** Each voter waits for the answer and then changes the vote, so that every message is a vote that counts. */
async function ourVotesPerSecond(folder: string): Promise<number> {
  const committee = await votingCommittee(folder, voters);
  const voter = async (n: number): Promise<void> => {
    for (let turn = 0; turn < votesEach; turn += 1) {
      const { kind } = await committee.say(n, turn % 2 === 0 ? "ja" : "nein");
      if (kind !== "handled") throw new Error(`a vote was not counted: ${kind}`);
    }
  };
  const before = committee.house.runner.state().version;
  const start = performance.now();
  await Promise.all(Array.from({ length: voters }, (_, index) => voter(index + 1)));
  const seconds = (performance.now() - start) / 1000;
  const counted = committee.house.runner.state().version - before;
  if (counted !== voters * votesEach) throw new Error(`${counted} votes stored, ${voters * votesEach} cast`);
  await committee.house.close();
  return counted / seconds;
}

const burst = 200;

/** Ein Schwall: 200 votes at the same moment, until the last answer is delivered. */
export async function burstOfVotes(): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await inTemporaryFolder(burstMilliseconds));
  return atMost(`Schwall von ${burst} Stimmen, bis zur letzten Antwort`, median(times), 50, " ms");
}

async function burstMilliseconds(folder: string): Promise<number> {
  const committee = await votingCommittee(folder, burst);
  await Promise.all(Array.from({ length: burst }, (_, index) => committee.say(index + 1, "enthaltung")));
  await committee.house.settled();
  const before = committee.delivered();
  const start = performance.now();
  await Promise.all(Array.from({ length: burst }, (_, index) => committee.say(index + 1, "ja")));
  while (committee.delivered() - before < burst) await new Promise((resolve) => setImmediate(resolve));
  const milliseconds = performance.now() - start;
  await committee.house.close();
  return milliseconds;
}
