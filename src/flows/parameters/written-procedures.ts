import { openProcedures } from "../../core/committee/written-now.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { meantProcedure, noProcedureNumber, noProcedureOpen } from "../../texts/announcements-written.ts";
import {
  type Acceptor,
  absent,
  type Problem,
  problem,
  type ReadingContext,
  taken,
  withHead,
  without,
} from "./acceptor.ts";
import { asProblem } from "./dates.ts";
import { shortened } from "./things.ts";

const NUMBER = /^(?:(?:zu|zum|gegen|umlauf|umlaufbeschluss|nr\.?|nummer)\s+)*(\d{1,6})\.?:?(?=\s|$)/iu;

/** Umlaufbeschluss nach seiner Nummer; without one, the one that runs. */
export const procedure: Acceptor<number> = {
  sign: "NUMMER",
  take(rest, context) {
    const match = NUMBER.exec(rest.head);
    if (match !== null) return taken(Number(match[1]), without(rest, 0, match[0].length));
    const [only, another] = runningNow(context);
    if (/^\d/.test(rest.head)) return problem(noProcedureNumber(rest.head));
    if (only !== undefined && another === undefined) return taken(only.procedure, rest);
    return only === undefined ? problem(noProcedureOpen()) : absent;
  },
  offer: (context) =>
    runningNow(context).map((one) => ({
      label: `${one.procedure}: ${shortened(one.title ?? one.text)}`,
      instead: `${one.procedure}`,
    })),
};

/** Only what was said: a question without a number asks for all. */
export const namedProcedure: Acceptor<number> = {
  ...procedure,
  take(rest) {
    const match = NUMBER.exec(rest.head);
    if (match === null) return rest.head === "" ? absent : problem(noProcedureNumber(rest.head));
    return taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

const runningNow = ({ state }: ReadingContext) => openProcedures(state);

/** Letzter Tag: a day or the last day of a period; a time beside it has no meaning here. */
export const lastDay: Acceptor<LocalDate> = {
  sign: "DATUM",
  take(rest, context) {
    const typed = rest.head.replace(/^(?:zum|spätestens|am|einschließlich)\s+/i, "").replace(/[,;]+$/, "");
    if (typed === "") return absent;
    const reading = context.ports.dates.readDeadline(typed, { reference: context.today() });
    return reading.kind === "date" ? taken(reading.date, withHead(rest, "")) : asProblem(typed, reading);
  },
};

/**
 * "ja" ohne Abstimmung: the vote on the one procedure that runs, while no meeting does; undefined if there is none. In a meeting, or with
 * several, it is asked what was meant, so that no vote goes where it was not meant to go.
 */
export function procedureMeant(context: ReadingContext): { readonly procedure: number } | Problem | undefined {
  const { state } = context;
  if (state.ballots.open !== undefined) return undefined;
  const running = openProcedures(state).filter((one) => context.today() <= one.lastDay);
  const [only, another] = running;
  if (only === undefined) return undefined;
  if (another === undefined && state.meetings.current === undefined) return { procedure: only.procedure };
  const suggestions = running.map((one) => ({
    label: `Umlauf ${one.procedure}: ${shortened(one.title ?? one.text)}`,
    instead: `zu umlauf ${one.procedure}`,
  }));
  return problem(meantProcedure(), undefined, suggestions);
}
