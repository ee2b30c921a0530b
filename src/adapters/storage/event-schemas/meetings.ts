import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { EventSchemas } from "../event-codec.ts";
import { appointment, count, first, flag, localDate, localTime, number, person, seat, text } from "./common.ts";

export const meetingSchemas = {
  MeetingScheduled: first(
    z.strictObject({
      meeting: number,
      appointment,
      place: text.exactOptional(),
      title: text.exactOptional(),
      repeatOf: number.exactOptional(),
      notice: flag.exactOptional(),
    }),
  ),
  MeetingMoved: first(
    z.strictObject({ meeting: number, appointment, place: text.exactOptional(), reason: text.exactOptional() }),
  ),
  MeetingCancelled: first(z.strictObject({ meeting: number, reason: text })),
  MeetingOpened: first(z.strictObject({ meeting: number, chairedBy: person, minuteTaker: person.exactOptional() })),
  InvitationRecorded: first(
    z.strictObject({
      meeting: number,
      sent: localDate.exactOptional(),
      received: localDate.exactOptional(),
      time: localTime.exactOptional(),
      byLetter: flag.exactOptional(),
      notInvited: z.array(seat),
      missing: z.array(text),
      urgent: flag,
      reason: text.exactOptional(),
      timely: flag,
      clearDays: count,
      latest: localDate,
      paragraph: text.exactOptional(),
    }),
  ),
  CallObjectionRaised: first(z.strictObject({ meeting: number, person, seat, text, inTime: flag })),
  MeetingChaired: first(z.strictObject({ person })),
  MinuteTakerNamed: first(z.strictObject({ person })),
  MeetingPaused: first(z.strictObject({ minutes: number.exactOptional() })),
  MeetingResumed: first(z.strictObject({})),
  MeetingClosed: first(z.strictObject({ meeting: number, reason: z.literal("inquorate").exactOptional() })),
  AttendanceRecorded: first(
    z.strictObject({
      person,
      status: z.enum(["present", "remote", "excused", "left"]),
      seat: seat.exactOptional(),
      late: flag,
    }),
  ),
  SeatExcused: first(z.strictObject({ seat })),
  HeadCountRecorded: first(
    z.strictObject({
      entry: number,
      group: text,
      qualifier: z.enum(["exact", "over", "about", "none"]),
      count: count.exactOptional(),
    }),
  ),
  VoterDesignated: first(z.strictObject({ seat, person })),
  ProxyGranted: first(z.strictObject({ seat, person })),
  ProxyEnded: first(z.strictObject({ seat })),
  QuorumEstablished: first(
    z.strictObject({
      quorate: flag,
      present: count,
      needed: count,
      base: count,
      paragraph: text.exactOptional(),
      demandedBy: person.exactOptional(),
    }),
  ),
} satisfies EventSchemas<EventOf<"meetings">>;
