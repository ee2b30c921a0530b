import type { AccountId, Instant, OfficeId, OrganizationId, PersonId, RoomId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type {
  CommitteeDescription,
  OfficeRecord,
  OrganizationRecord,
  PersonRecord,
  RoomRecord,
  RulesRecord,
  StandingItem,
} from "./events.ts";
import type { Dated } from "./periods.ts";

/** Träger as it stands, with its dates and what held before. */
export type Organization = Dated<OrganizationRecord>;

/** Person as it stands, with its dates and what held before. */
export type Person = Dated<PersonRecord>;

/** Amt with its present holders; `elected` are those of them who hold it by election. */
export type Office = OfficeRecord & {
  readonly heldBy: readonly PersonId[];
  readonly elected: readonly PersonId[];
  /** Since when each of them holds it. */
  readonly since: ReadonlyMap<PersonId, LocalDate>;
};

export type Room = RoomRecord;

export type LinkCode = { readonly person: PersonId; readonly codeHash: string; readonly validUntil: LocalDate };

/** Mitgliedschaft: who belongs to the committee, for which seat, in which office, in which room, under which rules. */
export type MembershipState = {
  /** Undefined until the committee is founded. */
  readonly description: CommitteeDescription | undefined;
  /** When it was founded: what makes its calendar entries its own. */
  readonly foundedAt: Instant | undefined;
  readonly organizations: ReadonlyMap<OrganizationId, Organization>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly offices: ReadonlyMap<OfficeId, Office>;
  readonly rooms: ReadonlyMap<RoomId, Room>;
  readonly accounts: ReadonlyMap<AccountId, PersonId>;
  /** At most one valid code per person. */
  readonly codes: ReadonlyMap<PersonId, LinkCode>;
  /** Hashes of codes that were used or replaced, with the person they were for. */
  readonly spentCodes: ReadonlyMap<string, PersonId>;
  readonly opening: readonly StandingItem[];
  readonly closing: readonly StandingItem[];
  readonly rules: RulesRecord | undefined;
};

export const noMembership: MembershipState = {
  description: undefined,
  foundedAt: undefined,
  organizations: new Map(),
  people: new Map(),
  offices: new Map(),
  rooms: new Map(),
  accounts: new Map(),
  codes: new Map(),
  spentCodes: new Map(),
  opening: [],
  closing: [],
  rules: undefined,
};

/** Sitz: one vote. */
export type Seat = { readonly seat: SeatId; readonly organization: OrganizationId; readonly name: string };
