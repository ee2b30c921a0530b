import type { AccountId, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

/** Was an einer Gremiumsdatei nicht zusammenpasst. People by name: they may stand in the file only. */
export type ImportProblem =
  | { readonly code: "NoOrganization" }
  | { readonly code: "KeyTwice"; readonly of: "organization" | "person" | "office" | "room"; readonly key: string }
  | { readonly code: "OrganizationUnknown"; readonly person: string; readonly organization: string }
  | { readonly code: "SeatMissing"; readonly person: string }
  | { readonly code: "SeatUnknown"; readonly person: string; readonly organization: string; readonly seats: number }
  | { readonly code: "UntilBeforeSince"; readonly name: string; readonly since: LocalDate; readonly until: LocalDate }
  | { readonly code: "HolderNotMember"; readonly title: string; readonly person: string }
  | {
      readonly code: "OfficeOverfull";
      readonly title: string;
      readonly places: number;
      readonly holders: readonly string[];
    }
  /** The file forgot an office to which people are elected: taking it away must be said at the office itself. */
  | { readonly code: "ElectedOfficeMissing"; readonly title: string; readonly holders: readonly string[] };

/** Abgelehnt: what the membership refuses, with the facts of the sentence. */
export type MembershipRefusal =
  | { readonly code: "ImportRefused"; readonly problems: readonly ImportProblem[] }
  | { readonly code: "UnknownPerson"; readonly person: PersonId }
  | { readonly code: "PersonNotMember"; readonly person: PersonId }
  /** No such code was ever given out. */
  | { readonly code: "LinkCodeWrong" }
  | { readonly code: "LinkCodeExpired"; readonly validUntil: LocalDate }
  /** The code was used, or a newer one took its place. */
  | { readonly code: "LinkCodeSpent" }
  /** Somebody has this code already: draw another. */
  | { readonly code: "LinkCodeTaken" }
  | { readonly code: "AccountTaken"; readonly account: AccountId; readonly person: PersonId }
  | { readonly code: "AccountNotLinked"; readonly account: AccountId };
