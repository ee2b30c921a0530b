import type {
  CommitteeDescription,
  MembershipEvent,
  OrganizationRecord,
  PersonRecord,
  RoomRecord,
  StandingItem,
} from "./events.ts";
import type { Office, Organization, Person } from "./state.ts";

type Of<Type extends MembershipEvent["type"]> = Extract<MembershipEvent, { type: Type }>;

/** Eine Änderung, die ein Import mit sich bringt: the event that makes it, and what a reader needs to see beside it. */
export type CommitteeChange =
  | {
      readonly subject: "committee";
      readonly event: Of<"CommitteeFounded" | "CommitteeDescribed">;
      readonly before: CommitteeDescription | undefined;
    }
  | {
      readonly subject: "organization";
      readonly event: Of<"OrganizationJoined" | "OrganizationChanged" | "OrganizationLeft">;
      readonly record: OrganizationRecord;
      readonly before: Organization | undefined;
    }
  | {
      readonly subject: "person";
      readonly event: Of<"PersonJoined" | "PersonChanged" | "PersonLeft">;
      readonly record: PersonRecord;
      readonly before: Person | undefined;
      /** "Frau Jansen", now and before. */
      readonly name: string;
      readonly nameBefore: string | undefined;
      /** Names of the organizations before and after. */
      readonly organizationBefore: string | undefined;
      readonly organization: string | undefined;
    }
  | {
      readonly subject: "office";
      readonly event: Of<"OfficeEstablished" | "OfficeChanged" | "OfficeAbolished">;
      readonly before: Office | undefined;
    }
  | {
      readonly subject: "holder";
      readonly event: Of<"OfficeAssigned" | "OfficeVacated">;
      readonly title: string;
      /** "Frau Jansen" */
      readonly name: string;
      /** True if an office held by election ends. */
      readonly wasElected: boolean;
    }
  | {
      readonly subject: "room";
      readonly event: Of<"RoomBound" | "RoomUnbound">;
      readonly before: RoomRecord | undefined;
    }
  | {
      readonly subject: "standingItems";
      readonly event: Of<"StandingItemsSet">;
      readonly before: { readonly opening: readonly StandingItem[]; readonly closing: readonly StandingItem[] };
    }
  | { readonly subject: "rules"; readonly event: Of<"RulesAdopted">; readonly before: string | undefined };
