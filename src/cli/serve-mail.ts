import { join } from "node:path";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { localOf } from "../adapters/clock/zone-time.ts";
import type { MailEnvironment } from "../config/environment-mail.ts";
import { zoneOf } from "../flows/names-of.ts";
import { mailFaults } from "../texts/mail-faults.ts";
import { mailIsRead, mailIsSent } from "../texts/mail-service.ts";
import type { House } from "./compose.ts";
import type { Post } from "./post.ts";
import type { SideService } from "./side-service.ts";

type Trouble = { readonly code: keyof typeof mailFaults };
type Note = (code: string, detail?: string) => void;

/** Versand, as far as it is set up; undefined where letters become files. */
export type Sending = {
  readonly post: Post;
  alarms(): readonly string[];
  stop(): Promise<void>;
};

const sentenceOf = (trouble: Trouble | undefined): readonly string[] =>
  trouble === undefined ? [] : [mailFaults[trouble.code]];

/** Loaded with the first letter. */
export function sendingOf({ smtp, sender }: MailEnvironment, name: () => string): Sending | undefined {
  if (smtp === undefined || sender === undefined) return undefined;
  let opened: Awaited<ReturnType<typeof open>> | undefined;
  async function open(from: Parameters<Post["open"]>[0]) {
    const { createSmtpMailing } = await import("../adapters/mail/smtp-mailing.ts");
    // Only where it is set up is it opened.
    return createSmtpMailing({ server: smtp as NonNullable<typeof smtp>, sender: from, clock: systemClock });
  }
  return {
    post: {
      get sender() {
        return { address: sender.address, name: sender.name ?? name() };
      },
      async open(from) {
        opened = await open(from);
        return opened;
      },
    },
    alarms: () => sentenceOf(opened?.trouble()),
    stop: async () => opened?.stop(),
  };
}

/** Post: letters go out by themselves; here what comes in is read, if there is a mailbox. */
export async function mailService(
  house: House,
  { imap, sender, smtp }: MailEnvironment,
  sending: Sending | undefined,
  folder: string,
  note: Note,
): Promise<SideService> {
  const reading =
    imap === undefined
      ? undefined
      : (await import("../adapters/mail/mail-reading.ts")).createMailReading({
          postbox: imap,
          cursorFile: join(folder, "postfach.json"),
          clock: systemClock,
          localOf: (at) => localOf(at, zoneOf(house.runner.state())),
          note,
          take: async (key, mail) => {
            await house.runner.perform(key, { type: "TakeMail", mail });
          },
        });
  return {
    alarms: () => [...(sending?.alarms() ?? []), ...sentenceOf(reading?.trouble())],
    async start() {
      reading?.start();
      return [
        ...(smtp === undefined || sender === undefined ? [] : [mailIsSent(sender.address, smtp.host)]),
        ...(imap === undefined ? [] : [mailIsRead(imap.folder, imap.host)]),
      ];
    },
    async stop() {
      await reading?.stop();
      await sending?.stop();
    },
  };
}
