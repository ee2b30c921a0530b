import { rulingOfWritten } from "../core/committee/close-written.ts";
import { missingSeats, openProcedures, writtenCounts } from "../core/committee/written-now.ts";
import { entries, entry } from "../core/kernel/table.ts";
import { writtenProgress } from "../core/rules/written-procedure-progress.ts";
import type { WrittenProcedure } from "../core/written-procedure/state.ts";
import {
  noProcedures,
  objectionsSoFar,
  outcomeWord,
  pastProcedures,
  procedureLine,
  procedureName,
  procedureWithdrawn,
  runningProcedures,
  runsUntil,
  settledSoFar,
  stillMissing,
  turnoutWritten,
  withdrawnWord,
} from "../texts/announcements-written.ts";
import { seats } from "../texts/names.ts";
import { shortened } from "./parameters/things.ts";
import type { Asked } from "./queries-asked.ts";
import { resultLines, voteChoices } from "./replies/announce-written.ts";
import { type Block, list, type ReplyChoice } from "./reply.ts";

const MOST_LINES = 10;

/** Umlaufbeschlüsse: all of them in short, or one with everything that is known of it. */
export function writtenBlocks(asked: Asked, number: number | undefined): readonly (Block | string)[] {
  const { procedures } = asked.state.writtenProcedures;
  const one = number === undefined ? undefined : entry(procedures, number);
  if (one !== undefined) return detailLines(asked, one);
  const open = openProcedures(asked.state);
  const past = entries(procedures).filter(({ status }) => status !== "open");
  if (open.length === 0 && past.length === 0) return [noProcedures()];
  return [
    ...(open.length === 0 ? [] : [runningProcedures(), list(runningLines(asked))]),
    ...(past.length === 0 ? [] : [pastProcedures(), list(past.slice(-MOST_LINES).map(pastLine))]),
  ];
}

/** Wie gestimmt werden kann, where one runs. */
export function writtenChoices({ state }: Asked, number: number | undefined): readonly ReplyChoice[] {
  const one = number === undefined ? undefined : entry(state.writtenProcedures.procedures, number);
  if (one?.status === "open") return voteChoices(one);
  return openProcedures(state).map(({ procedure }) => ({
    label: `umlauf ${procedure}`,
    command: `umlauf ${procedure}`,
  }));
}

/** For the status: what runs, and how many have spoken. */
export function runningLines({ state, today }: Asked): readonly string[] {
  return openProcedures(state).map((one) => {
    const { votingSeats, recused, silent } = writtenCounts(state, one, today);
    const entitled = votingSeats - recused;
    return `${runsUntil(nameOf(one), one.lastDay)} ${turnoutWritten(entitled - silent, entitled)}`;
  });
}

const nameOf = (one: WrittenProcedure): string => procedureName(one.procedure, one.title ?? shortened(one.text));

function pastLine(one: WrittenProcedure): string {
  const { closing, procedure, title, text } = one;
  const result =
    closing === undefined
      ? withdrawnWord()
      : `${outcomeWord[closing.outcome]}${closing.reference === undefined ? "" : `, Beschluss ${closing.reference}`}`;
  return procedureLine(procedure, title ?? shortened(text), result);
}

/** How many have spoken and who is missing, never how they voted: numbers in between sway those still to come. */
function detailLines({ state, today, names }: Asked, one: WrittenProcedure): readonly string[] {
  if (rulingOfWritten(one) !== undefined) return resultLines(one).filter((line) => line !== "");
  const name = procedureName(one.procedure, one.title);
  if (one.status === "withdrawn") return [procedureWithdrawn(name, one.withdrawReason ?? "")];
  const counts = writtenCounts(state, one, today);
  const { settled, ruling } = writtenProgress(one.rules, counts, false);
  const missing = missingSeats(state, one, today);
  const objecting = [...one.objections.keys()];
  return [
    runsUntil(name, one.lastDay),
    one.text,
    turnoutWritten(ruling.entitled - counts.silent, ruling.entitled),
    ...(missing.length === 0 ? [] : [stillMissing(seats(names, missing))]),
    ...(objecting.length === 0 ? [] : [objectionsSoFar(seats(names, objecting))]),
    ...(settled && ruling.outcome !== "void" ? [settledSoFar(ruling.outcome === "carried", one.lastDay)] : []),
  ];
}
