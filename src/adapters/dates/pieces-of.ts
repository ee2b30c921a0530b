import type { Match, Piece } from "./piece.ts";
import {
  recognizeBareDay,
  recognizeDayOfNearMonth,
  recognizeDayOrTime,
  recognizeFeast,
  recognizeIsoDay,
  recognizeNthWeekday,
  recognizeNumericDay,
  recognizeWrittenDay,
} from "./recognize-days.ts";
import { recognizeFiller, recognizeJoin, recognizeLimit, recognizeSeries, recognizeVague } from "./recognize-marks.ts";
import { recognizeOffset, recognizeRelativeDay, recognizeStep } from "./recognize-relative.ts";
import {
  recognizeCalendarWeek,
  recognizeMonth,
  recognizeNearSpan,
  recognizePart,
  recognizeQuarter,
  recognizeSeason,
  recognizeYear,
} from "./recognize-spans.ts";
import { recognizePartOfDay, recognizeTime } from "./recognize-times.ts";
import { recognizeWeekday } from "./recognize-weekdays.ts";
import { type Cursor, cursorAt, type Token } from "./tokens.ts";

/** The first that fits wins: what is longer or more certain stands before what is shorter. */
const GRAMMAR: readonly ((at: Cursor) => Match | undefined)[] = [
  recognizeIsoDay,
  recognizeNumericDay,
  recognizeNthWeekday,
  recognizeQuarter,
  recognizeCalendarWeek,
  recognizeFeast,
  recognizeWrittenDay,
  recognizeDayOfNearMonth,
  recognizeSeries,
  recognizeOffset,
  recognizeStep,
  recognizeWeekday,
  recognizeDayOrTime,
  recognizeTime,
  recognizePartOfDay,
  recognizeRelativeDay,
  recognizeSeason,
  recognizePart,
  recognizeNearSpan,
  recognizeMonth,
  recognizeYear,
  recognizeBareDay,
  recognizeLimit,
  recognizeJoin,
  recognizeVague,
  recognizeFiller,
];

/** Reads all tokens from left to right; nothing is skipped: what no grammar knows becomes `unread`. */
export function piecesOf(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < tokens.length) {
    const match = matchAt(cursorAt(tokens, index));
    pieces.push(...(match?.pieces ?? [{ kind: "unread", text: tokens[index]?.typed ?? "" }]));
    index += match?.length ?? 1;
  }
  return pieces;
}

function matchAt(at: Cursor): Match | undefined {
  for (const recognize of GRAMMAR) {
    const match = recognize(at);
    if (match !== undefined) return match;
  }
  return undefined;
}
