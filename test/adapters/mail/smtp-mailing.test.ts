import { createServer } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { MailServer } from "../../../src/adapters/mail/mail-settings.ts";
import { createSmtpMailing, type SmtpMailing } from "../../../src/adapters/mail/smtp-mailing.ts";
import { describeWithMail } from "../../support/mail/describe-with-mail.ts";
import { clock, letter, office } from "../../support/mail/letters.ts";
import { PASSWORD } from "../../support/mail/mail-config.ts";
import { mailboxOf } from "../../support/mail/mailbox.ts";
import { seenByPython } from "../../support/mail/python-mail.ts";
import { type MailServers, startMailServers } from "../../support/mail/start-mail-servers.ts";
import { startTcpProxy } from "../../support/mail/tcp-proxy.ts";

const login = { account: office.address, password: PASSWORD };
const jansen = "jansen@dksb.example";

describeWithMail("letters by a real mail server", () => {
  let servers: MailServers;
  let mailing: SmtpMailing | undefined;

  beforeAll(async () => {
    servers = await startMailServers();
  });
  afterAll(() => servers.stop());
  beforeEach(({ onTestFailed }) => onTestFailed(() => console.error(servers.log().slice(-6_000))));
  afterEach(() => mailing?.stop());

  function by(server: Partial<MailServer> = {}, patience = 5_000): SmtpMailing {
    const plain: MailServer = { host: "127.0.0.1", port: servers.smtp, protection: "none", login: undefined };
    mailing = createSmtpMailing({ server: { ...plain, ...server }, sender: office, clock, patience });
    return mailing;
  }

  it("arrive whole: text, page, calendar and files, as Python's mail package reads them", async () => {
    expect(await by().send(letter({ follows: ["einladung-1-1-jansen"] }))).toEqual({
      outcome: "accepted",
      answer: expect.stringMatching(/^250 2\.0\.0 Ok: queued as \w+$/),
    });
    const [seen] = seenByPython(await mailboxOf(servers, jansen).mails(1));
    expect(seen).toMatchObject({
      defects: [],
      from: [["Geschäftsstelle AG 78", "ag78@kreis.example"]],
      to: [["Frau Jansen", jansen]],
      subject: "Einladung: AG 78 Hilfen zur Erziehung – 2. Sitzung",
      messageId: "<einladung-2-1-jansen@kreis.example>",
      references: "<einladung-1-1-jansen@kreis.example>",
      types: [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/pdf",
        "application/ics",
      ],
      methods: ["REQUEST"],
      files: ["Tagesordnung – 2. Sitzung.pdf", "einladung.ics"],
    });
    expect(seen?.texts["text/calendar"]).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  });

  it("are refused for good where nobody is known under the address, in the server's words", async () => {
    const nobody = letter({ to: { name: "Weg", address: "weg@dksb.example" } });
    expect(await by().send(nobody)).toEqual({
      outcome: "refused",
      answer: expect.stringMatching(/^550 5\.1\.1 <weg@dksb\.example>: .*User unknown/),
    });
    expect(mailing?.trouble()).toBeUndefined();
  });

  it("wait while the server is down, and go out when it is back", async () => {
    await servers.stopPostfix();
    const waiting = by();
    await expect(waiting.send(letter())).rejects.toMatchObject({ code: "smtp-unreachable" });
    expect(waiting.trouble()).toEqual({ code: "smtp-unreachable", since: clock.now() });
    await servers.startPostfix();
    expect(await waiting.send(letter())).toMatchObject({ outcome: "accepted" });
    expect(waiting.trouble()).toBeUndefined();
  });

  it("wait where the login is refused or missing, and no password is told", async () => {
    const wrong = by({ login: { ...login, password: "falsch-geheim" } });
    const error: unknown = await wrong.send(letter()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "smtp-login" });
    expect(`${JSON.stringify(error)} ${String(error)}`).not.toContain("geheim");
    await wrong.stop();
    trustOnly(servers.certificate);
    const without = by({ port: servers.smtps, protection: "tls", host: "localhost" });
    await expect(without.send(letter())).rejects.toMatchObject({ code: "smtp-login" });
  });

  it("go through TLS from the start or as soon as it is asked for, after a login", async () => {
    trustOnly(servers.certificate);
    for (const server of [
      { host: "localhost", port: servers.smtps, protection: "tls", login },
      { host: "localhost", port: servers.smtp, protection: "starttls", login },
    ] as const) {
      expect(await by(server).send(letter())).toMatchObject({ outcome: "accepted" });
      await mailing?.stop();
    }
  });

  it("never go to a server whose certificate nobody vouches for, or which has none", async () => {
    setDefaultCACertificates(getCACertificates("bundled"));
    for (const server of [
      { host: "localhost", port: servers.smtps, protection: "tls" },
      { host: "localhost", port: servers.smtp, protection: "starttls" },
      { host: "localhost", port: servers.smtp, protection: "tls" },
    ] as const) {
      await expect(by({ ...server, login }).send(letter())).rejects.toMatchObject({ code: "smtp-tls" });
      await mailing?.stop();
    }
  });

  it("share one connection, and make another where it was cut", async () => {
    const proxy = await startTcpProxy(servers.smtp);
    try {
      const through = by({ port: proxy.port });
      await Promise.all(Array.from({ length: 12 }, (_, index) => through.send(letter({ id: `brief-${index}` }))));
      expect(proxy.made()).toBe(1);
      proxy.cut();
      const again = await through
        .send(letter({ id: "brief-12" }))
        .catch(() => through.send(letter({ id: "brief-12" })));
      expect(again).toMatchObject({ outcome: "accepted" });
      expect(proxy.made()).toBe(2);
    } finally {
      await mailing?.stop();
      await proxy.stop();
    }
  });

  it("wait where a server takes the connection and says nothing, or takes nothing at the moment", async () => {
    const greet = (greeting: string) => createServer((socket) => socket.on("error", () => undefined).write(greeting));
    for (const [greeting, code] of [
      ["", "smtp-unreachable"],
      ["421 4.3.2 try later\r\n", "smtp-temporary"],
    ] as const) {
      const server = greet(greeting).listen(0, "127.0.0.1");
      await new Promise((resolve) => server.once("listening", resolve));
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      await expect(by({ port }, 300).send(letter())).rejects.toMatchObject({ code });
      await mailing?.stop();
      server.close();
    }
  });
});

/** Node's own switch for the certificates it trusts, instead of a setting that an operator could get wrong. */
function trustOnly(certificate: string): void {
  setDefaultCACertificates([certificate]);
}
