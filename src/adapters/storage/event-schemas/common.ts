import { z } from "zod";
import type { Appointment } from "../../../core/kernel/appointment.ts";
import type {
  AccountId,
  Instant,
  OfficeId,
  OrganizationId,
  PersonId,
  RoomId,
  SeatId,
} from "../../../core/kernel/ids.ts";
import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from "../../../core/kernel/local-date.ts";
import type { EventSchema } from "../event-codec.ts";

/** Number of a thing (meeting, motion, ballot …), counted from 1. */
export const number = z.int().positive();
/** Anzahl, from 0. */
export const count = z.int().nonnegative();
export const text = z.string();
export const flag = z.boolean();

/** A key of the core. Its brand says nothing about its text: what was stored came out of the core with this brand. */
function key<Id extends string>(): z.ZodType<Id> {
  return z.string().min(1) as unknown as z.ZodType<Id>; // the brand exists for the compiler only
}

export const person = key<PersonId>();
export const organization = key<OrganizationId>();
export const seat = key<SeatId>();
export const office = key<OfficeId>();
export const account = key<AccountId>();
export const room = key<RoomId>();

export const localDate = z
  .string()
  .refine((value) => parseLocalDate(value) !== undefined, "no day of the calendar") as unknown as z.ZodType<LocalDate>; // checked by the refinement
export const localTime = z
  .string()
  .refine((value) => parseLocalTime(value) !== undefined, "no time of day") as unknown as z.ZodType<LocalTime>; // checked by the refinement

export const appointment = z.strictObject({
  date: localDate,
  from: localTime.exactOptional(),
  to: localTime.exactOptional(),
}) satisfies z.ZodType<Appointment>;

/** Instant in UTC, as the clock gives it. */
export const instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant>; // checked by the shape

/** First version of a shape. What is known of it afterwards is its payload alone: the compiler compares payloads, not shapes. */
export function first<Payload>(shape: z.ZodType<Payload>): EventSchema<Payload> {
  return { schema: 1, shape };
}
