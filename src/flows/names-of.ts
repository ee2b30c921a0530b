import { rulesChangedBy } from "../core/committee/changed-rules.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Instant } from "../core/kernel/ids.ts";
import type { LocalDate, LocalTime } from "../core/kernel/local-date.ts";
import { personOn, seatOn, withOrganization } from "../core/membership/queries.ts";
import { clockTime, numericDate } from "../texts/dates.ts";
import type { Names } from "../texts/names.ts";

/** Local day and time of an instant in a zone. */
export type LocalClock = (at: Instant, timeZone: string) => { readonly date: LocalDate; readonly time: LocalTime };

/** Zeitzone des Gremiums; before it is founded that of the capital. */
export function zoneOf(state: CommitteeState): string {
  return state.membership.description?.timeZone ?? "Europe/Berlin";
}

/** Land, dessen Feiertage gelten: as the rules say, else that of the committee; undefined before it is founded. */
export function landOf(state: CommitteeState): string | undefined {
  return state.rules.land.value ?? state.membership.description?.land;
}

/** Namen, wie sie in diesem Gremium heißen. Somebody who left keeps the name last known. */
export function namesOf(state: CommitteeState, today: LocalDate, localOf: LocalClock): Names {
  const { membership } = state;
  return {
    person(person) {
      const record = personOn(membership, person, today) ?? membership.people.get(person);
      return record === undefined ? person : withOrganization(membership, record);
    },
    seat(seat) {
      return seatOn(membership, seat, today)?.name ?? seat;
    },
    time: (at) => clockTime(localOf(at, zoneOf(state)).time),
    moment(at) {
      const { date, time } = localOf(at, zoneOf(state));
      return `${numericDate(date)}, ${clockTime(time)}`;
    },
    changedRules: (settings) => rulesChangedBy(state, settings),
  };
}
