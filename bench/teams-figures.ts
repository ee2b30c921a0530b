import { join } from "node:path";
import { startBot } from "./bot-process.ts";
import { atMost, type Figure, median, quantile } from "./figure.ts";
import { teamsStartFigures } from "./teams-start.ts";
import { meetingRound, OUTCOME, sameRound, timesOf, votingTimes } from "./teams-times.ts";
import { endpointOf, openTeamsTown, type TeamsTown, VOTERS } from "./teams-town.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const ROUNDS = 5;

/** Grenzen in Teams: Microsoft's side is the fake one, in this process; the program is in one of its own. */
export async function teamsFigures(): Promise<readonly Figure[]> {
  const start = await teamsStartFigures();
  const served = await inTemporaryFolder(async (folder) => {
    const town = await openTeamsTown(folder);
    try {
      return [await requestFigure(town), ...(await votingFigures(town))];
    } finally {
      await town.stop();
    }
  });
  return [...start, ...served];
}

/** Against an endpoint that reads the same requests and answers them at once, in turn with it. The first round is not counted. */
async function requestFigure(town: TeamsTown): Promise<Figure> {
  const bare = await startBot([join(import.meta.dirname, "bare-endpoint-child.ts")], /PORT \d+/);
  const card = await town.openBallot(1);
  const own: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await meetingRound(town, card, round);
      const same = timesOf(await sameRound(town, ours, endpointOf(bare)));
      if (round === 0) continue;
      const times = timesOf(ours);
      own.push(quantile(times, 0.99) - quantile(same, 0.99));
      show(`Runde ${round}: Teams-Anschluss`, times);
      show(`Runde ${round}: nackter Endpunkt`, same);
    }
  } finally {
    await bare.stop();
  }
  await town.lead("abstimmung schließen");
  return atMost("Eigenzeit je Anfrage, 99 von 100, bei 50 Anfragen/s", median(own), 20, " ms");
}

async function votingFigures(town: TeamsTown): Promise<readonly Figure[]> {
  const { clicks, refreshes, ended } = await votingTimes(town, 2);
  show(`${VOTERS} Stimmen in zehn Sekunden`, clicks);
  show("eigene Ansichten, von den Clients dabei erfragt", refreshes);
  const expected = `Angenommen: ${OUTCOME.yes} Ja, ${OUTCOME.no} Nein, ${OUTCOME.abstain} Enthaltungen.`;
  if (!ended.includes(expected)) throw new Error(`the card does not say »${expected}« but: ${ended}`);
  const violations = town.fake.violations.map(({ kind, detail }) => `${kind}: ${detail}`);
  for (const one of new Set(violations)) process.stdout.write(`  Verstoß: ${one}\n`);
  process.stdout.write(`  Arbeitsspeicher danach: ${town.bot.residentMegabytes().toFixed(0)} MB\n`);
  return [
    atMost(`${VOTERS} Stimmen in zehn Sekunden: Antwort, 99 von 100`, quantile(clicks, 0.99), 300, " ms"),
    atMost("Verstöße gegen Microsofts Grenzen dabei", violations.length, 0),
  ];
}

function show(name: string, times: readonly number[]): void {
  const [half, most, last] = [0.5, 0.95, 0.99].map((part) => quantile(times, part).toFixed(1));
  process.stdout.write(`  ${name}: p50 ${half} ms, p95 ${most} ms, p99 ${last} ms (${times.length})\n`);
}
