import { join } from "node:path";
import { systemClock } from "../src/adapters/clock/system-clock.ts";
import { type House, openHouse, type Stage } from "../src/cli/compose.ts";
import type { CommitteeEvent } from "../src/core/committee/events.ts";
import type { AccountId, Instant, OfficeId, OrganizationId, PersonId, RoomId, SeatId } from "../src/core/kernel/ids.ts";
import type { LocalDate } from "../src/core/kernel/local-date.ts";
import type { Handled } from "../src/flows/committee-runner.ts";

const day = "2023-01-27" as LocalDate;
const room = "console:saal" as RoomId;
const now = "2023-01-27T08:00:00.000Z";

export type VotingCommittee = {
  readonly house: House;
  /** Person `n` says something by direct chat, as a message of its own. */
  say(n: number, text: string): Promise<Handled>;
  /** How many messages were carried out. */
  delivered(): number;
};

/** Ein Gremium mit `seats` Sitzen, alle anwesend, eine offene Abstimmung läuft: on a real store, as the program builds it. */
export async function votingCommittee(folder: string, seats: number): Promise<VotingCommittee> {
  let delivered = 0;
  const stage: Stage = {
    deliver: async () => {
      delivered += 1;
    },
    liveEvery: 2000,
    live: () => undefined,
  };
  const house = openHouse({
    folders: {
      database: join(folder, "votes.sqlite"),
      keys: join(folder, "keys"),
      outgoing: join(folder, "outgoing"),
      photos: join(folder, "photos"),
      templates: "templates",
    },
    clock: systemClock,
    stage,
    formats: [],
  });
  await house.runner.apply(foundation(seats));
  house.startDelivering();
  let number = 0;
  const committee: VotingCommittee = {
    house,
    delivered: () => delivered,
    say(n, text) {
      number += 1;
      const account = accountOf(n);
      return house.runner.handle({ key: `bench-${number}`, account, text, at: now as Instant, addressed: true });
    },
  };
  for (const line of ["antrag: Es werden fünf Plätze geschaffen.", "abstimmung 1"]) await committee.say(1, line);
  await house.settled();
  return committee;
}

const accountOf = (n: number) => `console:person-${n}` as AccountId;

/** Founded, everybody linked and present, the meeting led by person 1. */
function foundation(seats: number): readonly CommitteeEvent[] {
  const numbers = Array.from({ length: seats }, (_, index) => index + 1);
  const person = (n: number) => `person-${n}` as PersonId;
  const office = "vorsitz" as OfficeId;
  return [
    {
      type: "CommitteeFounded",
      description: { name: "AG 78", land: "DE-SH", timeZone: "Europe/Berlin", meetingsBefore: 0 },
    },
    ...numbers.flatMap((n): readonly CommitteeEvent[] => {
      const organization = `traeger-${n}` as OrganizationId;
      const seat = organization as string as SeatId;
      return [
        {
          type: "OrganizationJoined",
          record: { organization, name: `Träger ${n}`, kind: "free", seats: 1 },
          from: "2020-01-01" as LocalDate,
        },
        {
          type: "PersonJoined",
          record: { person: person(n), name: `Person ${n}`, organization, seat, role: "voting" },
          from: "2020-01-01" as LocalDate,
        },
        { type: "AccountLinked", person: person(n), account: accountOf(n) },
      ];
    }),
    { type: "OfficeEstablished", record: { office, title: "Vorsitz", kind: "chair", holders: 1 } },
    { type: "OfficeAssigned", office, person: person(1), from: day, origin: "file" },
    { type: "RoomBound", record: { room, name: "Saal" } },
    { type: "MeetingScheduled", meeting: 1, appointment: { date: day } },
    { type: "MeetingOpened", meeting: 1, chairedBy: person(1) },
    ...numbers.map(
      (n): CommitteeEvent => ({
        type: "AttendanceRecorded",
        person: person(n),
        status: "present",
        seat: `traeger-${n}` as SeatId,
        late: false,
      }),
    ),
  ];
}
