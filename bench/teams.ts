import { report } from "./figure.ts";
import { teamsFigures } from "./teams-figures.ts";

/** The limits of Teams alone: `npm run bench:teams`. */
report(await teamsFigures());
