import type { MailContent, MailReading } from "../../core/invitation/mail-reading.ts";
import { unreadableReasons } from "../../texts/mail-reading.ts";
import { oneLine } from "./clean-words.ts";
import { comparable } from "./mail-address.ts";
import { ownWords } from "./own-words.ts";
import { decoded, headerOf, type MailPart, messageIdsIn, type ParsedMail } from "./parsed-mail.ts";
import { readBounce } from "./read-bounce.ts";
import { type CalendarWord, type LocalOf, readCalendar } from "./read-calendar.ts";

const LONGEST_NAME = 100;
const LONGEST_SUBJECT = 250;
const LARGEST_CALENDAR = 256 * 1024;

/** Was eine Mail ist. */
export function readMail(mail: ParsedMail, localOf: LocalOf): MailReading {
  const head = headOf(mail);
  return { ...head, content: contentOf(mail, head.from, localOf) };
}

/** Von wem, worüber. Several senders are none: nobody can answer for two. */
export function headOf(mail: ParsedMail): Omit<MailReading, "content"> {
  const only = mail.headers.get("from")?.length === 1 && mail.senders.length === 1 ? mail.senders[0] : undefined;
  const fromName = oneLine(only?.name ?? "", LONGEST_NAME);
  return {
    from: comparable(only?.address ?? ""),
    ...(fromName === "" ? {} : { fromName }),
    subject: oneLine(mail.subject, LONGEST_SUBJECT),
  };
}

/** A calendar's answer counts also if a program sent it by itself; any other automatic mail does not. */
function contentOf(mail: ParsedMail, from: string, localOf: LocalOf): MailContent {
  const bounce = readBounce(mail);
  if (bounce !== undefined) return bounce;
  const word = calendarWord(mail, from, localOf);
  if (word?.kind === "reply" || word?.kind === "counter") return word;
  if (isAutomatic(mail, from)) return { kind: "automatic" };
  if (word !== undefined) return word;
  return {
    kind: "text",
    text: ownWords(mail.text),
    messageIds: [...new Set(["in-reply-to", "references"].flatMap((name) => messageIdsIn(headerOf(mail, name))))],
  };
}

/** The same answer often comes twice, beside the text and as a file: the first that can be read. */
function calendarWord(mail: ParsedMail, from: string, localOf: LocalOf): CalendarWord | undefined {
  const words = mail.parts.filter(isCalendar).map((part) => wordOf(part, from, localOf));
  return (
    words.find((word) => word !== undefined && word.kind !== "unreadable") ?? words.find((word) => word !== undefined)
  );
}

const isCalendar = ({ mediaType }: MailPart): boolean =>
  mediaType === "text/calendar" || mediaType === "application/ics";

function wordOf(part: MailPart, from: string, localOf: LocalOf): CalendarWord | undefined {
  if (part.bytes.length > LARGEST_CALENDAR) return { kind: "unreadable", reason: unreadableReasons.calendarTooLarge };
  return readCalendar(decoded(part), { method: part.method, from, localOf });
}

/** Abwesenheitsnotizen, Lesebestätigungen, Verteiler. What a mail server itself writes without a report is for a person to read. */
function isAutomatic(mail: ParsedMail, from: string): boolean {
  if (/^(?:mailer-daemon|postmaster)@/.test(from)) return false;
  const submitted = headerOf(mail, "auto-submitted");
  return (
    (submitted !== "" && !/^no\b/i.test(submitted)) ||
    /^(?:bulk|junk|list|auto_reply)\b/i.test(headerOf(mail, "precedence")) ||
    AUTOMATIC.some((name) => mail.headers.has(name)) ||
    mail.reportType === "disposition-notification" ||
    headerOf(mail, "return-path") === "<>"
  );
}

const AUTOMATIC = [
  "x-autoreply",
  "x-autorespond",
  "x-auto-reply",
  "x-ms-exchange-inbox-rules-loop",
  "list-id",
] as const;
