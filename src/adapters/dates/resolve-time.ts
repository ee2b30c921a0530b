import type { TimeSpan } from "../../core/kernel/date-reading.ts";
import { type LocalTime, makeLocalTime } from "../../core/kernel/local-date.ts";
import { failure, type TimeOutcome } from "./outcome.ts";
import type { ClockText, PartOfDay, TimePiece } from "./piece.ts";

/** The hour offices have in mind when only a part of the day is named. */
const USUAL_HOURS = { morning: 8, forenoon: 9, noon: 12, afternoon: 15, evening: 20, night: 22 } satisfies Record<
  PartOfDay,
  number
>;

/** Hours that people say when they mean twelve hours later, by part of the day. */
const MEANT_LATER: Readonly<Partial<Record<PartOfDay, readonly [from: number, to: number]>>> = {
  noon: [1, 2],
  afternoon: [1, 6],
  evening: [5, 11],
  night: [9, 12],
};

/** Hours that go with a part of the day; "13 Uhr abends" is asked about. */
const HOURS: Readonly<Record<PartOfDay, readonly [from: number, to: number]>> = {
  morning: [4, 11],
  forenoon: [6, 12],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [16, 23],
  night: [20, 23],
};

const MIDNIGHT = 24 * 60;
const NOON = 12 * 60;

export function resolveTime(
  piece: TimePiece | undefined,
  part: PartOfDay | undefined,
  isAcademicQuarter: boolean,
): TimeOutcome {
  if (piece === undefined) return part === undefined ? { kind: "none" } : aboutOf(part);
  if (!isOnTheClock(piece.from) || (piece.to !== undefined && !isOnTheClock(piece.to))) {
    return failure("noSuchTime", [piece.from, ...(piece.to === undefined ? [] : [piece.to])].map(textOf).join("–"));
  }
  const from = meantMinutes(piece.from, part) + (isAcademicQuarter ? 15 : 0);
  if (from >= MIDNIGHT)
    return piece.to === undefined && from === MIDNIGHT ? { kind: "midnight" } : failure("endBeforeStart");
  const to = piece.to === undefined ? undefined : meantMinutes(piece.to, part);
  if (to === MIDNIGHT) return failure("endsAfterMidnight");
  const precision = piece.isAbout ? "about" : "exact";
  const isOpen = part === undefined && isHourOpen(piece.from);
  if (part !== undefined && !isWithin(from, part)) return timesOf([{ from: timeOf(from), precision }], true);
  return to === undefined ? startsOf(from, isOpen, precision) : stretchesOf(from, to, isOpen, precision);
}

function startsOf(from: number, isOpen: boolean, precision: TimeSpan["precision"]): TimeOutcome {
  const spans = [{ from: timeOf(from), precision }, ...(isOpen ? [{ from: timeOf(from + NOON), precision }] : [])];
  return timesOf(spans, isOpen);
}

function stretchesOf(from: number, to: number, isOpen: boolean, precision: TimeSpan["precision"]): TimeOutcome {
  const laterTo = to < NOON ? to + NOON : to;
  if (isOpen) {
    const spans = [spanOf(from, to, precision), spanOf(from + NOON, laterTo, precision)].flatMap((span) => span ?? []);
    return timesOf(spans, true);
  }
  const typed = spanOf(from, to, precision);
  if (typed !== undefined) return { kind: "times", spans: [typed] };
  // "9 bis 4": nobody sits until four in the night, but it was not typed either.
  return timesOf(
    [spanOf(from, laterTo, precision)].flatMap((span) => span ?? []),
    true,
  );
}

function timesOf(spans: readonly TimeSpan[], isQuestion: boolean): TimeOutcome {
  const [first, ...others] = spans;
  if (first === undefined) return failure("endBeforeStart");
  const kind = "times";
  return isQuestion ? { kind, spans: [first, ...others], reason: "hourOfDay" } : { kind, spans: [first, ...others] };
}

function spanOf(from: number, to: number, precision: TimeSpan["precision"]): TimeSpan | undefined {
  return from < to ? { from: timeOf(from), to: timeOf(to), precision } : undefined;
}

function isWithin(minutes: number, part: PartOfDay): boolean {
  const hour = Math.floor(minutes / 60);
  return (HOURS[part][0] <= hour && hour <= HOURS[part][1]) || (part === "night" && hour < 6);
}

function aboutOf(part: PartOfDay): TimeOutcome {
  return { kind: "times", spans: [{ from: timeOf(USUAL_HOURS[part] * 60), precision: "about" }] };
}

/** Spoken times follow the twelve hours of the dial: before seven in the morning they mean the afternoon. */
function meantMinutes(clock: ClockText, part: PartOfDay | undefined): number {
  const minutes = clock.hour * 60 + clock.minute;
  const later = part === undefined ? undefined : MEANT_LATER[part];
  if (later !== undefined && clock.hour >= later[0] && clock.hour <= later[1]) return minutes + NOON;
  const isSpokenAfternoon = clock.style === "spoken" && part === undefined && minutes < 7 * 60;
  return isSpokenAfternoon ? minutes + NOON : minutes;
}

/** "um 3", "6 Uhr": at night or in the afternoon? */
function isHourOpen(clock: ClockText): boolean {
  return clock.style === "plain" && clock.hour >= 1 && clock.hour <= 6;
}

function isOnTheClock(clock: ClockText): boolean {
  const minutes = clock.hour * 60 + clock.minute;
  return clock.minute < 60 && minutes >= 0 && minutes <= MIDNIGHT;
}

function timeOf(minutes: number): LocalTime {
  const time = makeLocalTime(Math.floor(minutes / 60), minutes % 60);
  if (time === undefined) throw new RangeError(`no time of day: ${minutes} minutes`);
  return time;
}

function textOf(clock: ClockText): string {
  return `${clock.hour}:${String(clock.minute).padStart(2, "0")}`;
}
