import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from "../../core/kernel/local-date.ts";

/** Was hinter »/uhr« steht. */
export type ClockSetting =
  | { readonly kind: "show" }
  | { readonly kind: "system" }
  | { readonly kind: "advance"; readonly milliseconds: number }
  | { readonly kind: "set"; readonly date: LocalDate | undefined; readonly time: LocalTime }
  | { readonly kind: "unclear" };

const MINUTE = 60_000;
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|minuten?|m)\.?$/i, MINUTE],
  [/^(?:std|stunden?|h)\.?$/i, 60 * MINUTE],
  [/^(?:tage?n?|d)$/i, 24 * 60 * MINUTE],
];

/** "27.01.2023 9:00", "2023-01-27 09:00", "9:30", "+10 min", "+2 h", "+1 Tag", "system"; nothing shows the clock. */
export function readClockSetting(text: string): ClockSetting {
  const words = text.trim();
  if (words === "") return { kind: "show" };
  if (/^(?:system|zurück|jetzt)$/i.test(words)) return { kind: "system" };
  const step = /^\+\s*(\d{1,6})\s*(\p{L}*\.?)$/u.exec(words);
  if (step !== null) return advanceBy(Number(step[1]), step[2] ?? "");
  const match = /^(?:(\S+?),?\s+)?(\d{1,2})[:.](\d{2})(?:\s*uhr)?$/i.exec(words);
  const time = parseLocalTime(`${(match?.[2] ?? "").padStart(2, "0")}:${match?.[3] ?? ""}`);
  if (time === undefined) return { kind: "unclear" };
  if (match?.[1] === undefined) return { kind: "set", date: undefined, time };
  const date = readDay(match[1]);
  return date === undefined ? { kind: "unclear" } : { kind: "set", date, time };
}

function advanceBy(count: number, unit: string): ClockSetting {
  const length = unit === "" ? MINUTE : units.find(([pattern]) => pattern.test(unit))?.[1];
  return length === undefined ? { kind: "unclear" } : { kind: "advance", milliseconds: count * length };
}

function readDay(text: string): LocalDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (german === null) return parseLocalDate(text);
  const [, day = "", month = "", year = ""] = german;
  return parseLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
