import { recordProblems } from "../ballot-record-check.ts";
import { filesHolding } from "../matrix/files-holding.ts";
import { chatProblems } from "./kill-check-chats.ts";
import type { TeamsTown } from "./kill-town.ts";
import { type HeldBallot, SECRET_ABSTENTION } from "./kill-traffic.ts";

export type Checked = {
  readonly problems: readonly string[];
  /** Messages that were said to be perhaps there twice. */
  readonly announcedTwice: number;
  /** Secret abstentions, which were looked for in all files. */
  readonly soughtVotes: number;
};

/** What is wrong after all the kills, in words. */
export async function problemsOf(
  town: TeamsTown,
  ballots: readonly HeldBallot[],
  notes: readonly string[],
): Promise<Checked> {
  const chats = chatProblems(town, ballots);
  const secret = ballots.filter(({ isSecret }) => isSecret).flatMap(({ votes }) => votes);
  const found = filesHolding(town.folder, SECRET_ABSTENTION);
  return {
    problems: [
      ...(await recordProblems(town.folder, ballots.map(everywhere))),
      ...chats.problems,
      ...found.map((file) => `a secret vote stands in ${file}`),
      // What is no secret is found this way.
      ...(filesHolding(town.folder, "Die AG trifft sich zum 1. Mal.").length > 0 ? [] : ["nothing is found in files"]),
      ...town.fake.violations.map(({ kind, request, detail }) => `violation: ${kind} ${request}: ${detail}`),
      ...notes.filter((note) =>
        /NOTE (failed|ended|message-refused|turn-failed|command-failed|teams-failed)/.test(note),
      ),
    ],
    announcedTwice: chats.announcedTwice,
    soughtVotes: secret.filter(({ choice }) => choice === "Enthaltung").length,
  };
}

const everywhere = ({ isSecret, votes, elsewhere }: HeldBallot) => ({ isSecret, votes: [...votes, ...elsewhere] });
