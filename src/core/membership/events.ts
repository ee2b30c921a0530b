import type { AccountId, OfficeId, OrganizationId, PersonId, RoomId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { SettingsByPath } from "../rules/setting.ts";

/** Rolle einer Person im Gremium: stimmberechtigt, Stellvertretung, beratend, Gast. */
export type MemberRole = "voting" | "substitute" | "advisory" | "guest";

/** Art eines Amtes: Vorsitz/Sprecher*in, Stellvertretung des Vorsitzes, Schriftführung, Geschäftsführung, sonstiges. */
export type OfficeKind = "chair" | "deputyChair" | "minuteTaker" | "office" | "other";

/** Gremium: what the committee file says about the committee itself. */
export type CommitteeDescription = {
  readonly name: string;
  /** "ambulante und stationäre Träger" */
  readonly addition?: string;
  /** Kreis or city, for the papers' head. */
  readonly county?: string;
  /** Federführung: the unit that reports. */
  readonly unit?: string;
  /** Land as ISO 3166-2 ("DE-SH"). */
  readonly land: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** Number of sittings held before the bot came, so that the next one is counted right; 0 for a new committee. */
  readonly meetingsBefore: number;
  /** Weiterleitung: what members say in one room is repeated in the others. */
  readonly relay?: true;
  /** Schlagworte, in lists of the committee's own: "Prinzipien der Sozialraumorientierung". */
  readonly tagLists?: readonly TagList[];
  /** Beratungsfolgen, to choose from. */
  readonly routes?: readonly RouteTemplate[];
};

export type TagList = { readonly name: string; readonly tags: readonly string[] };

/** Beratungsfolge zur Auswahl: bodies and what each of them does with it. */
export type RouteTemplate = {
  readonly name: string;
  readonly steps: readonly {
    readonly body: string;
    readonly role: "preparation" | "vote" | "consultation" | "decision" | "notice";
  }[];
};

/** Träger. `seats`: number of votes, 0 for one that only advises. */
export type OrganizationRecord = {
  readonly organization: OrganizationId;
  readonly name: string;
  /** Short name, as spoken in the chat ("Regenbogen"). */
  readonly shortName?: string;
  readonly kind: "public" | "free" | "other";
  readonly seats: number;
  /** Last day of the Leistungsvertrag; ends the vote where the rules tie membership to it. */
  readonly contractUntil?: LocalDate;
  /** Stimmrecht ruht, where the rules know that. */
  readonly suspended?: boolean;
};

export type PersonRecord = {
  readonly person: PersonId;
  /** Anrede: "Herr", "Frau" or none. */
  readonly salutation?: "Herr" | "Frau";
  readonly givenName?: string;
  readonly name: string;
  readonly organization?: OrganizationId;
  /** Seat whose vote the person casts or may cast; none for advisory members and guests. */
  readonly seat?: SeatId;
  readonly role: MemberRole;
  /** Funktion: "Vorsitzender des Jugendhilfeausschusses". */
  readonly function?: string;
  readonly email?: string;
  /** Redegruppe for alternating speakers' lists. */
  readonly speakerGroup?: string;
};

export type OfficeRecord = {
  readonly office: OfficeId;
  /** "1. Sprecher*in" */
  readonly title: string;
  readonly kind: OfficeKind;
  /** How many may hold it at once (a shared office: 2). */
  readonly holders: number;
};

export type RoomRecord = {
  readonly room: RoomId;
  readonly name: string;
  /** Fäden: what is said under an agenda item goes into a thread of its own, where the platform has threads. */
  readonly threads?: true;
};

/** Geschäftsordnung as adopted: the file's values by path, with paragraph and quotation; see `core/rules`. */
export type RulesRecord = {
  readonly title: string;
  /** Day of adoption, if the file names one. */
  readonly adoptedOn?: LocalDate;
  readonly profile: string;
  readonly settings: SettingsByPath;
};

/** Punkte, die jede Sitzung eröffnen und beschließen. */
export type StandingItem = { readonly title: string; readonly minutes?: number; readonly deciding: boolean };

export type MembershipEvent =
  | { readonly type: "CommitteeFounded"; readonly description: CommitteeDescription }
  | { readonly type: "CommitteeDescribed"; readonly description: CommitteeDescription }
  | { readonly type: "OrganizationJoined"; readonly record: OrganizationRecord; readonly from: LocalDate }
  | { readonly type: "OrganizationChanged"; readonly record: OrganizationRecord; readonly from: LocalDate }
  | { readonly type: "OrganizationLeft"; readonly organization: OrganizationId; readonly until: LocalDate }
  | { readonly type: "PersonJoined"; readonly record: PersonRecord; readonly from: LocalDate }
  | { readonly type: "PersonChanged"; readonly record: PersonRecord; readonly from: LocalDate }
  | { readonly type: "PersonLeft"; readonly person: PersonId; readonly until: LocalDate }
  | { readonly type: "OfficeEstablished"; readonly record: OfficeRecord }
  | { readonly type: "OfficeChanged"; readonly record: OfficeRecord }
  | { readonly type: "OfficeAbolished"; readonly office: OfficeId }
  | {
      readonly type: "OfficeAssigned";
      readonly office: OfficeId;
      readonly person: PersonId;
      readonly from: LocalDate;
      readonly origin: "file" | "election";
    }
  | {
      readonly type: "OfficeVacated";
      readonly office: OfficeId;
      readonly person: PersonId;
      readonly until: LocalDate;
    }
  | { readonly type: "RoomBound"; readonly record: RoomRecord }
  | { readonly type: "RoomUnbound"; readonly room: RoomId }
  | {
      readonly type: "StandingItemsSet";
      readonly opening: readonly StandingItem[];
      readonly closing: readonly StandingItem[];
    }
  | { readonly type: "RulesAdopted"; readonly rules: RulesRecord }
  /** `codeHash`: SHA-256 of the one-time code; the code itself is never stored. */
  | {
      readonly type: "LinkCodeIssued";
      readonly person: PersonId;
      readonly codeHash: string;
      readonly validUntil: LocalDate;
    }
  | { readonly type: "AccountLinked"; readonly person: PersonId; readonly account: AccountId }
  | { readonly type: "AccountUnlinked"; readonly person: PersonId; readonly account: AccountId };
