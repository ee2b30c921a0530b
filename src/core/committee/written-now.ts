import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import { holdersOf, seatsOn, substitutesOf, votersOf } from "../membership/queries.ts";
import type { ChairVote } from "../rules/tie.ts";
import type { WrittenCounts } from "../rules/written-procedure-result.ts";
import type { WrittenProcedure } from "../written-procedure/state.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Laufende Umlaufverfahren, also those whose last day is over and that wait for their closing. */
export function openProcedures(state: Slices): readonly WrittenProcedure[] {
  return entries(state.writtenProcedures.procedures).filter((one) => one.status === "open");
}

/** The procedure, if it still takes votes today. What comes after its last day is late, even before it is closed. */
export function openProcedure(state: Slices, number: number, today: LocalDate): Result<WrittenProcedure, Refusal> {
  const found = entry(state.writtenProcedures.procedures, number);
  if (found === undefined) {
    const open = openProcedures(state).map((one) => one.procedure);
    return refused({ code: "UnknownWrittenProcedure", procedure: number, open });
  }
  const { procedure, status, lastDay } = found;
  if (status !== "open") return refused({ code: "WrittenProcedureIsOver", procedure, status, lastDay });
  if (today > lastDay) return refused({ code: "WrittenProcedureIsOver", procedure, status: "expired", lastDay });
  return ok(found);
}

/** Stand der Stimmen, seat by seat, under the membership of that day. */
export function writtenCounts(
  state: Slices,
  procedure: WrittenProcedure,
  day: LocalDate,
  undelivered: readonly SeatId[] = [],
): Required<Omit<WrittenCounts, "chair" | "invalid">> & Pick<WrittenCounts, "chair"> {
  const seats = seatsOn(state.membership, day).map(({ seat }) => seat);
  const entitled = seats.filter((seat) => !procedure.recused.has(seat));
  const chosen = (choice: string): readonly SeatId[] =>
    entitled.filter((seat) => procedure.votes.get(seat)?.choice === choice);
  const no = chosen("no");
  const objecting = entitled.filter((seat) => procedure.objections.has(seat));
  const spoken = entitled.filter((seat) => procedure.votes.has(seat) || procedure.objections.has(seat));
  // Where silence consents, a Nein is an objection too; nobody objects twice.
  const against = procedure.rules.umlauf.silence.value === "consent" ? new Set([...objecting, ...no]) : objecting;
  const unreached = new Set([...procedure.unreached, ...undelivered]);
  const chair = chairVote(state, procedure, day);
  return {
    votingSeats: seats.length,
    recused: seats.length - entitled.length,
    yes: chosen("yes").length,
    no: no.length,
    abstain: chosen("abstain").length,
    objections: [...against].length,
    silent: entitled.length - spoken.length,
    delivered: seats.filter((seat) => !unreached.has(seat) || spoken.includes(seat)).length,
    ...(chair === undefined ? {} : { chair }),
  };
}

/** Only where one person alone holds the chair is it clear whose vote settles a tie. */
function chairVote(state: Slices, { votes, recused, rules }: WrittenProcedure, day: LocalDate): ChairVote | undefined {
  const [chair, another] = holdersOf(state.membership, "chair", day);
  if (chair === undefined || another !== undefined) return undefined;
  const seat = chair.seat;
  const keepsVote = rules.office.chair.chairKeepsSeatVote.value;
  if (seat === undefined || recused.has(seat) || !keepsVote) return { votingRight: false };
  const vote = votes.get(seat);
  return vote?.person === chair.person ? { votingRight: true, vote: vote.choice } : { votingRight: true };
}

/** Sitze, die sich noch nicht geäußert haben, and who could. */
export function missingSeats(state: Slices, procedure: WrittenProcedure, day: LocalDate): readonly SeatId[] {
  const { recused, votes, objections } = procedure;
  return seatsOn(state.membership, day)
    .map(({ seat }) => seat)
    .filter((seat) => !recused.has(seat) && !votes.has(seat) && !objections.has(seat));
}

export function peopleOf(state: Slices, seat: SeatId, day: LocalDate): readonly PersonId[] {
  const people = [...votersOf(state.membership, seat, day), ...substitutesOf(state.membership, seat, day)];
  return people.map(({ person }) => person);
}
