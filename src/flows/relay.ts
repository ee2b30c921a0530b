import { runningBallot } from "../core/committee/ballot-opening.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { personOfAccount, personOn } from "../core/membership/queries.ts";
import type { Names } from "../texts/names.ts";
import { saidElsewhere } from "../texts/relay.ts";
import type { Incoming } from "./incoming.ts";
import { hiddenCharacter, LONGEST_TEXT, normalized } from "./parameters/clean-text.ts";
import { type Reply, reply } from "./reply.ts";

/** Weiterleitung: true where this committee wants what is said in one room repeated in the others. */
export const isRelaying = ({ membership }: CommitteeState, { room }: Pick<Incoming, "room">): boolean =>
  membership.description?.relay === true &&
  room !== undefined &&
  membership.rooms.has(room) &&
  membership.rooms.size > 1;

/**
 * What a member said to the room, for the other rooms. Nothing of people whose account is not linked, since names which people give
 * themselves prove nothing, and nothing while a secret ballot runs: a vote typed into the wrong place must not travel.
 */
export function relayed(state: CommitteeState, incoming: Incoming, today: LocalDate, names: Names): readonly Reply[] {
  const { membership } = state;
  const origin = incoming.room === undefined ? undefined : membership.rooms.get(incoming.room);
  const person = personOfAccount(membership, incoming.account)?.person;
  const text = normalized(incoming.text);
  if (origin === undefined || person === undefined || personOn(membership, person, today) === undefined) return [];
  if (text === "" || text.length > LONGEST_TEXT || hiddenCharacter(text) !== undefined) return [];
  if (runningBallot(state)?.mode === "secret") return [];
  const others = [...membership.rooms.keys()].filter((room) => room !== origin.room);
  return others.map((room) => reply({ kind: "room", room }, [saidElsewhere(names.person(person), origin.name, text)]));
}
