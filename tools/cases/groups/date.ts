import { instantOf } from "../../../src/adapters/clock/zone-time.ts";
import { readGermanDate } from "../../../src/adapters/dates/german-dates.ts";
import type { DateReading } from "../../../src/core/kernel/date-reading.ts";
import {
  type LocalDate,
  makeLocalDate,
  parseLocalDate,
  parseLocalTime,
  weekdayOf,
} from "../../../src/core/kernel/local-date.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { weekdayName } from "../../../src/texts/dates.ts";
import { type Facts, factsOf, UnknownShape } from "../facts.ts";
import { isoWithOffset } from "../iso-with-offset.ts";

const ZONE = "Europe/Berlin";

/** Datumsangaben: one text, the lines of a year's list, or local times of a series. */
export function dateCase(rules: Rules, input: unknown): unknown {
  const facts = factsOf(input);
  const zone = rules.timezone.value;
  if (facts.has("lines")) return facts.texts("lines").map((line) => ofLine(line, facts.number("year"), zone));
  if (facts.has("local"))
    return facts
      .texts("local")
      .map((local) => instantAt(local.slice(0, 10), local.slice(11, 16), zone).replace(".000Z", "Z"));
  return ofText(facts);
}

function ofText(facts: Facts): unknown {
  const reference = facts.has("documentDate", "reference", "bezug")
    ? facts.date("documentDate", "reference", "bezug")
    : (makeLocalDate(2023, 1, 27) as LocalDate);
  const reading = readGermanDate(facts.text("text"), { reference });
  const date = dayOf(reading);
  const time = "time" in reading ? reading.time : undefined;
  const isContradiction = reading.kind === "contradiction";
  return {
    date,
    weekday: date === undefined ? undefined : weekdayName(weekdayOf(date)),
    start: time?.from,
    end: time?.to,
    kind: reading.kind,
    ...(isContradiction ? { flag: `${reading.contradictedBy.kind}_mismatch`, ok: false } : { ok: true }),
    ...("candidates" in reading ? { candidates: reading.candidates.map((candidate) => candidate.date) } : {}),
  };
}

function dayOf(reading: DateReading): LocalDate | undefined {
  if (reading.kind === "date" || reading.kind === "contradiction") return reading.date;
  return reading.kind === "question" && reading.candidates.length === 1 ? reading.candidates[0]?.date : undefined;
}

function ofLine(line: string, year: number, zone: string): unknown {
  const reference = makeLocalDate(year, 1, 1);
  if (reference === undefined) throw new UnknownShape(`no year ${year}`);
  const reading = readGermanDate(line, { reference });
  const date = dayOf(reading);
  if (date === undefined || reading.kind !== "date" || reading.time?.to === undefined) return { quarterOk: false };
  return {
    start: isoWithOffset(instantAt(date, reading.time.from, zone), zone),
    end: isoWithOffset(instantAt(date, reading.time.to, zone), zone),
    weekday: weekdayName(weekdayOf(date)),
    quarterOk: true,
  };
}

function instantAt(day: string, clock: string, zone = ZONE): string {
  const date = parseLocalDate(day);
  const time = parseLocalTime(clock);
  const reading = date === undefined || time === undefined ? undefined : instantOf(date, time, zone);
  if (reading?.kind !== "instant") throw new UnknownShape(`no instant for ${day} ${clock}`);
  return reading.instant;
}
