import type { Appointment } from "../core/kernel/appointment.ts";
import type { Instant } from "../core/kernel/ids.ts";
import type { Mailbox } from "./letter.ts";

/** Kalendereintrag, as every calendar needs it; plain text in every field. */
export type CalendarEntry = {
  /** The same for ever for one meeting, and nobody else's. */
  readonly uid: string;
  readonly sequence: number;
  /** Last change: the same entry twice gives the same bytes. */
  readonly changedAt: Instant;
  readonly status: "confirmed" | "cancelled";
  /** IANA zone of the times. */
  readonly timeZone: string;
  readonly appointment: Appointment;
  readonly summary: string;
  readonly place?: string;
  readonly description: string;
};

/** Port: writes calendar files (RFC 5545), lines ended by CRLF. */
export type CalendarWriting = {
  /** iMIP (RFC 6047): for one person, who alone is named as attendee. */
  invitation(
    entry: CalendarEntry,
    around: {
      readonly method: "REQUEST" | "CANCEL";
      readonly organizer: Mailbox;
      readonly attendee: Mailbox;
      /** What the person has answered before, if it still counts. */
      readonly answer?: "accepted" | "tentative" | "declined";
    },
  ): Promise<string>;
  /** PUBLISH, for a feed or as a file to take along: organizer, and no attendee. */
  published(
    entries: readonly CalendarEntry[],
    around: { readonly name: string; readonly organizer: Mailbox },
  ): Promise<string>;
};
