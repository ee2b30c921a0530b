import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../matrix/free-port.ts";
import { certificateOf, furnishMail, type MailPlace } from "./mail-config.ts";
import { type MailProcess, runServer } from "./mail-process.ts";

/** Real mail servers on this machine, for one test file: Postfix, which hands over to Dovecot. No other machine is asked anything. */
export type MailServers = MailPlace & {
  readonly certificate: string;
  /** Ends Postfix; what it took over waits in its queue. */
  stopPostfix(): Promise<void>;
  startPostfix(): Promise<void>;
  stopDovecot(): Promise<void>;
  startDovecot(): Promise<void>;
  /** Ends both and removes what they hold. */
  stop(): Promise<void>;
  log(): string;
};

const MASTER = "/usr/lib/postfix/sbin/master";
const DOVECOT = "/usr/sbin/dovecot";

export const noMailServers =
  "Postfix or Dovecot is missing, or this is not root: the mail loop is not tested (apt-get install postfix dovecot-imapd dovecot-lmtpd openssl)";

export const mailServersAvailable = (): boolean =>
  process.getuid?.() === 0 &&
  [MASTER, DOVECOT, "/usr/lib/dovecot/imap-login", "/usr/lib/dovecot/lmtp"].every((file) => existsSync(file));

/** Takes about two seconds. */
export async function startMailServers(): Promise<MailServers> {
  if (!mailServersAvailable()) throw new Error(noMailServers);
  const folder = mkdtempSync(join(tmpdir(), "post-"));
  const place = {
    folder,
    smtp: await freePort(),
    smtps: await freePort(),
    imap: await freePort(),
    imaps: await freePort(),
  };
  const log = (): string => ["postfix.log", "dovecot.log"].map((name) => textOf(join(folder, name))).join("");
  const commands = {
    postfix: { command: [MASTER, "-c", join(folder, "postfix"), "-d"], port: place.smtp },
    dovecot: { command: [DOVECOT, "-F", "-c", join(folder, "dovecot/dovecot.conf")], port: place.imap },
  } as const;
  const running = new Map<keyof typeof commands, MailProcess>();
  const start = async (name: keyof typeof commands): Promise<void> => {
    const { command, port } = commands[name];
    running.set(name, await runServer(command, port, log));
  };
  const end = async (name: keyof typeof commands): Promise<void> => {
    await running.get(name)?.end();
    running.delete(name);
  };
  const stop = async (): Promise<void> => {
    await Promise.all([end("postfix"), end("dovecot")]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    furnishMail(place);
    // Postfix asks Dovecot about logins before it greets, and pauses for a while if nobody is there.
    await start("dovecot");
    await start("postfix");
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...place,
    certificate: readFileSync(certificateOf(folder), "utf8"),
    stopPostfix: () => end("postfix"),
    startPostfix: () => start("postfix"),
    stopDovecot: () => end("dovecot"),
    startDovecot: () => start("dovecot"),
    stop,
    log,
  };
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
