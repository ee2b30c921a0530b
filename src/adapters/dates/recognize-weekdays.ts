import type { Weekday } from "../../core/kernel/local-date.ts";
import type { Match, PartOfDay, Piece } from "./piece.ts";
import { afterDot } from "./recognize-days.ts";
import type { Cursor } from "./tokens.ts";
import { PARTS_OF_DAY, SHORT_WEEKDAYS, WEEKDAYS, WHICH } from "./vocabulary.ts";

/** "Freitag", "nächsten Freitag", "Dienstagnachmittag", "Mo." */
export function recognizeWeekday(at: Cursor): Match | undefined {
  const which = WHICH.get(at.word(0));
  const offset = which === undefined ? 0 : 1;
  const found = weekdayIn(at, offset);
  if (found === undefined) return undefined;
  const { weekday } = found;
  const piece: Piece = which === undefined ? { kind: "weekday", weekday } : { kind: "weekday", weekday, which };
  const pieces: readonly Piece[] =
    found.part === undefined ? [piece] : [piece, { kind: "partOfDay", part: found.part }];
  return { pieces, length: afterDot(at, offset + 1) };
}

function weekdayIn(at: Cursor, offset: number): { readonly weekday: Weekday; readonly part?: PartOfDay } | undefined {
  const word = at.word(offset);
  const weekday = WEEKDAYS.get(word) ?? shortWeekdayAt(at, offset);
  if (weekday !== undefined) return { weekday };
  for (const [name, whole] of WEEKDAYS) {
    const part = word.startsWith(name) ? partOfDayOf(word.slice(name.length)) : undefined;
    if (part !== undefined) return { weekday: whole, part };
  }
  return undefined;
}

function partOfDayOf(ending: string): PartOfDay | undefined {
  return ending === "morgen" ? "morning" : PARTS_OF_DAY.get(ending);
}

function shortWeekdayAt(at: Cursor, offset: number): Weekday | undefined {
  const next = offset + 1;
  const isJoined = (at.isSign(next, "-") || at.isSign(next, "/")) && SHORT_WEEKDAYS.has(at.word(next + 1));
  const isJoinedBefore = (at.isSign(-1, "-") || at.isSign(-1, "/")) && SHORT_WEEKDAYS.has(at.word(-2));
  const isAlone = at.isEnd(-1) && at.isEnd(1) && at.word(0) !== "so";
  const isDotted = at.isSign(next, ".") || at.isSign(next, ",");
  const isMarked = isDotted || at.digits(next) > 0 || isJoined || isJoinedBefore || isAlone;
  return isMarked ? SHORT_WEEKDAYS.get(at.word(offset)) : undefined;
}
