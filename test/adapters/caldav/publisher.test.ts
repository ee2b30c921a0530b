import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalDavPublisher } from "../../../src/adapters/caldav/publisher.ts";

const PASSWORD = "streng-geheim";
const entries = [{ uid: "sitzung-1@ag78", body: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" }];

let folder: string;
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "caldav-"));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

const memory = (): string => join(folder, "caldav.json");
const publisherTo = (url: string) =>
  createCalDavPublisher({
    url,
    account: "ag78",
    password: PASSWORD,
    name: "AG 78",
    memory: memory(),
    note: () => undefined,
    timeout: 500,
  });

async function serving(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of that kind.
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/kalender`;
}

/** Answers PROPFIND as if the calendar were there, and everything else so. */
const withCalendar =
  (answer: RequestListener): RequestListener =>
  (request, response) =>
    request.method === "PROPFIND" ? void response.writeHead(207).end() : answer(request, response);

describe("the address of a calendar", () => {
  it.each([
    ["http://cloud.example/kalender/", "http: is not encrypted"],
    ["ftp://127.0.0.1/", "ftp: is not encrypted"],
    [`https://ag78:${PASSWORD}@cloud.example/`, "account in the address"],
    [`nonsense ${PASSWORD}`, "no address"],
    ["http://127.0.0.1.cloud.example/", "http: is not encrypted"],
  ])("is refused where the password would be seen: %s", (url, message) => {
    expect(() => publisherTo(url)).toThrow(expect.objectContaining({ code: "bad-address", message }));
  });

  it.each(["https://cloud.example/kalender", "http://localhost:5232/x/", "http://[::1]/x/"])("may be %s", (url) => {
    expect(() => publisherTo(url)).not.toThrow();
  });
});

describe("a server in trouble", () => {
  it.each([
    [503, "server-busy"],
    [429, "server-busy"],
    [401, "unauthorized"],
    [403, "no-calendar"],
    [301, "no-calendar"],
  ])("answers %i at once, which is %s", async (status, code) => {
    const url = await serving((_, response) => response.writeHead(status, { location: "http://other.example/" }).end());
    await expect(publisherTo(url).publish(entries)).rejects.toMatchObject({ name: "CalDavFault", code });
  });

  it("is asked again with the next call", async () => {
    let status = 500;
    const url = await serving(withCalendar((_, response) => response.writeHead(status, { etag: '"1"' }).end()));
    const publisher = publisherTo(url);
    await expect(publisher.publish(entries)).rejects.toMatchObject({ code: "server-busy" });
    status = 201;
    await publisher.publish(entries);
    expect(JSON.parse(readFileSync(memory(), "utf8"))).toMatchObject({
      published: { "sitzung-1@ag78": { etag: '"1"' } },
    });
  });

  it("that never answers is given up", async () => {
    const url = await serving(() => undefined);
    await expect(publisherTo(url).publish(entries)).rejects.toMatchObject({ code: "unreachable" });
  });

  it("that is not there is unreachable, and nothing says the password", async () => {
    const url = await serving(() => undefined);
    server?.close();
    server = undefined;
    const failing = publisherTo(url).publish(entries);
    await expect(failing).rejects.toMatchObject({ code: "unreachable", message: "PROPFIND /kalender/: ECONNREFUSED" });
    expect(await failing.catch((error: unknown) => JSON.stringify(error))).not.toContain(PASSWORD);
  });

  it("is not followed elsewhere with the password", async () => {
    const seen: (string | undefined)[] = [];
    const url = await serving((request, response) => {
      seen.push(request.url);
      response.writeHead(307, { location: "/anderswo/" }).end();
    });
    await expect(publisherTo(url).publish(entries)).rejects.toMatchObject({ code: "no-calendar" });
    expect(seen).toEqual(["/kalender/"]);
  });
});

describe("an entry that others keep changing", () => {
  it("is read anew twice and then left until later", async () => {
    const seen: string[] = [];
    const url = await serving(
      withCalendar((request, response) => {
        seen.push(`${request.method} ${request.headers["if-match"] ?? request.headers["if-none-match"] ?? ""}`);
        if (request.method === "HEAD") response.writeHead(200, { etag: `"${seen.length}"` }).end();
        else response.writeHead(412).end();
      }),
    );
    await expect(publisherTo(url).publish(entries)).rejects.toMatchObject({ code: "conflict" });
    expect(seen).toEqual(["PUT *", "HEAD ", 'PUT "2"', "HEAD ", 'PUT "4"']);
  });
});

describe("a server whose tags are weak or missing", () => {
  it.each([['W/"1"'], [undefined]])("is asked for the tag before the next change: %s", async (etag) => {
    const seen: string[] = [];
    const url = await serving(
      withCalendar((request, response) => {
        seen.push(`${request.method} ${request.headers["if-match"] ?? request.headers["if-none-match"] ?? ""}`);
        response.writeHead(request.method === "HEAD" ? 200 : 204, etag === undefined ? {} : { etag }).end();
      }),
    );
    const publisher = publisherTo(url);
    await publisher.publish(entries);
    await publisher.publish(entries.map(({ uid, body }) => ({ uid, body: `${body} ` })));
    expect(seen).toEqual(["PUT *", "HEAD ", "PUT "]);
  });
});

describe("the memory of what is there", () => {
  it.each(["", "{", '{"collection":1}', '{"collection":"https://other.example/","published":{}}'])(
    "is as good as none if it is %j",
    async (text) => {
      writeFileSync(memory(), text);
      const seen: (string | undefined)[] = [];
      const url = await serving(
        withCalendar((request, response) => {
          seen.push(request.headers["if-none-match"]);
          response.writeHead(201).end();
        }),
      );
      await publisherTo(url).publish(entries);
      expect(seen).toEqual(["*"]);
    },
  );
});
