import type { Figure } from "./figure.ts";
import { rulesFigures } from "./rules.ts";
import { startFigures } from "./start.ts";
import { burstOfVotes, votesAgainstBareEngine } from "./votes.ts";

/** All limits of this project; exit code 1 if one is missed. Measured against each other in one run, since machines differ. */
const figures: readonly Figure[] = [
  await votesAgainstBareEngine(),
  await burstOfVotes(),
  ...(await startFigures()),
  ...rulesFigures(),
];

for (const { name, measured, limit, isMet } of figures)
  process.stdout.write(`${isMet ? "eingehalten" : "VERFEHLT   "}  ${name}: ${measured} (${limit})\n`);
process.exitCode = figures.every((figure) => figure.isMet) ? 0 : 1;
