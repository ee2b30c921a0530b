import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

/** Schulferien of the Land, first and last day. */
export type SchoolHoliday = { readonly name: string; readonly from: LocalDate; readonly to: LocalDate };

/** Wessen Kalender: the committee's, or one person's. */
export type FeedOwner = { readonly kind: "committee" } | { readonly kind: "person"; readonly person: PersonId };

export type CalendarEvent =
  /** Schulferien eingetragen, beside those known; the same name in the same year takes the place of the earlier. `source`: file or "von Hand". */
  | {
      readonly type: "SchoolHolidaysEntered";
      readonly holidays: readonly SchoolHoliday[];
      readonly source: string;
    }
  | { readonly type: "SchoolHolidaysRemoved"; readonly holidays: readonly SchoolHoliday[] }
  /** Sitzungstage eines anderen Gremiums in one year, in place of what was known of that year. `body`: "Jugendhilfeausschuss". */
  | {
      readonly type: "BodySittingsEntered";
      readonly body: string;
      readonly year: number;
      readonly dates: readonly LocalDate[];
    }
  /** Kalender-Abo: the address holds a secret of which only the SHA-256 is kept. One per owner: a new one ends the old one. */
  | { readonly type: "FeedOpened"; readonly owner: FeedOwner; readonly secretHash: string }
  | { readonly type: "FeedClosed"; readonly owner: FeedOwner }
  /** Erinnerungen aus: no reminder of any kind goes to this person. */
  | { readonly type: "RemindersMuted"; readonly person: PersonId }
  | { readonly type: "RemindersUnmuted"; readonly person: PersonId };
