import type { Mailbox } from "../../flows/letter.ts";

const LINE_ENDS = /\r\n?|\p{Zl}|\p{Zp}|\u0085/gu;
/**
 * Was niemand sieht: controls but line break, directional signs, separators, tags. RFC 5545 forbids the first, the others can make a title
 * read otherwise than it is stored; some readers end a line at them.
 */
const HIDDEN =
  /(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}|[\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** What a URI may not hold as it is (RFC 3986), beside what `encodeURI` knows, and what iCalendar would escape. */
const RESERVED = /[,;#?/']/g;

/** Text of several lines. */
export const calendarLines = (text: string): string =>
  text.toWellFormed().replace(LINE_ENDS, "\n").replaceAll("\t", " ").replace(HIDDEN, "");

/** Text in one line. */
export const calendarLine = (text: string): string => calendarLines(text).replace(/\s+/g, " ").trim();

/**
 * Text as a parameter. Its signs for quotes, carets and backslashes are read differently by each program (RFC 6868
 * is not known to all), so that none may be in it.
 */
const parameterText = (text: string): string =>
  calendarLine(text).replaceAll('"', "'").replace(/[\\^]/g, " ").replace(/\s+/g, " ").trim();

/** As a property whose value the generator writes as it comes (NAME). */
export const escapedLine = (text: string): string => calendarLine(text).replace(/[\\;,]/g, (sign) => `\\${sign}`);

/** Name of a mailbox as CN; its address if nothing visible is in it. */
export const commonName = ({ name, address }: Mailbox): string => parameterText(name) || parameterText(address);

/** The part of a mailto URI behind the colon. Throws RangeError without an address. */
export function mailtoOf({ address }: Mailbox): string {
  const line = calendarLine(address);
  if (line === "") throw new RangeError("a mailbox without an address");
  return encodeURI(line).replace(RESERVED, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
