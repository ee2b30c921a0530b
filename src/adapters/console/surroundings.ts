import type { CommitteeState } from "../../core/committee/state.ts";
import { foldGerman } from "../../core/kernel/fold-german.ts";
import type { AccountId, Instant, RoomId } from "../../core/kernel/ids.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import type { PersonRecord, RoomRecord } from "../../core/membership/events.ts";
import {
  organizationsOn,
  peopleOn,
  personOfAccount,
  personOn,
  withOrganization,
} from "../../core/membership/queries.ts";
import { accountOfAddress } from "../../flows/addresses.ts";
import { type LocalClock, zoneOf } from "../../flows/names-of.ts";
import { clockTime, dateWithWeekday } from "../../texts/dates.ts";
import { inDirectChat, inRoom, ownAccount, promptLine, toPerson } from "../../texts/local-room.ts";
import type { Place } from "./place.ts";

/** Umgebung eines Gesprächs: who is who, and where is where, in the committee as it is now. */
export type Surroundings = {
  today(): LocalDate;
  /** "Freitag, 27.01.2023, 9:00 Uhr" */
  clockText(): string;
  zone(): string;
  people(): readonly PersonRecord[];
  organizationCount(): number;
  rooms(): readonly RoomRecord[];
  findRoom(typed: string): RoomRecord | undefined;
  nameOf(person: PersonRecord): string;
  /** The person's name, or that of an account that belongs to nobody. */
  speaker(account: AccountId): string;
  /** "Träger · Frau Jansen (Kinderschutzbund)> " */
  prompt(place: Place): string;
  /** "im Raum Träger" */
  placeText(place: Place): string;
  /** Address in words: "im Raum Träger", "direkt an Frau Jansen". */
  where(address: string): string;
};

type Parts = { state(): CommitteeState; now(): Instant; readonly localOf: LocalClock };

export function surroundingsOf({ state, now, localOf }: Parts): Surroundings {
  const local = () => localOf(now(), zoneOf(state()));
  const today = (): LocalDate => local().date;
  const rooms = (): readonly RoomRecord[] => [...state().membership.rooms.values()];
  const roomName = (room: RoomId): string => state().membership.rooms.get(room)?.name ?? room;
  const nameOf = (person: PersonRecord): string => withOrganization(state().membership, person);

  function speaker(account: AccountId): string {
    const known = personOfAccount(state().membership, account);
    const person = known === undefined ? undefined : (personOn(state().membership, known.person, today()) ?? known);
    return person === undefined ? ownAccount(account.slice(account.indexOf(":") + 1)) : nameOf(person);
  }

  return {
    today,
    clockText() {
      const { date, time } = local();
      return `${dateWithWeekday(date)}, ${clockTime(time)}`;
    },
    zone: () => zoneOf(state()),
    people: () => peopleOn(state().membership, today()),
    organizationCount: () => organizationsOn(state().membership, today()).length,
    rooms,
    findRoom(typed) {
      const wanted = foldGerman(typed);
      const isWanted = ({ room, name }: RoomRecord): boolean =>
        foldGerman(name) === wanted || room.slice(room.indexOf(":") + 1) === wanted;
      const begins = rooms().filter(({ name }) => foldGerman(name).startsWith(wanted));
      return rooms().find(isWanted) ?? (begins.length === 1 ? begins[0] : undefined);
    },
    nameOf,
    speaker,
    prompt: ({ room, account }) => promptLine(room === undefined ? undefined : roomName(room), speaker(account)),
    placeText: ({ room }) => (room === undefined ? inDirectChat() : inRoom(roomName(room))),
    where(address) {
      const account = accountOfAddress(address);
      // What is not the address of a direct chat is a room's key.
      return account === undefined ? inRoom(roomName(address as RoomId)) : toPerson(speaker(account as AccountId));
    },
  };
}
