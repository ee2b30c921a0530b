import { join } from "node:path";
import { committeeCodec } from "../../src/adapters/storage/committee-codec.ts";
import { openSqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import { committeeStream } from "../../src/cli/compose.ts";
import { ballotBox } from "../../src/core/committee/decision.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";

export type Choice = "Ja" | "Nein" | "Enthaltung";

/** A ballot as it was voted in, on whatever platforms. */
export type VotedBallot = {
  readonly isSecret: boolean;
  readonly votes: readonly { readonly voter: { readonly name: string }; readonly choice: Choice }[];
};

/** Each vote is on the record once, as it was given, or sealed; the results are what was given. `folder`: of a house that has ended. */
export async function recordProblems(folder: string, ballots: readonly VotedBallot[]): Promise<readonly string[]> {
  const store = openSqliteStore({ file: join(folder, "record.sqlite"), keysFolder: join(folder, "keys") });
  try {
    const events = [...store.read(committeeStream)].map(committeeCodec.decode);
    const wanted = ballots.flatMap(({ isSecret, votes }, index) =>
      votes.map(({ voter, choice }) => `vote of ${voter.name} in ballot ${index + 1}: ${isSecret ? "sealed" : choice}`),
    );
    const results = ballots.map((ballot, index) => `ballot ${index + 1}: ${countsText((one) => count(ballot, one))}`);
    const link = store.firstBrokenLink(committeeStream);
    const boxes = ballots.flatMap(({ isSecret, votes }, index) => {
      const lying = isSecret ? store.closedContents(ballotBox(index + 1)).length : votes.length;
      return lying === votes.length ? [] : [`box ${index + 1} holds ${lying} votes of ${votes.length}`];
    });
    return [
      ...(link === undefined ? [] : [`the chain breaks at event ${link}`]),
      ...differences("record", wanted, events.flatMap(voteIn)),
      ...differences("record", results, events.flatMap(resultIn)),
      ...boxes,
      ...store.pending().map(({ id }) => `the answer ${id} still waits`),
    ];
  } finally {
    await store.close();
  }
}

/** What is missing and what is too much. */
export function differences(what: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  const left = [...found];
  const missing = wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return [...missing.map((one) => `${what}: lost: ${one}`), ...left.map((one) => `${what}: too much: ${one}`)];
}

const said: Readonly<Record<string, Choice>> = { yes: "Ja", no: "Nein", abstain: "Enthaltung" };

function voteIn(event: CommitteeEvent): readonly string[] {
  if (event.type === "SecretVoteCast") return [`vote of ${event.person} in ballot ${event.ballot}: sealed`];
  if (event.type !== "VoteCast") return [];
  const choice = event.vote.kind === "question" ? said[event.vote.choice] : undefined;
  return [`vote of ${event.person} in ballot ${event.ballot}: ${choice}`];
}

function resultIn(event: CommitteeEvent): readonly string[] {
  if (event.type !== "BallotClosed") return [];
  const { yes, no, abstain } = event.counts;
  const numbers: Readonly<Record<Choice, number>> = { Ja: yes, Nein: no, Enthaltung: abstain };
  return [`ballot ${event.ballot}: ${countsText((choice) => numbers[choice])}`];
}

const count = ({ votes }: VotedBallot, choice: Choice): number => votes.filter((one) => one.choice === choice).length;

const countsText = (number: (choice: Choice) => number): string =>
  `${number("Ja")} Ja, ${number("Nein")} Nein, ${number("Enthaltung")} Enthaltung`;
