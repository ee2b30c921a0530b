import type { Instant } from "../kernel/ids.ts";
import type { AttendanceAnswer } from "./events.ts";

/** Eine eingegangene Mail, as far as the committee is concerned. Addresses in lower case; texts are excerpts, cleaned, without structure. */
export type MailReading = {
  readonly from: string;
  readonly fromName?: string;
  readonly subject: string;
  readonly content: MailContent;
};

export type MailContent =
  /** iMIP REPLY. `answer` "needsAction": opened and not answered. */
  | {
      readonly kind: "reply";
      readonly uid: string;
      readonly attendee: string;
      readonly answer: AttendanceAnswer | "delegated" | "needsAction";
      readonly sequence: number;
      readonly stampedAt?: Instant;
      readonly comment?: string;
      /** Address or name of whoever shall come instead. */
      readonly delegatedTo?: string;
    }
  /** iMIP COUNTER: another date is proposed. `proposal`: as text. */
  | { readonly kind: "counter"; readonly uid: string; readonly attendee: string; readonly proposal: string }
  /** Unzustellbar (DSN). `messageIds`: of the mail that came back, if it says so. */
  | {
      readonly kind: "bounce";
      readonly address: string;
      readonly isPermanent: boolean;
      readonly messageIds: readonly string[];
      readonly diagnosis: string;
    }
  /** Freitext. `messageIds`: what it answers. */
  | { readonly kind: "text"; readonly text: string; readonly messageIds: readonly string[] }
  /** Abwesenheitsnotiz and the like: nothing to do. */
  | { readonly kind: "automatic" }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "tooLarge"; readonly bytes: number };
