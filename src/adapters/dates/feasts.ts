import { addDays, type LocalDate, makeLocalDate, weekdayOf } from "../../core/kernel/local-date.ts";
import type { Feast } from "./piece.ts";
import type { Cursor } from "./tokens.ts";

const fixed = (month: number, day: number): Feast => ({ kind: "fixed", month, day });
const advent = (days: number): Feast => ({ kind: "advent", days });
const easter = (days: number): Feast => ({ kind: "easter", days });

/** Feste by name, the longest names first. They name days here; which of them are holidays depends on the Land. */
const FEASTS: readonly (readonly [name: string, feast: Feast])[] = [
  ["tag der deutschen einheit", fixed(10, 3)],
  ["tag der arbeit", fixed(5, 1)],
  ["christi himmelfahrt", easter(39)],
  ["buß - und bettag", advent(-11)],
  ["volkstrauertag", advent(-14)],
  ["totensonntag", advent(-7)],
  ["1 . advent", advent(0)],
  ["2 . advent", advent(7)],
  ["3 . advent", advent(14)],
  ["4 . advent", advent(21)],
  ["heilige drei könige", fixed(1, 6)],
  ["1 . weihnachtsfeiertag", fixed(12, 25)],
  ["2 . weihnachtsfeiertag", fixed(12, 26)],
  ["1 . weihnachtstag", fixed(12, 25)],
  ["2 . weihnachtstag", fixed(12, 26)],
  ["neujahr", fixed(1, 1)],
  ["heiligabend", fixed(12, 24)],
  ["silvester", fixed(12, 31)],
  ["nikolaus", fixed(12, 6)],
  ["nikolaustag", fixed(12, 6)],
  ["reformationstag", fixed(10, 31)],
  ["allerheiligen", fixed(11, 1)],
  ["rosenmontag", easter(-48)],
  ["aschermittwoch", easter(-46)],
  ["gründonnerstag", easter(-3)],
  ["karfreitag", easter(-2)],
  ["ostersonntag", easter(0)],
  ["ostermontag", easter(1)],
  ["himmelfahrt", easter(39)],
  ["pfingstsonntag", easter(49)],
  ["pfingstmontag", easter(50)],
  ["fronleichnam", easter(60)],
];

const SPELLED = FEASTS.map(([name, feast]) => ({ feast, tokens: name.split(" ") }));

export function feastAt(at: Cursor): { readonly feast: Feast; readonly length: number } | undefined {
  const found = SPELLED.find(({ tokens }) => tokens.every((token, offset) => isTokenAt(at, offset, token)));
  return found === undefined ? undefined : { feast: found.feast, length: found.tokens.length };
}

function isTokenAt(at: Cursor, offset: number, token: string): boolean {
  return at.word(offset) === token || at.isSign(offset, token) || String(at.number(offset) ?? "") === token;
}

/** Undefined beyond the years 1–9999. */
export function feastIn(year: number, feast: Feast): LocalDate | undefined {
  if (feast.kind === "fixed") return makeLocalDate(year, feast.month, feast.day);
  const sunday = feast.kind === "advent" ? firstAdvent(year) : easterSunday(year);
  return sunday === undefined ? undefined : addDays(sunday, feast.days);
}

/** 1. Advent: the fourth Sunday before Christmas Day. */
function firstAdvent(year: number): LocalDate | undefined {
  const lastPossible = makeLocalDate(year, 12, 3);
  return lastPossible === undefined ? undefined : addDays(lastPossible, -(weekdayOf(lastPossible) % 7));
}

/** Ostersonntag, Gregorian calendar. Source: Meeus, Jones and Butcher. */
export function easterSunday(year: number): LocalDate | undefined {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const leaps = 32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4);
  const toSunday = leaps % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * shift + 114;
  return makeLocalDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}
