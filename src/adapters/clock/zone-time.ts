import { createRequire } from "node:module";
import type { Temporal as TemporalNamespace } from "temporal-polyfill";
import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from "../../core/kernel/local-date.ts";

/** Ortszeit: day and time on the wall of a zone. */
export type ZoneTime = { readonly date: LocalDate; readonly time: LocalTime };

/** What a local time is as an instant. Nothing is shifted silently. */
export type InstantReading =
  /** ISO 8601 in UTC with milliseconds. */
  | { readonly kind: "instant"; readonly instant: string }
  /** Zeitumstellung im Frühjahr: this time was skipped; the times that far before and after the gap. */
  | { readonly kind: "gap"; readonly before: ZoneTime; readonly after: ZoneTime }
  /** Zeitumstellung im Herbst: this time occurs twice, first in summer time. */
  | { readonly kind: "ambiguous"; readonly instants: readonly [earlier: string, later: string] };

/** True for names of the zone database ("Europe/Berlin"). */
export function isKnownZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

let lastAsked: { readonly minute: string; readonly zone: string; readonly local: ZoneTime } | undefined;

/**
 * Local day and time (minute cut off) of an instant. Throws RangeError for an unknown zone or a broken instant. The last answer
 * is kept: in a meeting each message asks for the same minute.
 */
export function localOf(instant: string, zone: string): ZoneTime {
  if (lastAsked?.zone === zone && instant.startsWith(lastAsked.minute) && isInstant(instant)) return lastAsked.local;
  const local = workedOut(instant, zone);
  lastAsked = { minute: instant.slice(0, 16), zone, local };
  return local;
}

const isInstant = (text: string): boolean => /^.{16}:\d\d(?:\.\d{1,9})?Z$/.test(text);

function workedOut(instant: string, zone: string): ZoneTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  const date = parseLocalDate(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
  const time = parseLocalTime(`${part("hour")}:${part("minute")}`);
  if (date === undefined || time === undefined) throw new RangeError(`no local time for ${instant} in ${zone}`);
  return { date, time };
}

/** Throws RangeError for an unknown zone. */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): InstantReading {
  const wall = temporal().PlainDateTime.from(`${date}T${time}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: "instant", instant: textOf(earlier) };
  if (later.toPlainDateTime().equals(wall)) return { kind: "ambiguous", instants: [textOf(earlier), textOf(later)] };
  return { kind: "gap", before: localOf(textOf(earlier), zone), after: localOf(textOf(later), zone) };
}

/** Der Augenblick einer Ortszeit: of a skipped one the first after it, of one that comes twice the first. */
export function instantAt(date: LocalDate, time: LocalTime, zone: string): string {
  const reading = instantOf(date, time, zone);
  if (reading.kind === "instant") return reading.instant;
  return reading.kind === "ambiguous" ? reading.instants[0] : instantAt(reading.after.date, reading.after.time, zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times more than using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, format);
  return format;
}

const requireHere = createRequire(import.meta.url);
let loaded: typeof TemporalNamespace | undefined;

/** Loaded at the first use: 20–30 ms that the start does not have to pay. */
function temporal(): typeof TemporalNamespace {
  // The package's own types describe what is required here.
  loaded ??= (requireHere("temporal-polyfill") as typeof import("temporal-polyfill")).Temporal;
  return loaded;
}

function textOf(zoned: TemporalNamespace.ZonedDateTime): string {
  return new Date(zoned.epochMilliseconds).toISOString();
}
