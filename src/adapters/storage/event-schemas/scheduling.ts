import { z } from "zod";
import type { FeedOwner, SchoolHoliday } from "../../../core/calendar/events.ts";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { InvitationItem, InvitationRecipient, InvitationText } from "../../../core/invitation/events.ts";
import type { EventSchemas } from "../event-codec.ts";
import { appointment, count, first, flag, instant, localDate, number, person, text } from "./common.ts";

export const datePollSchemas = {
  DatePollOpened: first(
    z.strictObject({
      poll: number,
      title: text.exactOptional(),
      place: text.exactOptional(),
      options: z.array(appointment),
      required: z.array(person),
      startedOn: localDate,
      lastDay: localDate,
    }),
  ),
  DatePollAnswered: first(
    z.strictObject({
      poll: number,
      person,
      answers: z.array(z.strictObject({ option: number, answer: z.enum(["yes", "ifNeedBe", "no"]) })),
    }),
  ),
  DatePollRemindersSent: first(
    z.strictObject({ poll: number, reminder: z.enum(["halfway", "dayBefore"]), people: z.array(person) }),
  ),
  DatePollEnded: first(z.strictObject({ poll: number })),
  DatePollSettled: first(z.strictObject({ poll: number, option: number, meeting: number })),
  DatePollCancelled: first(z.strictObject({ poll: number, reason: text })),
} satisfies EventSchemas<EventOf<"datePolls">>;

const invitationItem = z.strictObject({
  title: text,
  minutes: number.exactOptional(),
  public: flag,
  deciding: flag,
  late: z.literal(true).exactOptional(),
}) satisfies z.ZodType<InvitationItem>;

const invitationText = z.strictObject({
  ordinal: number,
  appointment,
  place: text.exactOptional(),
  title: text.exactOptional(),
  items: z.array(invitationItem),
  note: text.exactOptional(),
  links: z.array(text),
  papers: z.array(text),
  hints: z.array(z.enum(["substitute", "repeat"])),
  answerBy: localDate.exactOptional(),
  proposalsUntil: localDate.exactOptional(),
  movedFrom: appointment.exactOptional(),
  repeatOf: localDate.exactOptional(),
}) satisfies z.ZodType<InvitationText>;

const recipient = z.strictObject({
  person,
  address: text.exactOptional(),
}) satisfies z.ZodType<InvitationRecipient>;

export const invitationSchemas = {
  InvitationDrafted: first(z.strictObject({ meeting: number, text: invitationText })),
  InvitationSent: first(
    z.strictObject({
      meeting: number,
      edition: number,
      kind: z.enum(["invitation", "update", "cancellation"]),
      sequence: count,
      revision: count,
      text: invitationText,
      recipients: z.array(recipient),
      reason: text.exactOptional(),
    }),
  ),
  DispatchRecorded: first(
    z.strictObject({
      meeting: number,
      edition: number,
      person,
      address: text,
      outcome: z.enum(["accepted", "filed", "refused", "bounced"]),
      answer: text,
    }),
  ),
  AttendanceAnswered: first(
    z.strictObject({
      meeting: number,
      revision: count,
      person,
      answer: z.enum(["accepted", "tentative", "declined"]),
      substitute: person.exactOptional(),
      substituteName: text.exactOptional(),
      comment: text.exactOptional(),
      via: z.enum(["chat", "mail", "office"]),
      stampedAt: instant.exactOptional(),
    }),
  ),
  AnswerRemindersSent: first(
    z.strictObject({
      meeting: number,
      revision: count,
      reminder: z.enum(["early", "late"]),
      people: z.array(person),
    }),
  ),
  MailNoted: first(
    z.strictObject({
      kind: z.enum([
        "foreignSender",
        "notInvited",
        "oldDate",
        "delegated",
        "counterProposal",
        "freeText",
        "unreadable",
        "tooLarge",
        "unknownMeeting",
        "sharedAddress",
      ]),
      from: text,
      subject: text,
      text,
      meeting: number.exactOptional(),
      person: person.exactOptional(),
      answer: z.enum(["accepted", "tentative", "declined"]).exactOptional(),
    }),
  ),
} satisfies EventSchemas<EventOf<"invitations">>;

const schoolHoliday = z.strictObject({ name: text, from: localDate, to: localDate }) satisfies z.ZodType<SchoolHoliday>;

const feedOwner = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("committee") }),
  z.strictObject({ kind: z.literal("person"), person }),
]) satisfies z.ZodType<FeedOwner>;

export const calendarSchemas = {
  SchoolHolidaysEntered: first(z.strictObject({ holidays: z.array(schoolHoliday), source: text })),
  SchoolHolidaysRemoved: first(z.strictObject({ holidays: z.array(schoolHoliday) })),
  BodySittingsEntered: first(z.strictObject({ body: text, year: number, dates: z.array(localDate) })),
  FeedOpened: first(z.strictObject({ owner: feedOwner, secretHash: text })),
  FeedClosed: first(z.strictObject({ owner: feedOwner })),
  RemindersMuted: first(z.strictObject({ person })),
  RemindersUnmuted: first(z.strictObject({ person })),
} satisfies EventSchemas<EventOf<"calendar">>;
