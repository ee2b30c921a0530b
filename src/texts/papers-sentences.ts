import type { LocalTime } from "../core/kernel/local-date.ts";

const NUMBERS = [
  "null",
  "eine",
  "zwei",
  "drei",
  "vier",
  "fünf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
  "elf",
  "zwölf",
];
const ORDINALS = ["erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte"];

/** What a member wrote, as a sentence of its own: its full stop if it has none, a capital at its beginning; otherwise untouched. */
export function asSentence(text: string): string {
  return withStop(startsWithThat(text) ? text.trim() : capitalized(text.trim()));
}

/** With a full stop, unless the text closes by itself ("…?", "…!“"). A comma or semicolon at the end gives way to it. */
export function withStop(text: string): string {
  const bare = text.replace(/[\s,;]+$/u, "");
  return /[.!?…:][“”"»«)\]]*$/u.test(bare) ? bare : `${bare}.`;
}

/** "„Jetzt geht es los“": word for word; a full stop gives way to the sentence that goes on behind it. */
export const quotedText = (text: string): string => `„${text.trim().replace(/(?<!\.|\betc|\busw|\bff)\.$/u, "")}“`;

/** "dass …": continues a sentence instead of being one. */
export const startsWithThat = (text: string): boolean => /^\s*dass(?!\p{L})/iu.test(text);

/** With a capital at the beginning, where the letter has one ("ß" has none that begins a word). */
export function capitalized(text: string): string {
  const [first = "", ...rest] = text;
  const capital = first.toUpperCase();
  return capital.length === first.length ? capital + rest.join("") : text;
}

/** "zwei"; in figures from 13 on. */
export const numberWord = (count: number): string => NUMBERS[count] ?? String(count);

/** "erste"; "11." from eleven on. */
export const ordinalWord = (count: number): string => ORDINALS[count - 1] ?? `${count}.`;

/** "9 Uhr", "9:05 Uhr", as spoken. */
export const spokenTime = (time: LocalTime): string => `${bareTime(time)} Uhr`;

/** "von 9 bis 16 Uhr", "um 9 Uhr"; empty without a beginning. */
export function spokenSpan(from: LocalTime | undefined, to: LocalTime | undefined): string {
  if (from === undefined) return "";
  return to === undefined ? `um ${spokenTime(from)}` : `von ${bareTime(from)} bis ${spokenTime(to)}`;
}

function bareTime(time: LocalTime): string {
  const [hour, minute] = time.split(":");
  return minute === "00" ? String(Number(hour)) : `${Number(hour)}:${minute}`;
}

/** "der AG 78 Hilfen zur Erziehung"; a name whose gender is not known stands in quotation marks. */
export function ofCommittee(name: string): string {
  return /^(?:(?:Unter-)?AG|Arbeitsgemeinschaft|Steuerungsgruppe|Kommission)(?!\p{L})/u.test(name)
    ? `der ${name}`
    : `von „${name}“`;
}
