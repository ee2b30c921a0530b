import type { Instant, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { FeedOwner, SchoolHoliday } from "./events.ts";

export type Feed = { readonly owner: FeedOwner; readonly openedAt: Instant };

/** Kalender: what lies around the committee's own dates. */
export type CalendarState = {
  /** In order of their first day. */
  readonly schoolHolidays: readonly SchoolHoliday[];
  /** Sitzungstage anderer Gremien, by body, then by year, in order. */
  readonly bodySittings: ReadonlyMap<string, ReadonlyMap<number, readonly LocalDate[]>>;
  /** By the hash of the secret in the address. */
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly muted: ReadonlySet<PersonId>;
};

export const noCalendar: CalendarState = {
  schoolHolidays: [],
  bodySittings: new Map(),
  feeds: new Map(),
  muted: new Set(),
};
