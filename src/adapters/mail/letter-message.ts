import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import type { Letter, LetterFile, Mailbox } from "../../flows/letter.ts";
import { leftOut } from "../../texts/mail-letters.ts";
import { oneLine, severalLines } from "./clean-words.ts";
import { domainOf, mailAddress } from "./mail-address.ts";

/** A letter as the library wants it, and to whom it goes. */
export type Message = { readonly to: string; readonly options: SendMailOptions };

const LONGEST_HEADER = 250;
const LONGEST_FILE_NAME = 120;
/** Of all attachments together, in bytes. */
const ATTACHMENTS = 10_000_000;

/**
 * Mail eines Briefs: the same letter at the same moment gives the same bytes. Undefined if there is nobody it could go to. Whatever comes
 * from people is one clean line in a header, or content.
 */
export function messageOf(letter: Letter, sender: Mailbox, at: string): Message | undefined {
  const to = mailAddress(letter.to.address);
  const from = mailAddress(sender.address);
  if (from === undefined) throw new Error("the sender has no valid address");
  if (to === undefined) return undefined;
  const [enclosed, omitted] = within(letter.attachments, ATTACHMENTS);
  const earlier = letter.follows.map((id) => messageId(id, from));
  const names = omitted.map(fileName);
  const writer = { name: personName(sender.name), address: from };
  const options: SendMailOptions = {
    from: writer,
    replyTo: writer,
    to: { name: personName(letter.to.name), address: to },
    subject: headerWords(letter.subject, LONGEST_HEADER),
    date: new Date(at),
    messageId: messageId(letter.id, from),
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    text: withNote(severalLines(letter.text), names, (note) => `\n\n${note}\n`),
    attachments: enclosed.map((file) => ({
      filename: fileName(file),
      contentType: mediaType(file),
      contentDisposition: "attachment",
      content: Buffer.from(file.bytes),
    })),
    envelope: { from, to: [to] },
    dsn: {
      id: letter.id,
      return: "headers",
      notify: ["failure", "delay"],
      ...(isAscii(to) ? { recipient: `rfc822;${to}` } : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (letter.html !== undefined) options.html = withNote(letter.html, names, (note) => `<p>${escaped(note)}</p>`);
  if (earlier.length > 0) Object.assign(options, { inReplyTo: earlier.at(-1), references: earlier });
  if (letter.calendar !== undefined)
    options.icalEvent = {
      method: letter.calendar.method,
      filename: headerWords(letter.calendar.name, LONGEST_FILE_NAME),
      content: letter.calendar.content,
    };
  return { to, options };
}

/** Of which part begins where: unguessable for whoever wrote the content, and the same for the same letter. */
export function boundaryOf(letter: Letter): string {
  const hash = createHash("sha256").update(
    JSON.stringify([letter.id, letter.to, letter.subject, letter.text, letter.html, letter.calendar]),
  );
  for (const { name, bytes } of letter.attachments) hash.update(name).update(bytes);
  return hash.digest("hex").slice(0, 32);
}

/** "<einladung-3-1-neeth@kreis.example>": by it a reply, a bounce and a second copy are known again. */
function messageId(id: string, sender: string): string {
  if (!/^[A-Za-z0-9-]{1,200}$/.test(id)) throw new Error("the id of a letter is letters, digits and hyphens");
  return `<${id}@${domainOf(sender)}>`;
}

/** As many as fit, in their order; and what was left out. */
function within(files: readonly LetterFile[], limit: number): readonly [enclosed: LetterFile[], omitted: LetterFile[]] {
  const enclosed: LetterFile[] = [];
  const omitted: LetterFile[] = [];
  let size = 0;
  for (const file of files) {
    const fits = size + file.bytes.length <= limit;
    if (fits) size += file.bytes.length;
    (fits ? enclosed : omitted).push(file);
  }
  return [enclosed, omitted];
}

/** At the end of what is read. */
function withNote(content: string, names: readonly string[], note: (text: string) => string): string {
  if (names.length === 0) return content;
  const end = content.lastIndexOf("</body>");
  const place = end === -1 ? content.length : end;
  return `${content.slice(0, place)}${note(leftOut(names))}${content.slice(place)}`;
}

/** "=?utf-8?Q?=0D=0A?=" is how headers hide characters: written out by a person it would be taken for that. */
const headerWords = (text: string, limit: number): string =>
  oneLine(oneLine(text, limit).replaceAll("=?", "= ?"), limit);

/** Some programs read what is in quotes as structure, whatever the RFC says. */
const personName = (name: string): string => headerWords(name.replace(/["\\<>]/g, ""), LONGEST_HEADER);

const fileName = ({ name }: LetterFile): string =>
  headerWords(name.replace(/[\\/]/g, "-"), LONGEST_FILE_NAME) || "datei";

const mediaType = ({ mediaType: type }: LetterFile): string =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,80}(?:; charset=[\w-]{1,20})?$/.test(type) ? type : "application/octet-stream";

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins there
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
