import type {
  AccountId,
  Instant,
  OfficeId,
  OrganizationId,
  PersonId,
  RoomId,
  SeatId,
} from "../../src/core/kernel/ids.ts";
import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from "../../src/core/kernel/local-date.ts";

/** The brands of the keys are put on here, once for all tests. */
export const personKey = (key: string): PersonId => key as PersonId;
export const organizationKey = (key: string): OrganizationId => key as OrganizationId;
export const seatKey = (key: string): SeatId => key as SeatId;
export const officeKey = (key: string): OfficeId => key as OfficeId;
export const accountKey = (key: string): AccountId => key as AccountId;
export const roomKey = (key: string): RoomId => key as RoomId;

/** "2023-01-27T08:00:00.000Z"; refuses what is none, so that a typing error in a test shows. */
export function instant(text: string): Instant {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) throw new Error(`${text} is no instant`);
  return text as Instant; // the shape was just checked
}

export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

export function time(text: string): LocalTime {
  const found = parseLocalTime(text);
  if (found === undefined) throw new Error(`${text} is no time`);
  return found;
}
