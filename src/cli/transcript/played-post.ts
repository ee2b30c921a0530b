import type { MailReading } from "../../core/invitation/mail-reading.ts";
import type { Letter, Mailing } from "../../flows/letter.ts";
import { list, text } from "../../flows/reply.ts";
import { attachmentLine, calendarLine, subjectIs } from "../../texts/transcript.ts";
import type { Post } from "../post.ts";
import type { Arrival } from "./recording-stage.ts";

/** Address under which a transcript finds what came by mail. */
export const mailAddressOf = (address: string): string => `mail:${address.toLowerCase()}`;

export type PlayedPost = Post & {
  /** A mail of this person, as the mail program writes it; undefined if there is nothing to answer to. */
  answerOf(address: string, said: string): MailReading | undefined;
};

/** Post, die nirgends hingeht: each letter is noted, and can be answered. */
export function createPlayedPost(note: (arrival: Arrival) => void): PlayedPost {
  const last = new Map<string, Letter>();
  return {
    async open(sender): Promise<Mailing> {
      return {
        sender,
        async send(letter) {
          const address = mailAddressOf(letter.to.address);
          last.set(address, letter);
          note({ address, reply: { blocks: blocksOf(letter), choices: [], files: [] } });
          return { outcome: "accepted", answer: "250 2.0.0 Ok" };
        },
      };
    },
    answerOf(address, said) {
      const letter = last.get(mailAddressOf(address));
      return letter === undefined ? undefined : readingOf(letter, address.toLowerCase(), said);
    },
  };
}

function blocksOf({ subject, text: words, calendar, attachments }: Letter): Arrival["reply"]["blocks"] {
  return [
    text(subjectIs(subject)),
    ...words.split("\n").map((line) => text(line)),
    ...(attachments.length === 0 ? [] : [list(attachments.map(({ name }) => attachmentLine(name)))]),
    ...(calendar === undefined
      ? []
      : [text(calendarLine(calendar.name)), ...unfolded(calendar.content).map((line) => text(line))]),
  ];
}

/** RFC 5545, 3.1: a line that begins with a blank belongs to the one before. */
const unfolded = (content: string): readonly string[] => content.replace(/\r\n[ \t]/g, "").split("\r\n");

const answers = { zusage: "accepted", vielleicht: "tentative", absage: "declined" } as const;

/** "zusage", "absage: Bin im Urlaub", "unzustellbar"; everything else is a mail in free words. */
function readingOf(letter: Letter, from: string, said: string): MailReading {
  const [, word = "", comment] = /^(\S+?)(?::\s*(.+))?$/s.exec(said) ?? [];
  const lines = unfolded(letter.calendar?.content ?? "");
  const fieldOf = (name: string): string =>
    lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? "";
  const head = { from, subject: `Re: ${letter.subject}` };
  if (word === "unzustellbar") {
    const content = {
      kind: "bounce",
      address: from,
      isPermanent: true,
      messageIds: [letter.id],
      diagnosis: "550 5.1.1 unknown recipient",
    } as const;
    return { from: "mailer-daemon@example.org", subject: "Undelivered Mail", content };
  }
  if (!Object.hasOwn(answers, word)) return { ...head, content: { kind: "text", text: said, messageIds: [letter.id] } };
  return {
    ...head,
    content: {
      kind: "reply",
      uid: fieldOf("UID"),
      attendee: from,
      // Just asked whether it is one of them.
      answer: answers[word as keyof typeof answers],
      sequence: Number(fieldOf("SEQUENCE")),
      ...(comment === undefined ? {} : { comment }),
    },
  };
}
