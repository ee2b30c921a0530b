import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createFeedServer,
  type FeedLimits,
  type FeedServer,
  type FeedSource,
} from "../../../src/adapters/http/feed-server.ts";
import { PATIENCE } from "../../support/patience.ts";

const SECRET = "Zg3v0-secret_of-nobody-78";
const calendar = { body: "BEGIN:VCALENDAR\r\nNAME:Größe\r\nEND:VCALENDAR\r\n", changedAt: "2027-11-21T12:00:00.500Z" };
const limits: FeedLimits = { request: 300, answer: 2_000, connections: 4 };

let feeds: Map<string, { readonly body: string; readonly changedAt: string }>;
let notes: string[];
let now: number;
let server: FeedServer;
let port: number;
const sockets: Socket[] = [];

async function start(source: FeedSource, more: Partial<FeedLimits> = {}): Promise<void> {
  const note = (code: string, detail = ""): void => void notes.push(`${code} ${detail}`);
  server = createFeedServer({ feeds: source, note, now: () => now, limits: { ...limits, ...more } });
  ({ port } = await server.listen("127.0.0.1", 0));
}

beforeEach(async () => {
  feeds = new Map([[SECRET, calendar]]);
  notes = [];
  now = Date.parse("2027-11-22T08:00:00Z");
  await start({ feed: async (secret) => feeds.get(secret) });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

const path = `/kalender/${SECRET}.ics`;
const get = (address: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${address}`, { method, headers: { ...headers, connection: "close" } });
const tagOf = async (): Promise<string> => (await get(path)).headers.get("etag") ?? "";

/** A client that writes what it likes. */
async function rawClient(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  sockets.push(socket);
  await once(socket, "connect");
  return socket;
}

async function everythingFrom(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  return Buffer.concat(chunks).toString("latin1");
}

describe("a private calendar over HTTP", () => {
  it("is there for who knows the address, and for nobody to keep or to find", async () => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(calendar.body);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="kalender.ics"',
      "content-length": String(Buffer.byteLength(calendar.body)),
      "cache-control": "private, max-age=900",
      "last-modified": "Sun, 21 Nov 2027 12:00:00 GMT",
      "x-robots-tag": "noindex",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    expect(response.headers.get("etag")).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
  });

  it("is the same behind what calendars hang on to the address", async () => {
    expect((await get(`${path}?_=123`)).status).toBe(200);
  });

  it("shows its head alone to who asks for it", async () => {
    const [whole, head] = [await get(path), await get(path, {}, "HEAD")];
    expect(await head.text()).toBe("");
    const told = ({ headers }: Response) =>
      Object.entries(Object.fromEntries(headers)).filter(([name]) => name !== "date");
    expect(head.status).toBe(200);
    expect(told(head)).toEqual(told(whole));
  });

  it("changes its tag with its content alone", async () => {
    const before = await tagOf();
    expect(await tagOf()).toBe(before);
    feeds.set(SECRET, { ...calendar, body: calendar.body.replace("Größe", "Länge") });
    expect(await tagOf()).not.toBe(before);
  });
});

describe("a client that has it already", () => {
  it.each([
    ["its tag", (tag: string) => tag],
    ["a weak form of it", (tag: string) => `W/${tag}`],
    ["a list", (tag: string) => `"a, b" , W/"c",${tag}`],
    ["any", () => "*"],
  ])("is told so by %s", async (_, header) => {
    const tag = await tagOf();
    const response = await get(path, { "if-none-match": header(tag) });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("etag")).toBe(tag);
    expect(response.headers.get("cache-control")).toBe("private, max-age=900");
    expect((await get(path, { "if-none-match": header(tag) }, "HEAD")).status).toBe(304);
  });

  it.each(['"other"', "", "rubbish", '"', '"a", W/"b"'])("gets it whole for the tag %j", async (tag) => {
    // In time, but the tag decides (RFC 9110 § 13.1.3).
    const headers = { "if-none-match": tag, "if-modified-since": "Mon, 22 Nov 2027 12:00:00 GMT" };
    expect((await get(path, headers)).status).toBe(200);
  });

  it("is told so by the time of the last change, to the second", async () => {
    const statusSince = async (time: string) => (await get(path, { "if-modified-since": time })).status;
    expect(await statusSince("Sun, 21 Nov 2027 12:00:00 GMT")).toBe(304);
    expect(await statusSince("Mon, 22 Nov 2027 00:00:00 GMT")).toBe(304);
    expect(await statusSince("Sun, 21 Nov 2027 11:59:59 GMT")).toBe(200);
    expect(await statusSince("gestern")).toBe(200);
  });

  it("hears no time as long as the second of the change lasts, which may bring another", async () => {
    now = Date.parse("2027-11-21T12:00:00.900Z");
    expect((await get(path)).headers.has("last-modified")).toBe(false);
    expect((await get(path, { "if-modified-since": "Sun, 21 Nov 2027 12:00:00 GMT" })).status).toBe(200);
    now += 200;
    expect((await get(path)).headers.has("last-modified")).toBe(true);
  });
});

describe("an address that opens nothing", () => {
  it.each([
    "/",
    "/kalender/",
    "/kalender/.ics",
    "/kalender/short.ics",
    `/kalender/${SECRET}`,
    `/kalender/${SECRET}x.ics`,
    `/kalender/${SECRET}.ics/`,
    `//kalender/${SECRET}.ics`,
    `/KALENDER/${SECRET}.ics`,
    `/kalender/${"x".repeat(200)}.ics`,
    `/kalender/%2e%2e/${SECRET}.ics`,
    `${path}?${"x".repeat(600)}`,
    "/favicon.ico",
    "/robots.txt",
  ])("says so and no more: %s", async (address) => {
    const response = await get(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is the same for a secret that was taken back as for one that never was", async () => {
    feeds.delete(SECRET);
    const [gone, never] = [await get(path), await get(path.replace("Zg3v0", "Zg3v1"))];
    const told = ({ status, headers }: Response) => [status, [...headers].filter(([name]) => name !== "date")];
    expect(told(gone)).toEqual(told(never));
  });
});

describe("the server", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])("only reads: %s is refused", async (method) => {
    const response = await get(path, {}, method);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  it("says that it lives", async () => {
    const response = await get("/healthz");
    expect([response.status, await response.text()]).toEqual([200, "ok"]);
  });

  it("does not tell whose calendar failed", async () => {
    await server.close();
    await start({ feed: (secret) => Promise.reject(new RangeError(`nothing for ${secret}`)) });
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(notes).toEqual(["feed-failed RangeError"]);
  });

  it("cuts off who is slow with his question", async () => {
    const socket = await rawClient();
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nx-slow: `);
    expect(await everythingFrom(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("cuts off who does not take his answer", async () => {
    feeds.set(SECRET, { ...calendar, body: "x".repeat(50_000_000) });
    const socket = await rawClient();
    socket.pause();
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
    // Only who still writes notices, without reading, that nobody listens any more.
    const knocking = setInterval(() => socket.write("\r\n"), 50);
    await once(socket, "error");
    clearInterval(knocking);
    expect((await get("/healthz")).status).toBe(200);
  });

  it("does not read headers without end", async () => {
    const socket = await rawClient();
    const said = everythingFrom(socket);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(await said).toMatch(/^HTTP\/1\.1 431 /);
  });

  it("turns away who comes when all places are taken, and serves the next when one is free", async () => {
    await server.close();
    // They ask nothing, and must not be cut off for that meanwhile.
    await start({ feed: async (secret) => feeds.get(secret) }, { request: PATIENCE });
    const waiting = await Promise.all(Array.from({ length: limits.connections }, rawClient));
    const oneMore = await rawClient();
    expect(await everythingFrom(oneMore)).toBe("");
    for (const socket of waiting) socket.destroy();
    await expect
      .poll(async () =>
        get("/healthz").then(
          ({ status }) => status,
          () => "away",
        ),
      )
      .toBe(200);
  });

  it("says so when its place is taken", async () => {
    const other = createFeedServer({ feeds: { feed: async () => undefined }, note: () => undefined });
    await expect(other.listen("127.0.0.1", port)).rejects.toMatchObject({ name: "FeedFault", code: "port-taken" });
  });
});
