import type { DateContext, DateReading, ReadingDates } from "../../core/kernel/date-reading.ts";
import { composeReading } from "./compose-reading.ts";
import { outlineOf } from "./outline.ts";
import { piecesOf } from "./pieces-of.ts";
import { tokensOf } from "./tokens.ts";

const LONGEST_TEXT = 200;

/**
 * Reads a German date field ("Mittwoch, dem 20. März 2023, von 9 bis16 Uhr"). For fields that ask for a date, never for free
 * chat; whatever comes out is read back to the person. An explicit year is always kept; what fits twice becomes a question.
 */
export function readGermanDate(text: string, context: DateContext): DateReading {
  return read(text, context, false);
}

/** Reads a last day ("bis 12.6.", "Ende November", "in 14 Tagen"). Anfang, Mitte, Ende of a month: § 192 BGB. */
export function readDeadline(text: string, context: DateContext): DateReading {
  return read(text, context, true);
}

export const germanDates = { readDate: readGermanDate, readDeadline } satisfies ReadingDates;

function read(text: string, context: DateContext, asksForDeadline: boolean): DateReading {
  if (text.length > LONGEST_TEXT) return { kind: "error", code: "tooLong", candidates: [] };
  const tokens = tokensOf(text);
  if (tokens.length === 0) return { kind: "error", code: "empty", candidates: [] };
  const outline = outlineOf(piecesOf(tokens));
  const { reference, referenceTime, direction = "forward" } = context;
  return composeReading(text.trim(), outline, { reference, referenceTime, direction }, asksForDeadline);
}
