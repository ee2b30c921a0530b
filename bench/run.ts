import { report } from "./figure.ts";
import { ideaFigures } from "./idea-figures.ts";
import { matrixStoreFigure } from "./matrix-store.ts";
import { rulesFigures } from "./rules.ts";
import { startFigures } from "./start.ts";
import { teamsFigures } from "./teams-figures.ts";
import { burstOfVotes, votesAgainstBareEngine } from "./votes.ts";

/** All limits of this project; exit code 1 if one is missed. Measured against each other in one run, since machines differ. */
report([
  await votesAgainstBareEngine(),
  await burstOfVotes(),
  ...(await ideaFigures()),
  ...(await startFigures()),
  await matrixStoreFigure(),
  ...(await teamsFigures()),
  ...rulesFigures(),
]);
