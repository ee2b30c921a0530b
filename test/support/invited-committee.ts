import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { OrganizationId, PersonId } from "../../src/core/kernel/ids.ts";
import { accountKey, day, organizationKey, time } from "./keys.ts";
import { memberSince, seat, smallCommittee, voter } from "./small-committee.ts";

/** Five seats: 1 to 3 have e-mail addresses, 4 only an account, 5 neither; the substitutes have nothing. */
export function invitedCommittee(settings: Readonly<Record<string, unknown>> = {}): readonly CommitteeEvent[] {
  const rules = Object.fromEntries(Object.entries(settings).map(([path, value]) => [path, { value }]));
  return [
    ...smallCommittee({ rules }),
    ...[1, 2, 3].map((n) => withAddress(n, addressOf(n))),
    linked(voter(4)),
    linked(voter(1)),
    planned,
    item(1, "Begrüßung", false),
    item(2, "Bericht", true),
  ];
}

export const addressOf = (n: number): string => `stimme-${n}@traeger.example`;

export const inviteDay = day("2023-02-17");

const planned: CommitteeEvent = {
  type: "MeetingScheduled",
  meeting: 1,
  appointment: { date: inviteDay, from: time("09:00"), to: time("12:00") },
  place: "Kreishaus",
};

export const item = (number: number, title: string, deciding: boolean): CommitteeEvent => ({
  type: "AgendaItemAdded",
  item: number,
  meeting: 1,
  content: { title, public: true, deciding },
});

export function withAddress(n: number, email: string): CommitteeEvent {
  const organization: OrganizationId = organizationKey(`traeger-${n}`);
  const record = { person: voter(n), salutation: "Frau", name: `Stimme ${n}`, role: "voting", email } as const;
  return { type: "PersonChanged", record: { ...record, organization, seat: seat(n) }, from: memberSince };
}

export const linked = (person: PersonId): CommitteeEvent => ({
  type: "AccountLinked",
  person,
  account: accountKey(`console:${person}`),
});

/** Gives the fifth seat somebody who can be reached. */
export const reached: CommitteeEvent = linked(voter(5));
