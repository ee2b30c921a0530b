import { ImapFlow } from "imapflow";
import { PATIENCE } from "../patience.ts";
import { PASSWORD } from "./mail-config.ts";
import type { MailServers } from "./start-mail-servers.ts";

/** What lies in a mailbox, by a connection of the test's own. */
export type Mailbox = {
  /** All mails as they came, oldest first; waits until there are as many. */
  mails(count: number): Promise<readonly Buffer[]>;
  /** Of each mail whether it was read. */
  seen(): Promise<readonly boolean[]>;
  /** Throws the folder away and makes it anew: the numbers of the mails begin again. */
  renumber(folder: string): Promise<void>;
  put(folder: string, mail: Buffer, flags?: readonly string[], date?: Date): Promise<void>;
};

export function mailboxOf({ imap }: Pick<MailServers, "imap">, account: string): Mailbox {
  async function connected<Result>(use: (client: ImapFlow) => Promise<Result>): Promise<Result> {
    const auth = { user: account, pass: PASSWORD };
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: imap,
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.logout();
    }
  }
  return {
    mails: (count) =>
      connected(async (client) => {
        await client.mailboxOpen("INBOX");
        const deadline = Date.now() + PATIENCE;
        for (;;) {
          const found = await client.fetchAll("1:*", { source: true }, { uid: true });
          if (found.length >= count || Date.now() > deadline)
            return found.flatMap(({ source }) => (source === undefined ? [] : [source]));
          await new Promise((resolve) => setTimeout(resolve, 100));
          await client.noop();
        }
      }),
    seen: () =>
      connected(async (client) => {
        await client.mailboxOpen("INBOX");
        const found = await client.fetchAll("1:*", { flags: true }, { uid: true });
        return found.map(({ flags }) => flags?.has("\\Seen") === true);
      }),
    renumber: (folder) =>
      connected(async (client) => {
        await client.mailboxDelete(folder).catch(() => undefined);
        await client.mailboxCreate(folder);
      }),
    put: (folder, mail, flags = [], date) =>
      connected(async (client) => {
        await client.append(folder, mail, [...flags], date);
      }),
  };
}
