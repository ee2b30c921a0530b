import type { MailReading } from "../../core/invitation/mail-reading.ts";
import { unreadableReasons } from "../../texts/mail-reading.ts";
import { parseMail } from "./parse-mail.ts";
import { headerOf, messageIdsIn, type ParsedMail } from "./parsed-mail.ts";
import type { LocalOf } from "./read-calendar.ts";
import { headOf, readMail } from "./read-mail.ts";

/** A mail as it came, or of one that is too large its first part. */
export type RawMail = { readonly bytes: Buffer; readonly size: number; readonly isWhole: boolean };

/** `id`: its Message-ID, if it has a usable one. `broken`: why nothing could be made of it, for the log. */
export type RawReading = { readonly id: string | undefined; readonly reading: MailReading; readonly broken?: string };

const nobody: ParsedMail = { headers: new Map(), senders: [], subject: "", text: "", reportType: "", parts: [] };

/** Liest, was auch immer kam: whatever it is, it becomes a reading. */
export async function readRawMail({ bytes, size, isWhole }: RawMail, localOf: LocalOf): Promise<RawReading> {
  let mail = nobody;
  try {
    mail = await parseMail(isWhole ? bytes : headersOf(bytes));
    const id = idOf(mail);
    if (!isWhole) return { id, reading: { ...headOf(mail), content: { kind: "tooLarge", bytes: size } } };
    return { id, reading: readMail(mail, localOf) };
  } catch (error) {
    const reading: MailReading = {
      ...headOf(mail),
      content: { kind: "unreadable", reason: unreadableReasons.mail },
    };
    return { id: idOf(mail), reading, broken: error instanceof Error ? error.name : "unknown" };
  }
}

const idOf = (mail: ParsedMail): string | undefined => messageIdsIn(headerOf(mail, "message-id"))[0];

/** Up to the empty line, or as far as there is something. */
function headersOf(bytes: Buffer): Buffer {
  const ends = [bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n")].filter((index) => index !== -1);
  return ends.length === 0 ? bytes : bytes.subarray(0, Math.min(...ends));
}
