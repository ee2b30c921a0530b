import type { CommitteeState } from "../core/committee/state.ts";
import { peopleOf } from "../core/committee/written-now.ts";
import type { PersonId, SeatId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { accountsOf, seatsOn } from "../core/membership/queries.ts";
import { directAddress } from "./addresses.ts";
import type { RoomDelivery } from "./outbox-dispatcher.ts";
import type { OutboxEntry } from "./ports.ts";

/** Woran man die Zustellung eines Wortlauts erkennt: what its messages are about. */
export const procedureKey = (procedure: number): string => `umlauf-${procedure}`;

/**
 * Sitze, deren Leute den Wortlaut noch nicht haben: all their messages with it still wait in the outbox, because delivery fails there. One
 * that waits otherwise is on its way, or has arrived and is not marked yet.
 */
export function undeliveredSeats(
  state: CommitteeState,
  procedure: number,
  today: LocalDate,
  { pending, rooms }: Waiting,
): readonly SeatId[] {
  const key = procedureKey(procedure);
  const failing = new Set(rooms.filter(({ failingSince }) => failingSince !== undefined).map(({ room }) => room));
  if (failing.size === 0) return [];
  const stuck = pending.filter(({ room, body }) => failing.has(room) && isAbout(body, key));
  const waiting = new Set(stuck.map(({ room }) => room));
  if (waiting.size === 0) return [];
  const isReached = (person: PersonId): boolean =>
    accountsOf(state.membership, person).some((account) => !waiting.has(directAddress(account)));
  return seatsOn(state.membership, today)
    .map(({ seat }) => seat)
    .filter((seat) => !peopleOf(state, seat, today).some(isReached));
}

type Waiting = { readonly pending: readonly OutboxEntry[]; readonly rooms: readonly RoomDelivery[] };

function isAbout(body: string, key: string): boolean {
  // What lies in the outbox was put there by the runner, as JSON of a reply.
  return (JSON.parse(body) as { readonly about?: string }).about === key;
}
