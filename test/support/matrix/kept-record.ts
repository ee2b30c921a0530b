import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { committeeStream, type House } from "../../../src/cli/compose.ts";
import { ballotBox } from "../../../src/core/committee/decision.ts";
import { entries } from "../../../src/core/kernel/table.ts";

/** What is left of a session for ever. */
export type KeptRecord = {
  /** Without those that tie accounts to people, which are another matter on each platform. */
  readonly events: readonly {
    readonly type: string;
    readonly at: string;
    readonly by: string;
    readonly data: string;
  }[];
  /** Votes of the closed boxes, by box. */
  readonly boxes: Readonly<Record<string, readonly string[]>>;
  /** Papers by the name of their file. */
  readonly papers: Readonly<Record<string, string>>;
};

const ACCOUNTS: ReadonlySet<string> = new Set(["AccountLinked", "LinkCodeIssued"]);

/** `rename` gives rooms the names they have on the other platform. The events of the foundation have no instant in common. */
export function keptRecord(
  { store, runner }: House,
  outgoing: string,
  rename = (data: string): string => data,
): KeptRecord {
  const events = [...store.read(committeeStream)].filter(({ type }) => !ACCOUNTS.has(type));
  const begun = events.findIndex(({ by }) => by !== "system");
  const ballots = entries(runner.state().ballots.ballots).map(({ ballot }) => ballotBox(ballot));
  const names = existsSync(outgoing) ? readdirSync(outgoing).toSorted() : [];
  return {
    events: events.map(({ type, at, by, data }, index) => ({
      type,
      at: index < begun ? "foundation" : at,
      by,
      data: rename(data),
    })),
    boxes: Object.fromEntries(ballots.map((box) => [box, store.closedContents(box)])),
    papers: Object.fromEntries(names.map((name) => [name, readFileSync(join(outgoing, name), "utf8")])),
  };
}
