import type { OrganizationId, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { CommitteeFile } from "./committee-file.ts";
import type { RulesRecord } from "./events.ts";
import { displayName, organizationsOn, peopleOn, seatsOf } from "./queries.ts";
import type { MembershipState, Seat } from "./state.ts";

/** Hinweis vor dem Import: allowed, but perhaps not meant. */
export type ImportHint =
  /** First vote of the seat counts. */
  | { readonly code: "SeveralVoters"; readonly seat: Seat; readonly people: readonly string[] }
  | { readonly code: "SeatWithoutVoter"; readonly seat: Seat }
  /** The GO gives the public side another number of votes. */
  | {
      readonly code: "PublicSeatsDiffer";
      readonly inFile: number;
      readonly inRules: number;
      readonly paragraph?: string;
    }
  /** Several people in an office of the chair, which the GO gives to one. */
  | { readonly code: "ChairNotShared"; readonly title: string; readonly paragraph?: string }
  /** The file says something the GO knows nothing of: it has no effect. */
  | { readonly code: "NotInRules"; readonly organization: string; readonly what: "suspended" | "contractUntil" }
  /** Same name, but a new key: leaves and comes back as somebody else. */
  | { readonly code: "OrganizationRenewed"; readonly name: string; readonly formerKey: OrganizationId }
  | { readonly code: "PersonRenewed"; readonly name: string; readonly formerKey: PersonId };

export function hintsFor(state: MembershipState, desired: CommitteeFile, today: LocalDate): readonly ImportHint[] {
  return [
    ...seatHints(desired, today),
    ...ruleHints(desired, desired.rules ?? state.rules),
    ...renewedOrganizations(state, desired, today),
    ...renewedPeople(state, desired, today),
  ];
}

/** Whether the file and the GO fit together; where the GO is silent, only what would have no effect is told. */
function ruleHints(desired: CommitteeFile, rules: RulesRecord | undefined): readonly ImportHint[] {
  const setting = (path: string) => rules?.settings[path];
  const publicSeats = setting("membership.publicCarrierSeats");
  const isPublicHere = desired.organizations.filter(({ record }) => record.kind === "public");
  const inFile = isPublicHere.reduce((sum, { record }) => sum + record.seats, 0);
  const differs = typeof publicSeats?.value === "number" && publicSeats.value !== inFile;
  const knows = {
    suspended: setting("membership.suspension")?.value === true,
    contractUntil: setting("membership.endsWith")?.value === "contract",
  };
  return [
    ...(differs && typeof publicSeats?.value === "number"
      ? [
          {
            code: "PublicSeatsDiffer" as const,
            inFile,
            inRules: publicSeats.value,
            ...(publicSeats.paragraph === undefined ? {} : { paragraph: publicSeats.paragraph }),
          },
        ]
      : []),
    ...sharedChairs(desired, setting("office.chair.shared")),
    ...desired.organizations.flatMap(({ record }) =>
      (["suspended", "contractUntil"] as const).flatMap((what): readonly ImportHint[] =>
        record[what] === undefined || knows[what] ? [] : [{ code: "NotInRules", organization: record.name, what }],
      ),
    ),
  ];
}

function sharedChairs(
  { offices = [] }: CommitteeFile,
  shared: RulesRecord["settings"][string] | undefined,
): readonly ImportHint[] {
  if (shared?.value !== false) return [];
  const { paragraph } = shared;
  return offices
    .filter(({ record }) => record.kind === "chair" && record.holders > 1)
    .map(({ record: { title } }) => ({
      code: "ChairNotShared",
      title,
      ...(paragraph === undefined ? {} : { paragraph }),
    }));
}

function seatHints(desired: CommitteeFile, today: LocalDate): readonly ImportHint[] {
  const isOver = ({ until }: { readonly until?: LocalDate }) => until !== undefined && until < today;
  const voters = desired.people.filter((entry) => !isOver(entry) && entry.record.role === "voting");
  const seats = desired.organizations.filter((entry) => !isOver(entry)).flatMap(({ record }) => seatsOf(record));
  return seats.flatMap((seat): readonly ImportHint[] => {
    const people = voters.map(({ record }) => record).filter((person) => person.seat === seat.seat);
    if (people.length > 1) return [{ code: "SeveralVoters", seat, people: people.map(displayName) }];
    return people.length === 0 ? [{ code: "SeatWithoutVoter", seat }] : [];
  });
}

function renewedOrganizations(state: MembershipState, desired: CommitteeFile, today: LocalDate): readonly ImportHint[] {
  const staying = new Set(desired.organizations.map(({ record }) => record.organization));
  const leaving = organizationsOn(state, today).filter(({ organization }) => !staying.has(organization));
  return desired.organizations
    .filter(({ record }) => !state.organizations.has(record.organization))
    .flatMap(({ record: after }): readonly ImportHint[] => {
      const before = leaving.find(({ name }) => name === after.name);
      return before === undefined
        ? []
        : [{ code: "OrganizationRenewed", name: after.name, formerKey: before.organization }];
    });
}

function renewedPeople(state: MembershipState, desired: CommitteeFile, today: LocalDate): readonly ImportHint[] {
  const staying = new Set(desired.people.map(({ record }) => record.person));
  const leaving = peopleOn(state, today).filter(({ person }) => !staying.has(person));
  return desired.people
    .filter(({ record }) => !state.people.has(record.person))
    .flatMap(({ record: after }): readonly ImportHint[] => {
      const before = leaving.find(({ name, givenName }) => name === after.name && givenName === after.givenName);
      return before === undefined
        ? []
        : [{ code: "PersonRenewed", name: displayName(after), formerKey: before.person }];
    });
}
