import type { Match, Piece } from "./piece.ts";
import { amountAt } from "./recognize-days.ts";
import type { Cursor } from "./tokens.ts";
import { RELATIVE_DAYS, UNITS, WEEKDAYS } from "./vocabulary.ts";

/** "heute", "in der gestrigen Sitzung"; "morgen" behind a day is its morning. */
export function recognizeRelativeDay(at: Cursor): Match | undefined {
  const days = RELATIVE_DAYS.get(at.word(0));
  if (days === undefined) return undefined;
  const isMorning = at.word(0) === "morgen" && (RELATIVE_DAYS.has(at.word(-1)) || WEEKDAYS.has(at.word(-1)));
  return one(isMorning ? { kind: "partOfDay", part: "morning" } : { kind: "relativeDay", days }, 1);
}

/** "in zwei Wochen", "vor 14 Tagen"; "binnen 14 Tagen" is a last day. */
export function recognizeOffset(at: Cursor): Match | undefined {
  const preposition = at.word(0);
  const amount = amountAt(at, 1);
  const unit = UNITS.get(at.word(2));
  if (amount === undefined || unit === undefined) return undefined;
  if (preposition === "in") return one({ kind: "offset", amount, unit }, 3);
  if (preposition === "vor") return one({ kind: "offset", amount: -amount, unit }, 3);
  if (preposition !== "binnen" && preposition !== "innerhalb") return undefined;
  const offset: Piece = { kind: "offset", amount, unit };
  return { pieces: [{ kind: "until", isInclusive: true }, offset], length: 3 };
}

/** "drei Wochen vor", "am Tag nach"; the day it starts from follows. */
export function recognizeStep(at: Cursor): Match | undefined {
  const counted = amountAt(at, 0);
  const length = counted === undefined ? 1 : 2;
  const unit = UNITS.get(at.word(length - 1));
  if (unit === undefined) return undefined;
  const amount = counted ?? 1;
  if (at.word(length) === "vor") return one({ kind: "step", amount: -amount, unit }, length + 1);
  return at.word(length) === "nach" ? one({ kind: "step", amount, unit }, length + 1) : undefined;
}

function one(piece: Piece, length: number): Match {
  return { pieces: [piece], length };
}
