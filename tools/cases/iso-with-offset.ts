import { Temporal } from "temporal-polyfill";

/** ISO 8601 with the offset of the zone, as the cases write it: "2023-10-28T10:00:00+02:00". */
export function isoWithOffset(instant: string, zone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** The instant in UTC, with milliseconds, of a time with offset. */
export function instantIn(text: string): string {
  return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString();
}

/** The first instant of a local day, with offset. */
export function startOfDay(day: string, zone: string): string {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone });
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}
