import type { CommitteeState } from "../core/committee/state.ts";
import { peopleOf } from "../core/committee/written-now.ts";
import type { PersonId, SeatId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { accountsOf, seatsOn } from "../core/membership/queries.ts";
import { directAddress } from "./addresses.ts";
import type { OutboxEntry } from "./ports.ts";

/** Woran man die Zustellung eines Wortlauts erkennt: what its messages are about. */
export const procedureKey = (procedure: number): string => `umlauf-${procedure}`;

/** Sitze, deren Leute den Wortlaut noch nicht haben: all their messages with it still wait in the outbox. */
export function undeliveredSeats(
  state: CommitteeState,
  procedure: number,
  today: LocalDate,
  pending: readonly OutboxEntry[],
): readonly SeatId[] {
  const key = procedureKey(procedure);
  const waiting = new Set(pending.filter(({ body }) => isAbout(body, key)).map(({ room }) => room));
  if (waiting.size === 0) return [];
  const isReached = (person: PersonId): boolean =>
    accountsOf(state.membership, person).some((account) => !waiting.has(directAddress(account)));
  return seatsOn(state.membership, today)
    .map(({ seat }) => seat)
    .filter((seat) => !peopleOf(state, seat, today).some(isReached));
}

function isAbout(body: string, key: string): boolean {
  // What lies in the outbox was put there by the runner, as JSON of a reply.
  return (JSON.parse(body) as { readonly about?: string }).about === key;
}
