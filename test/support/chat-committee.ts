import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { CommitteeDescription } from "../../src/core/membership/events.ts";
import { accountKey, officeKey, organizationKey, personKey, roomKey, seatKey } from "./keys.ts";
import { memberSince } from "./small-committee.ts";

export type ChatMember = {
  /** Local name and key, in small letters. */
  readonly name: string;
  /** With the platform in front. */
  readonly accounts?: readonly string[];
  /** Whose seat; the own one by default. */
  readonly seat?: string;
  readonly office?: "chair" | "office";
};

/** A room with the platform in front. */
export type ChatRoom = { readonly room: string; readonly name: string; readonly threads?: true };

/** A committee whose people are linked to accounts of chat platforms, with these rooms. */
export function chatCommittee(
  members: readonly ChatMember[],
  rooms: readonly ChatRoom[],
  extras: Partial<CommitteeDescription> = {},
): readonly CommitteeEvent[] {
  const seats = new Set(members.map(({ name, seat }) => seat ?? name));
  return [
    {
      type: "CommitteeFounded",
      description: { name: "AG 78", land: "DE-SH", timeZone: "Europe/Berlin", meetingsBefore: 0, ...extras },
    },
    ...[...seats].map(
      (seat): CommitteeEvent => ({
        type: "OrganizationJoined",
        record: { organization: organizationKey(seat), name: `Träger ${capital(seat)}`, kind: "free", seats: 1 },
        from: memberSince,
      }),
    ),
    {
      type: "OfficeEstablished",
      record: { office: officeKey("vorsitz"), title: "Vorsitz", kind: "chair", holders: 1 },
    },
    {
      type: "OfficeEstablished",
      record: { office: officeKey("gf"), title: "Geschäftsführung", kind: "office", holders: 1 },
    },
    {
      type: "OfficeEstablished",
      record: { office: officeKey("sprecher"), title: "1. Sprecher*in", kind: "other", holders: 1 },
    },
    ...members.flatMap((one): readonly CommitteeEvent[] => eventsOf(one, members)),
    ...rooms.map(
      ({ room, name, threads }): CommitteeEvent => ({
        type: "RoomBound",
        record: { room: roomKey(room), name, ...(threads === undefined ? {} : { threads }) },
      }),
    ),
  ];
}

function eventsOf(member: ChatMember, all: readonly ChatMember[]): readonly CommitteeEvent[] {
  const { name, seat = name, accounts = [], office } = member;
  const person = personKey(name);
  const isFirst = all.find((one) => (one.seat ?? one.name) === seat)?.name === name;
  return [
    {
      type: "PersonJoined",
      record: {
        person,
        salutation: "Frau",
        name: capital(name),
        organization: organizationKey(seat),
        seat: seatKey(seat),
        role: isFirst ? "voting" : "substitute",
      },
      from: memberSince,
    },
    ...accounts.map((account): CommitteeEvent => ({ type: "AccountLinked", person, account: accountKey(account) })),
    ...(office === undefined
      ? []
      : [
          {
            type: "OfficeAssigned",
            office: officeKey(office === "chair" ? "vorsitz" : "gf"),
            person,
            from: memberSince,
            origin: "file",
          } as const,
        ]),
  ];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
