import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { MailReading } from "../../core/invitation/mail-reading.ts";
import type { Clock } from "../../flows/ports.ts";
import type { Cursor, CursorFile } from "./mail-cursor.ts";
import { MailFault, propertyOf } from "./mail-fault.ts";
import type { LocalOf } from "./read-calendar.ts";
import { readRawMail } from "./read-raw-mail.ts";

export type TakingMail = {
  /** Resolves when it is recorded; a second time with the same key changes nothing. */
  take(key: string, reading: MailReading): Promise<void>;
  /** For the log: never contents. */
  note(code: string, detail?: string): void;
  readonly cursor: CursorFile;
  readonly clock: Clock;
  readonly localOf: LocalOf;
};

/** In bytes; of a larger mail only its head is looked at. */
const LARGEST = 2_000_000;
const HEAD = 64_000;

/**
 * Liest, was neu im geöffneten Ordner liegt, oldest first. The place is kept only after a mail was taken: whoever is interrupted hands it
 * over once more, under the same key.
 */
export async function readMailbox(client: ImapFlow, parts: TakingMail, isStopping: () => boolean): Promise<void> {
  const { mailbox } = client;
  if (mailbox === false) throw new MailFault("imap-folder", "not open");
  let cursor = placeIn(String(mailbox.uidValidity), parts);
  // Some servers take it amiss to be asked for mails where there are none.
  const mails = mailbox.exists === 0 ? [] : await newMails(client, cursor.lastUid);
  for (const mail of mails) {
    if (isStopping()) break;
    const isTaken = !isOld(mail, cursor.since) && (await takeMail(client, mail, cursor, parts));
    cursor = { ...cursor, lastUid: mail.uid };
    if (!isTaken) continue;
    parts.cursor.write(cursor);
    await client.messageFlagsAdd(String(mail.uid), ["\\Seen"], { uid: true, silent: true });
  }
  parts.cursor.write(cursor);
}

function placeIn(uidValidity: string, { cursor, clock, note }: TakingMail): Cursor {
  const known = cursor.read();
  if (known?.uidValidity === uidValidity) return known;
  if (known !== undefined) note("imap-renumbered");
  return { uidValidity, lastUid: 0, since: known?.since ?? clock.now() };
}

/** "7:*" always holds the last mail, whatever its number. */
async function newMails(client: ImapFlow, lastUid: number): Promise<readonly FetchMessageObject[]> {
  const wanted = { uid: true, size: true, flags: true, internalDate: true };
  const found = await client.fetchAll(`${lastUid + 1}:*`, wanted, { uid: true });
  return found.filter(({ uid }) => uid > lastUid).sort((one, other) => one.uid - other.uid);
}

/** Came before we did, and somebody has read it. */
function isOld({ flags, internalDate }: FetchMessageObject, since: string): boolean {
  return flags?.has("\\Seen") === true && internalDate !== undefined && new Date(internalDate) < new Date(since);
}

/** False if it is gone meanwhile. */
async function takeMail(
  client: ImapFlow,
  { uid, size }: FetchMessageObject,
  { uidValidity }: Cursor,
  { take, note, localOf }: TakingMail,
): Promise<boolean> {
  const isWhole = size !== undefined && size <= LARGEST;
  const source = { start: 0, maxLength: isWhole ? LARGEST : HEAD };
  const mail = await client.fetchOne(String(uid), { source }, { uid: true });
  if (mail === false || mail?.source === undefined) return false;
  const raw = { bytes: mail.source, size: size ?? mail.source.length, isWhole };
  const { id, reading, broken } = await readRawMail(raw, localOf);
  if (broken !== undefined) note("mail-unreadable", broken);
  try {
    await take(`mail:${id ?? `${uidValidity}-${uid}`}`, reading);
  } catch (error) {
    throw new MailFault("mail-not-taken", String(propertyOf(error, "code") ?? "unknown"));
  }
  return true;
}
