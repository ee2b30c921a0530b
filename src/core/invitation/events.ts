import type { Appointment } from "../kernel/appointment.ts";
import type { Instant, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

/** Punkt der Tagesordnung, as the invitation lists it. `late`: proposed after the deadline. */
export type InvitationItem = {
  readonly title: string;
  readonly minutes?: number;
  readonly public: boolean;
  readonly deciding: boolean;
  readonly late?: true;
};

/** Hinweise der Einladung: whoever cannot come tells the substitute; the meeting decides whatever the number present. */
export type InvitationHint = "substitute" | "repeat";

/** Was eine Einladung sagt: read by the office as a draft, and sent word for word. */
export type InvitationText = {
  /** Wievielte Sitzung: "3. Sitzung". */
  readonly ordinal: number;
  readonly appointment: Appointment;
  readonly place?: string;
  readonly title?: string;
  readonly items: readonly InvitationItem[];
  /** Eigene Worte der Geschäftsstelle. */
  readonly note?: string;
  readonly links: readonly string[];
  /** Unterlagen: names of files in the folder of outgoing papers. */
  readonly papers: readonly string[];
  readonly hints: readonly InvitationHint[];
  readonly answerBy?: LocalDate;
  readonly proposalsUntil?: LocalDate;
  /** Verlegt: from when. */
  readonly movedFrom?: Appointment;
  /** Wiederholungssitzung: of the meeting on this day. */
  readonly repeatOf?: LocalDate;
};

/** Einladung, ihre Änderung, Absage. */
export type EditionKind = "invitation" | "update" | "cancellation";

/** An wen: the address of that day; none for those who are only told in the chat. */
export type InvitationRecipient = { readonly person: PersonId; readonly address?: string };

/**
 * Nachweis: "accepted" by the mail server, "filed" where no mail is set up, "refused" by it for good, "bounced" later. Of a message in
 * the chat nothing is recorded here.
 */
export type DispatchOutcome = "accepted" | "filed" | "refused" | "bounced";

/** Rückmeldung: kommt, vielleicht, kommt nicht. */
export type AttendanceAnswer = "accepted" | "tentative" | "declined";

/** Wann an fehlende Rückmeldungen erinnert wird: a week, and two days before they are wanted. */
export type AnswerReminder = "early" | "late";

/** Was an Post kam und nicht von selbst eingetragen wird; the office is told. */
export type MailNoteKind =
  | "foreignSender"
  | "notInvited"
  | "oldDate"
  | "delegated"
  | "counterProposal"
  | "freeText"
  | "unreadable"
  | "tooLarge"
  | "unknownMeeting"
  /** Several who were invited share the address: whose answer it is only they know. */
  | "sharedAddress";

export type InvitationEvent =
  /** Entwurf, as the office reads it. A later one takes the place of the earlier. */
  | { readonly type: "InvitationDrafted"; readonly meeting: number; readonly text: InvitationText }
  /**
   * Versandt. Editions of a meeting are numbered from 1; `sequence` is that of the calendar entry, `revision` counts how often the meeting was
   * moved before. `reason`: of a cancellation.
   */
  | {
      readonly type: "InvitationSent";
      readonly meeting: number;
      readonly edition: number;
      readonly kind: EditionKind;
      readonly sequence: number;
      readonly revision: number;
      readonly text: InvitationText;
      readonly recipients: readonly InvitationRecipient[];
      readonly reason?: string;
    }
  /** Versandnachweis for one person: what the server answered, in its own words. */
  | {
      readonly type: "DispatchRecorded";
      readonly meeting: number;
      readonly edition: number;
      readonly person: PersonId;
      readonly address: string;
      readonly outcome: DispatchOutcome;
      readonly answer: string;
    }
  /** `stampedAt`: when it was given, for answers by mail, which may overtake each other. */
  | {
      readonly type: "AttendanceAnswered";
      readonly meeting: number;
      readonly revision: number;
      readonly person: PersonId;
      readonly answer: AttendanceAnswer;
      readonly substitute?: PersonId;
      /** Vertretung, where the name is nobody's of the committee. */
      readonly substituteName?: string;
      readonly comment?: string;
      readonly via: "chat" | "mail" | "office";
      readonly stampedAt?: Instant;
    }
  | {
      readonly type: "AnswerRemindersSent";
      readonly meeting: number;
      readonly revision: number;
      readonly reminder: AnswerReminder;
      readonly people: readonly PersonId[];
    }
  /** Post, um die sich jemand kümmern muss. `text`: an excerpt, as text. `answer`: what it says, if it is an answer that was not recorded. */
  | {
      readonly type: "MailNoted";
      readonly kind: MailNoteKind;
      readonly from: string;
      readonly subject: string;
      readonly text: string;
      readonly meeting?: number;
      readonly person?: PersonId;
      readonly answer?: AttendanceAnswer;
    };
