import { hostname } from "node:os";
import type { SMTPPoolOptions } from "nodemailer/lib/smtp-pool";
import type { Letter, Mailbox, Mailing, Posted } from "../../flows/letter.ts";
import type { Clock } from "../../flows/ports.ts";
import { acceptedWithoutWords, noSuchAddress } from "../../texts/mail-letters.ts";
import { boundaryOf, messageOf } from "./letter-message.ts";
import { domainOf } from "./mail-address.ts";
import { MailFault, type MailTrouble } from "./mail-fault.ts";
import type { MailServer } from "./mail-settings.ts";
import { failureOf, serverWords } from "./smtp-answer.ts";

type Options = {
  readonly server: MailServer;
  readonly sender: Mailbox;
  readonly clock: Clock;
  /** Milliseconds without a word of the server after which an attempt counts as failed. */
  readonly patience?: number;
};

/** Versand über einen Mailserver. */
export type SmtpMailing = Mailing & {
  /** Why letters wait, since when; undefined while they go out. */
  trouble(): MailTrouble | undefined;
  /** Nothing new goes out; what is on its way is waited for. */
  stop(): Promise<void>;
};

const PATIENCE = 60_000;
/** How long a connection is kept for the next letter. */
const KEPT = 10_000;
/** Then another connection takes over: some servers count. */
const LETTERS_PER_CONNECTION = 50;

/** One connection at a time, opened with the first letter. `send` rejects with `MailFault` if the letter is to be tried again. */
export function createSmtpMailing({ server, sender, clock, patience = PATIENCE }: Options): SmtpMailing {
  let trouble: MailTrouble | undefined;
  let transport: Promise<Awaited<ReturnType<typeof openTransport>>> | undefined;
  const underway = new Set<Promise<unknown>>();

  async function send(letter: Letter): Promise<Posted> {
    const message = messageOf(letter, sender, clock.now());
    if (message === undefined) return { outcome: "refused", answer: noSuchAddress() };
    transport ??= openTransport(server, sender, patience);
    try {
      const options = { ...message.options, baseBoundary: boundaryOf(letter) };
      const { response } = await (await transport).sendMail(options);
      trouble = undefined;
      return { outcome: "accepted", answer: serverWords(response) || acceptedWithoutWords() };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "fault") {
        trouble = { code: failure.code, since: trouble?.since ?? clock.now() };
        throw new MailFault(failure.code, failure.detail);
      }
      trouble = undefined;
      return { outcome: "refused", answer: failure.answer };
    }
  }

  return {
    sender,
    send(letter) {
      const sending = send(letter);
      underway.add(sending);
      const landed = (): boolean => underway.delete(sending);
      sending.then(landed, landed);
      return sending;
    },
    trouble: () => trouble,
    async stop() {
      await Promise.allSettled(underway);
      (await transport)?.close();
    },
  };
}

async function openTransport(server: MailServer, sender: Mailbox, patience: number) {
  const { createTransport } = await import("nodemailer");
  const options: SMTPPoolOptions & { pool: true } = {
    pool: true,
    maxConnections: 1,
    maxMessages: LETTERS_PER_CONNECTION,
    // A letter is tried again from the record, not in here.
    maxRequeues: 0,
    idleTimeout: KEPT,
    host: server.host,
    port: server.port,
    secure: server.protection === "tls",
    requireTLS: server.protection === "starttls",
    ignoreTLS: server.protection === "none",
    name: helloName(sender),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (server.login !== undefined) options.auth = { user: server.login.account, pass: server.login.password };
  return createTransport(options);
}

/** How we greet: a name with a point in it, as servers expect. */
function helloName({ address }: Mailbox): string {
  const own = hostname();
  return own.includes(".") ? own : domainOf(address);
}
