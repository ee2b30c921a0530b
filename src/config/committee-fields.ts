import { z } from "zod";
import { type LocalDate, makeLocalDate } from "../core/kernel/local-date.ts";

const LONGEST_TEXT = 200;

/** Control characters, lone surrogates, private use, and what is invisible or turns the direction of reading. */
const invisible = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd]/u;

/** One line of text a person wrote. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEXT)
  .superRefine((value, context) => {
    const found = invisible.exec(value)?.[0];
    if (found === undefined) return;
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    context.addIssue({
      code: "custom",
      message: `Unsichtbares Steuerzeichen (U+${code}). Bitte löschen und neu tippen.`,
    });
  });

/** Schlüssel: what the bot knows a person, an organization, an office or a room by, for ever. */
export const key = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, {
  error: ({ input }) =>
    `Ein Schlüssel besteht aus Kleinbuchstaben a–z, Ziffern und Bindestrichen (höchstens 64 Zeichen), hier steht »${String(input).slice(0, 60)}«.`,
});

/** "2023-01-27" or "27.01.2023". */
export const date = z.string().transform((value, context): LocalDate => {
  const day = readDay(value.trim());
  if (day !== undefined) return day;
  const message = `Erwartet wird ein Datum, das es gibt, wie 2023-01-27 oder 27.01.2023, hier steht »${value.slice(0, 60)}«.`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

function readDay(value: string): LocalDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  if (iso !== null) return makeLocalDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(value);
  return german === null ? undefined : makeLocalDate(Number(german[3]), Number(german[2]), Number(german[1]));
}

/** With holidays of their own: Augsburg, Catholic and Protestant parishes in Bavaria, Bautzen, Eichsfeld, Unstrut-Hainich, Wartburgkreis. */
const regions = ["BY-A", "BY-KATH", "BY-EVANG", "SN-BZ", "TH-EIC", "TH-UH", "TH-WAK"];

/** Länder, and the regions of Länder that have holidays of their own. */
export const lands = [
  ...["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"],
  ...regions,
];

/** "SH" or "DE-SH" → "DE-SH"; "BY-A" → "DE-BY-A". */
export const land = z.string().transform((value, context): string => {
  const code = value.trim().toUpperCase().replace(/^DE-/, "");
  if (lands.includes(code)) return `DE-${code}`;
  const message = `»${value.slice(0, 60)}« ist kein Land. Möglich sind: ${lands.join(", ")}.`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

export const timeZone = z.string().refine(isTimeZone, {
  error: ({ input }) => `»${String(input).slice(0, 60)}« ist keine Zeitzone. Üblich ist Europe/Berlin.`,
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("de-DE", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const email = z.email().max(LONGEST_TEXT);

export const wholeNumber = (least: number, most: number) => z.int().min(least).max(most);
