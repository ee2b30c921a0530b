import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Letter, Mailbox, Mailing, Posted } from "../../flows/letter.ts";
import type { Clock } from "../../flows/ports.ts";
import { filedAs, noSuchAddress } from "../../texts/mail-letters.ts";
import { boundaryOf, messageOf } from "./letter-message.ts";

type Options = {
  readonly folder: string;
  readonly sender: Mailbox;
  /** The machine's, if no other is given. */
  readonly clock?: Clock;
};

const machine: Clock = { now: () => new Date().toISOString() };

/** Postausgang als Ordner, where no mail is set up: each letter a file that any mail program opens. */
export function createMailFolder({ folder, sender, clock = machine }: Options): Mailing {
  return {
    sender,
    async send(letter): Promise<Posted> {
      const raw = await rawMail(letter, sender, clock.now());
      if (raw === undefined) return { outcome: "refused", answer: noSuchAddress() };
      mkdirSync(folder, { recursive: true });
      return { outcome: "filed", answer: filedAs(put(folder, letter.id, raw)) };
    },
  };
}

/** The whole mail as it would go over the wire. */
async function rawMail(letter: Letter, sender: Mailbox, at: string): Promise<Buffer | undefined> {
  const message = messageOf(letter, sender, at);
  if (message === undefined) return undefined;
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const { dsn: _, ...options } = message.options;
  return new MailComposer({ ...options, baseBoundary: boundaryOf(letter), newline: "windows" }).compile().build();
}

/** The name it has now. A letter that lies there already is not written again, whatever the hour says. */
function put(folder: string, id: string, raw: Buffer): string {
  for (let copy = 1; ; copy += 1) {
    const name = `${id}${copy === 1 ? "" : `-${copy}`}.eml`;
    const path = join(folder, name);
    if (!existsSync(path)) {
      writeWhole(path, raw);
      return name;
    }
    if (withoutDate(readFileSync(path)) === withoutDate(raw)) return name;
  }
}

const withoutDate = (raw: Buffer): string => raw.toString("latin1").replace(/^Date: .*\r?\n/m, "");

/** Whole or not at all. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(`${path}.neu`, "w", 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${path}.neu`, path);
}
