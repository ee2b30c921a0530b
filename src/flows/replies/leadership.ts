import type { CommitteeState } from "../../core/committee/state.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { holdersOf } from "../../core/membership/queries.ts";

/** Leitung: Vorsitz, Stellvertretung and Geschäftsführung of the day, each once. */
export function leadership({ membership }: CommitteeState, today: LocalDate): readonly PersonId[] {
  const holders = (["chair", "deputyChair", "office"] as const).flatMap((kind) => holdersOf(membership, kind, today));
  return [...new Set(holders.map((one) => one.person))];
}
