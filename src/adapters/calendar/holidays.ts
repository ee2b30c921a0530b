import { createRequire } from "node:module";
import type { default as HolidaysPackage, HolidaysTypes } from "date-holidays";
import { type LocalDate, parseLocalDate, partsOf } from "../../core/kernel/local-date.ts";
import type { Holidays } from "../../core/kernel/workdays.ts";
import type { HolidayCalendar } from "../../flows/ports.ts";

/** The package takes a year below 100 for one of the 20th century. */
const FIRST_YEAR = 100;

const requireHere = createRequire(import.meta.url);
let loaded: typeof HolidaysPackage | undefined;

/** Loaded at the first question: half a second and 40 MB that neither the start nor a vote has to pay. */
function packageHere(): typeof HolidaysPackage {
  // The package's own types describe what is required here.
  loaded ??= requireHere("date-holidays") as typeof HolidaysPackage;
  return loaded;
}

/**
 * Gesetzliche Feiertage of the Länder, from the package `date-holidays` (data CC BY-SA 3.0, after the German Wikipedia). A year is
 * worked out when somebody first asks for it. Days off of a region (Augsburg, Mariä Himmelfahrt in Catholic parishes of Bavaria, Fronleichnam in
 * parts of Saxony and Thuringia) count where the region is named: "BY-A".
 */
export function createHolidayCalendar(): HolidayCalendar {
  const calendars = new Map<string, Holidays>();
  return {
    // Asked with every command: by the name as it comes, before anything is made of it.
    holidaysOf(land = "") {
      const known = calendars.get(land);
      if (known !== undefined) return known;
      const calendar = calendarOf(land.toUpperCase().replace(/^DE-/, ""));
      calendars.set(land, calendar);
      return calendar;
    },
  };
}

function calendarOf(code: string): Holidays {
  const years = new Map<number, ReadonlySet<LocalDate>>();
  return {
    has(date) {
      const { year } = partsOf(date);
      let days = years.get(year);
      if (days === undefined) {
        days = daysOf(code, year);
        years.set(year, days);
      }
      return days.has(date);
    },
  };
}

/** Without a Land, or with one that does not exist, those of all Länder. */
function daysOf(code: string, year: number): ReadonlySet<LocalDate> {
  if (year < FIRST_YEAR) return new Set();
  const options = { types: ["public" as const] };
  const Package = packageHere();
  const [land = "", region] = code.toLowerCase().split("-");
  const calendar = calendarIn(Package, land, region, options);
  return new Set(calendar.getHolidays(year).flatMap(({ date }) => parseLocalDate(date.slice(0, 10)) ?? []));
}

function calendarIn(
  Package: typeof HolidaysPackage,
  land: string,
  region: string | undefined,
  options: HolidaysTypes.Options,
): HolidaysPackage {
  if (land === "") return new Package("DE", options);
  return region === undefined ? new Package("DE", land, options) : new Package("DE", land, region, options);
}
