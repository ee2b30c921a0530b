import type { SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { type WrittenRuling, writtenResult } from "../rules/written-procedure-result.ts";
import type { WrittenProcedure } from "../written-procedure/state.ts";
import { nextReference } from "./decide-motion.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";
import { writtenCounts } from "./written-now.ts";
import { reportOf } from "./written-report.ts";

type Closing = {
  readonly today: LocalDate;
  /** Before its last day was over. */
  readonly early: boolean;
  readonly undelivered?: readonly SeatId[];
};

/** Umlauf beenden: the result as of the end of its last day, its number, and its place on the next agenda. */
export function closingEvents(
  state: Slices,
  procedure: WrittenProcedure,
  { today, early, undelivered = [] }: Closing,
): readonly CommitteeEvent[] {
  const day = early ? today : procedure.lastDay;
  const { chair, ...numbers } = writtenCounts(state, procedure, day, undelivered);
  const ruling = writtenResult(procedure.rules, { ...numbers, ...(chair === undefined ? {} : { chair }) });
  const closed: CommitteeEvent = {
    type: "WrittenProcedureClosed",
    procedure: procedure.procedure,
    outcome: ruling.outcome,
    ...(ruling.reason === undefined ? {} : { reason: ruling.reason }),
    numbers,
    ...(chair?.vote === undefined ? {} : { chairVote: chair.vote }),
    early,
    ...(ruling.outcome === "carried" ? { reference: nextReference(state, day) } : {}),
  };
  return [closed, ...reportOf(state, procedure, today)];
}

/** Die Herleitung eines beendeten Umlaufs, under the rules of its day. */
export function rulingOfWritten({ rules, closing }: WrittenProcedure): WrittenRuling | undefined {
  if (closing === undefined) return undefined;
  const { numbers, chairVote } = closing;
  const chair = chairVote === undefined ? { votingRight: false } : { votingRight: true, vote: chairVote };
  return writtenResult(rules, { ...numbers, chair });
}
