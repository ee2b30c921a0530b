import type * as GeneratorPackage from "ical-generator";
import type { Temporal as TemporalNamespace } from "temporal-polyfill";

export type CalendarPackages = {
  readonly generator: typeof GeneratorPackage;
  readonly temporal: typeof TemporalNamespace;
  /** VTIMEZONE of a zone; undefined if the list has none. */
  zoneBlock(zone: string): string | undefined;
};

let loading: Promise<CalendarPackages> | undefined;

/** Loaded with the first calendar that is written: nobody who only votes has to wait for it. */
export function calendarPackages(): Promise<CalendarPackages> {
  loading ??= load();
  return loading;
}

async function load(): Promise<CalendarPackages> {
  const [generator, { Temporal }, zones] = await Promise.all([
    import("ical-generator"),
    import("temporal-polyfill"),
    import("timezones-ical-library"),
  ]);
  const known = new Set(zones.tzlib_get_timezones());
  return {
    generator,
    temporal: Temporal,
    // Of an unknown zone the package tells the console.
    zoneBlock: (zone) => (known.has(zone) ? zones.tzlib_get_ical_block(zone)[0] : undefined),
  };
}
