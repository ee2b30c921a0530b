import { setTimeout as delay } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import { folderFault, imapFault } from "./imap-fault.ts";
import { openCursorFile } from "./mail-cursor.ts";
import { MailFault, type MailTrouble } from "./mail-fault.ts";
import type { Postbox } from "./mail-settings.ts";
import type { TakingMail } from "./read-mailbox.ts";

type Options = Omit<TakingMail, "cursor"> & {
  readonly postbox: Postbox;
  /** Where the place in the mailbox is kept. */
  readonly cursorFile: string;
  readonly pace?: Pace;
};

/** In milliseconds. */
export type Pace = {
  /** How often it is looked without being told. */
  readonly poll: number;
  readonly firstWait: number;
  readonly longestWait: number;
};

/** Postfach: reads what comes in, for as long as it runs. */
export type MailReadingLoop = {
  start(): void;
  /** Why nothing is read, since when; undefined while all is well. */
  trouble(): MailTrouble | undefined;
  stop(): Promise<void>;
};

const usualPace: Pace = { poll: 180_000, firstWait: 1_000, longestWait: 300_000 };
const PATIENCE = 60_000;
/** So long without a command, and the server is asked to tell of new mail by itself. */
const BEFORE_IDLE = 500;

/** Whatever happens to the connection, another one is made; what came meanwhile is read then. */
export function createMailReading(options: Options): MailReadingLoop {
  const { postbox, cursorFile, clock, note, pace = usualPace } = options;
  const parts: TakingMail = { ...options, cursor: openCursorFile(cursorFile) };
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let trouble: MailTrouble | undefined;
  let failures = 0;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await visit();
      } catch (error) {
        failed(imapFault(error));
      }
      if (!stopping.signal.aborted) await pause(waitAfter(failures, trouble?.code === "imap-login", pace));
    }
  }

  function failed(fault: MailFault): void {
    if (stopping.signal.aborted) return;
    failures += 1;
    if (trouble?.code !== fault.code) note(fault.code, fault.message);
    trouble = { code: fault.code, since: trouble?.since ?? clock.now() };
  }

  /** One connection, as long as it lasts. */
  async function visit(): Promise<void> {
    const [{ ImapFlow: Client }, { readMailbox }] = await Promise.all([
      import("imapflow"),
      import("./read-mailbox.ts"),
    ]);
    const client = new Client(connectionTo(postbox));
    const news = listenTo(client);
    const leave = (): void => {
      news.wake();
      // Whatever is still awaited from the server is not waited for.
      setTimeout(() => client.close(), GOODBYE).unref();
    };
    stopping.signal.addEventListener("abort", leave);
    try {
      await client.connect();
      await client.mailboxOpen(postbox.folder).catch((error: unknown) => {
        throw folderFault(error);
      });
      while (!stopping.signal.aborted) {
        news.heard();
        await readMailbox(client, parts, () => stopping.signal.aborted);
        failures = 0;
        trouble = undefined;
        await news.next(pace.poll);
        if (news.lost() !== undefined) throw news.lost();
      }
    } finally {
      stopping.signal.removeEventListener("abort", leave);
      await goodbye(client);
    }
  }

  /** Ends early, and without an error, when all is to stop. */
  async function pause(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  return {
    start() {
      running ??= run();
    },
    trouble: () => trouble,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

const connectionTo = ({ host, port, protection, login }: Postbox) => ({
  host,
  port,
  secure: protection === "tls",
  doSTARTTLS: protection === "starttls",
  ...(login === undefined ? {} : { auth: { user: login.account, pass: login.password } }),
  logger: false as const,
  clientInfo: { name: "Sitzungsdienst" },
  autoIdleDelay: BEFORE_IDLE,
  connectionTimeout: PATIENCE,
  greetingTimeout: PATIENCE,
  socketTimeout: PATIENCE * 2,
  // A server that sends without end shall not fill the memory.
  maxLineLength: 1_000_000,
  maxLiteralSize: 8_000_000,
  maxResponseSize: 16_000_000,
});

/** What a connection says by itself: new mail, or its end. Its errors are always heard, or they would end the process. */
function listenTo(client: ImapFlow) {
  let isNews = false;
  let end: unknown;
  let wake: (() => void) | undefined;
  client.on("exists", () => {
    isNews = true;
    wake?.();
  });
  client.on("error", (error) => {
    end ??= error;
    wake?.();
  });
  client.on("close", () => {
    end ??= new MailFault("imap-unreachable", "closed");
    wake?.();
  });
  return {
    heard() {
      isNews = false;
    },
    lost: () => end,
    wake: () => wake?.(),
    /** Until there is news, or the time is up. */
    async next(milliseconds: number): Promise<void> {
      if (isNews || end !== undefined) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wake = undefined;
    },
  };
}

const GOODBYE = 2_000;

async function goodbye(client: ImapFlow): Promise<void> {
  if (client.usable) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, GOODBYE);
    });
    await Promise.race([client.logout().catch(() => undefined), late]);
    clearTimeout(timer);
  }
  client.close();
}

/** Doubled up to the longest; a login that was refused is not repeated soon, it might lock the account. */
function waitAfter(failures: number, isRefused: boolean, { firstWait, longestWait }: Pace): number {
  return isRefused ? longestWait : Math.min(longestWait, firstWait * 2 ** Math.min(Math.max(failures - 1, 0), 20));
}
