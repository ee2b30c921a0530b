import type { PersonId } from "../kernel/ids.ts";
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

/** Eintrag mit Laufzeit: `since` and `until` (last day) only where the file names them. */
export type DatedEntry<R> = { readonly record: R; readonly since?: LocalDate; readonly until?: LocalDate };

export type OfficeEntry = {
  readonly record: OfficeRecord;
  readonly holders: readonly PersonId[];
  /** True if the file lists the holders at the office itself: then nobody else holds it. */
  readonly isComplete: boolean;
};

/**
 * Gremiumsdatei: how the office wants the committee to be. Träger and people that are missing leave the committee;
 * a section that is missing altogether (offices, rooms, standing items, rules) stays as it is.
 */
export type CommitteeFile = {
  readonly description: CommitteeDescription;
  /** Day since which everything without a date of its own holds; looked at when the committee is founded, not later. */
  readonly since?: LocalDate;
  readonly organizations: readonly DatedEntry<OrganizationRecord>[];
  readonly people: readonly DatedEntry<PersonRecord>[];
  readonly offices?: readonly OfficeEntry[];
  readonly rooms?: readonly RoomRecord[];
  readonly standingItems?: { readonly opening: readonly StandingItem[]; readonly closing: readonly StandingItem[] };
  readonly rules?: RulesRecord;
};
