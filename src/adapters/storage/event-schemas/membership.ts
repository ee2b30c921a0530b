import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type {
  CommitteeDescription,
  OfficeRecord,
  OrganizationRecord,
  PersonRecord,
  RoomRecord,
  RulesRecord,
  StandingItem,
} from "../../../core/membership/events.ts";
import { isProfileId } from "../../../core/rules/profiles.ts";
import type { EventSchemas } from "../event-codec.ts";
import {
  account,
  count,
  first,
  flag,
  localDate,
  number,
  office,
  organization,
  person,
  room,
  seat,
  text,
} from "./common.ts";
import { upcastRules } from "./upcast-rules.ts";

const description = z.strictObject({
  name: text,
  addition: text.exactOptional(),
  county: text.exactOptional(),
  unit: text.exactOptional(),
  land: text,
  timeZone: text,
  meetingsBefore: count,
  relay: z.literal(true).exactOptional(),
  tagLists: z.array(z.strictObject({ name: text, tags: z.array(text) })).exactOptional(),
  routes: z
    .array(
      z.strictObject({
        name: text,
        steps: z.array(
          z.strictObject({
            body: text,
            role: z.enum(["preparation", "vote", "consultation", "decision", "notice"]),
          }),
        ),
      }),
    )
    .exactOptional(),
}) satisfies z.ZodType<CommitteeDescription>;

const organizationRecord = z.strictObject({
  organization,
  name: text,
  shortName: text.exactOptional(),
  kind: z.enum(["public", "free", "other"]),
  seats: count,
  contractUntil: localDate.exactOptional(),
  suspended: flag.exactOptional(),
}) satisfies z.ZodType<OrganizationRecord>;

const personRecord = z.strictObject({
  person,
  salutation: z.enum(["Herr", "Frau"]).exactOptional(),
  givenName: text.exactOptional(),
  name: text,
  organization: organization.exactOptional(),
  seat: seat.exactOptional(),
  role: z.enum(["voting", "substitute", "advisory", "guest"]),
  function: text.exactOptional(),
  email: text.exactOptional(),
  speakerGroup: text.exactOptional(),
}) satisfies z.ZodType<PersonRecord>;

const officeRecord = z.strictObject({
  office,
  title: text,
  kind: z.enum(["chair", "deputyChair", "minuteTaker", "office", "other"]),
  holders: number,
}) satisfies z.ZodType<OfficeRecord>;

const roomRecord = z.strictObject({
  room,
  name: text,
  threads: z.literal(true).exactOptional(),
}) satisfies z.ZodType<RoomRecord>;

const standingItem = z.strictObject({
  title: text,
  minutes: number.exactOptional(),
  deciding: flag,
}) satisfies z.ZodType<StandingItem>;

/** Einstellungen einer Geschäftsordnung by path, as the file says them. */
export const storedSettings = z.record(
  z.string(),
  z.strictObject({ value: z.json(), paragraph: text.exactOptional(), quotation: text.exactOptional() }),
);

const rulesRecord = z.strictObject({
  title: text,
  adoptedOn: localDate.exactOptional(),
  // A profile of a later version of this program: its rules are unknown here, and others must not be applied in their place.
  profile: text.refine(isProfileId, "unknown profile"),
  settings: storedSettings,
}) satisfies z.ZodType<RulesRecord>;

export const membershipSchemas = {
  CommitteeFounded: first(z.strictObject({ description })),
  CommitteeDescribed: first(z.strictObject({ description })),
  OrganizationJoined: first(z.strictObject({ record: organizationRecord, from: localDate })),
  OrganizationChanged: first(z.strictObject({ record: organizationRecord, from: localDate })),
  OrganizationLeft: first(z.strictObject({ organization, until: localDate })),
  PersonJoined: first(z.strictObject({ record: personRecord, from: localDate })),
  PersonChanged: first(z.strictObject({ record: personRecord, from: localDate })),
  PersonLeft: first(z.strictObject({ person, until: localDate })),
  OfficeEstablished: first(z.strictObject({ record: officeRecord })),
  OfficeChanged: first(z.strictObject({ record: officeRecord })),
  OfficeAbolished: first(z.strictObject({ office })),
  OfficeAssigned: first(z.strictObject({ office, person, from: localDate, origin: z.enum(["file", "election"]) })),
  OfficeVacated: first(z.strictObject({ office, person, until: localDate })),
  RoomBound: first(z.strictObject({ record: roomRecord })),
  RoomUnbound: first(z.strictObject({ room })),
  StandingItemsSet: first(z.strictObject({ opening: z.array(standingItem), closing: z.array(standingItem) })),
  RulesAdopted: { schema: 2, shape: z.strictObject({ rules: rulesRecord }), upcast: { 1: upcastRules } },
  LinkCodeIssued: first(z.strictObject({ person, codeHash: text, validUntil: localDate })),
  AccountLinked: first(z.strictObject({ person, account })),
  AccountUnlinked: first(z.strictObject({ person, account })),
} satisfies EventSchemas<EventOf<"membership">>;
