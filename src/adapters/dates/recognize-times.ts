import type { ClockText, Match } from "./piece.ts";
import { afterDot } from "./recognize-days.ts";
import type { Cursor } from "./tokens.ts";
import { NUMBER_WORDS, PARTS_OF_DAY, UNITS } from "./vocabulary.ts";

/** `isMarked`: "Uhr", a colon or a spoken fraction says that this is a time. */
type ClockMatch = { readonly clock: ClockText; readonly isMarked: boolean; readonly length: number };

const START_WORDS = new Set(["um", "ab", "gegen", "von", "zwischen", "punkt", "ca", "circa", "etwa"]);
const ABOUT_WORDS = new Set(["gegen", "ca", "circa", "etwa"]);

/** "9–12 Uhr", "von 9 bis 16 Uhr", "um halb zehn", "14:30h", "ab 14 Uhr", "Punkt 9" */
export function recognizeTime(at: Cursor): Match | undefined {
  const hasStartWord = START_WORDS.has(at.word(0));
  const start = hasStartWord ? afterDot(at, 1) : 0;
  const from = clockAt(at, start);
  if (from === undefined) return undefined;
  const isAbout = ABOUT_WORDS.has(at.word(0));
  const to = endAt(at, start + from.length);
  if (to !== undefined) {
    const length = start + from.length + 1 + to.length;
    if (!from.isMarked && !to.isMarked && UNITS.has(at.word(length))) return undefined;
    return { pieces: [{ kind: "time", from: from.clock, to: to.clock, isAbout }], length };
  }
  const isTime = from.isMarked || (hasStartWord && at.word(0) !== "von");
  return isTime ? { pieces: [{ kind: "time", from: from.clock, isAbout }], length: start + from.length } : undefined;
}

/** "mittags", "früh", "c. t.", "Mitternacht" */
export function recognizePartOfDay(at: Cursor): Match | undefined {
  const part = PARTS_OF_DAY.get(at.word(0));
  if (part !== undefined) return { pieces: [{ kind: "partOfDay", part }], length: 1 };
  if (at.word(0) === "mitternacht") {
    const midnight: ClockText = { hour: 24, minute: 0, style: "exact" };
    return { pieces: [{ kind: "time", from: midnight, isAbout: false }], length: 1 };
  }
  return academicAt(at);
}

function academicAt(at: Cursor): Match | undefined {
  const joined = at.word(0);
  if (joined === "ct") return { pieces: [{ kind: "academicQuarter" }], length: 1 };
  if (joined === "st") return { pieces: [], length: 1 };
  if (!["c", "s"].includes(joined) || !at.isSign(1, ".") || at.word(2) !== "t") return undefined;
  return { pieces: joined === "c" ? [{ kind: "academicQuarter" }] : [], length: afterDot(at, 3) };
}

function endAt(at: Cursor, offset: number): ClockMatch | undefined {
  const joins = at.isSign(offset, "-") || at.word(offset) === "bis" || at.word(offset) === "und";
  return joins ? clockAt(at, offset + 1) : undefined;
}

function clockAt(at: Cursor, offset: number): ClockMatch | undefined {
  return spokenClockAt(at, offset) ?? writtenClockAt(at, offset) ?? hourAt(at, offset);
}

/** Minutes from the full hour that is named. */
const FRACTIONS = new Map([
  ["halb", -30],
  ["dreiviertel", -15],
]);
const QUARTERS = new Map([
  ["vor", -15],
  ["nach", 15],
]);

/** "halb zehn", "viertel nach drei", "dreiviertel acht" */
function spokenClockAt(at: Cursor, offset: number): ClockMatch | undefined {
  const isQuarter = at.word(offset) === "viertel";
  const minutes = isQuarter ? QUARTERS.get(at.word(offset + 1)) : FRACTIONS.get(at.word(offset));
  const hourOffset = offset + (isQuarter ? 2 : 1);
  const hour = at.number(hourOffset) ?? NUMBER_WORDS.get(at.word(hourOffset));
  if (minutes === undefined || hour === undefined) return undefined;
  const total = hour * 60 + minutes;
  const end = hourOffset + 1 + (at.word(hourOffset + 1) === "uhr" ? 1 : 0);
  const clock = { hour: Math.floor(total / 60), minute: total - Math.floor(total / 60) * 60, style: "spoken" } as const;
  return { clock, isMarked: true, length: end - offset };
}

/** "9:30", "9.30 Uhr", "14:30h", "1430 Uhr" */
function writtenClockAt(at: Cursor, offset: number): ClockMatch | undefined {
  const four = at.digits(offset) === 4 ? at.number(offset, 4) : undefined;
  if (four !== undefined && isHourWord(at.word(offset + 1))) {
    const clock = { hour: Math.floor(four / 100), minute: four % 100, style: "exact" } as const;
    return { clock, isMarked: true, length: 2 };
  }
  const hour = at.number(offset);
  const minute = at.number(offset + 2);
  if (hour === undefined || minute === undefined || at.digits(offset + 2) !== 2 || at.hasGap(offset + 1))
    return undefined;
  const hasColon = at.isSign(offset + 1, ":");
  if ((!hasColon && !at.isSign(offset + 1, ".")) || at.hasGap(offset + 2)) return undefined;
  if (isDayNumber(at, offset + 3)) return undefined;
  const hasWord = isHourWord(at.word(offset + 3));
  const clock = { hour, minute, style: at.digits(offset) === 2 ? "exact" : "plain" } as const;
  const isMarked = hasColon || hasWord || hour > 31 || minute > 12 || minute === 0;
  return { clock, isMarked, length: hasWord ? 4 : 3 };
}

/** "9", "neun", "14 Uhr", "15h", "14 Uhr 30" */
function hourAt(at: Cursor, offset: number): ClockMatch | undefined {
  const hour = at.number(offset) ?? NUMBER_WORDS.get(at.word(offset));
  if (hour === undefined || isDayNumber(at, offset + 1)) return undefined;
  const isMarked = isHourWord(at.word(offset + 1));
  const isPadded = at.digits(offset) === 2 && hour < 10;
  const style = isPadded ? "exact" : "plain";
  const minute = isMarked && at.digits(offset + 2) === 2 ? at.number(offset + 2) : undefined;
  if (minute !== undefined && minute < 60 && !isDayNumber(at, offset + 3)) {
    return { clock: { hour, minute, style }, isMarked, length: 3 };
  }
  if (!isMarked && hour > 24) return undefined;
  return { clock: { hour, minute: 0, style }, isMarked, length: isMarked ? 2 : 1 };
}

/** A dot makes the number before it a day, unless the text ends there. */
function isDayNumber(at: Cursor, offset: number): boolean {
  return at.isSign(offset, ".") && !at.hasGap(offset) && !at.isEnd(offset + 1);
}

function isHourWord(word: string): boolean {
  return word === "uhr" || word === "h";
}
