import { localOf } from "../adapters/clock/zone-time.ts";
import type { MatrixCommittee } from "../adapters/matrix/matrix-parts.ts";
import type { TeamsCommittee } from "../adapters/teams/teams-parts.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { accountsOf, holdersOf, personOn } from "../core/membership/queries.ts";
import { addressesOf } from "../flows/addresses.ts";
import { namesOf, zoneOf } from "../flows/names-of.ts";
import type { Clock } from "../flows/ports.ts";
import { leadership } from "../flows/replies/leadership.ts";
import type { House } from "./compose.ts";
import { runtimeFault } from "./describe-fault.ts";

/** Das Gremium, as the platforms see it. */
export function committeePort(
  { runner, store, dropRoom, deliverNow }: House,
  clock: Clock,
): MatrixCommittee & TeamsCommittee {
  const membership = () => runner.state().membership;
  const today = () => localOf(clock.now() as Instant, zoneOf(runner.state())).date; // the clocks of our ports give instants
  return {
    rooms: () => membership().rooms,
    isMember(account) {
      const person = membership().accounts.get(account);
      return person !== undefined && personOn(membership(), person, today()) !== undefined;
    },
    accountsOf: (person) => accountsOf(membership(), person),
    personOf: (account) => membership().accounts.get(account),
    nameOf: (person) => namesOf(runner.state(), today(), localOf).person(person),
    office() {
      const office = holdersOf(membership(), "office", today()).map(({ person }) => person);
      const isReached = office.some((person) => accountsOf(membership(), person).length > 0);
      return isReached ? office : leadership(runner.state(), today());
    },
    handle: runner.handle,
    ownView: runner.ownView,
    fieldAgain: runner.fieldAgain,
    isHandled: (key) => store.isHandled(key),
    isAsking: runner.isAsking,
    tell: runner.tell,
    addressesOf: ({ to }) => addressesOf(runner.state(), to),
    dropRoom,
    deliverNow,
    faultText: runtimeFault,
  };
}
