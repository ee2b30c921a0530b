import { createHash } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { FeedFault } from "./feed-fault.ts";
import { isUnchanged, type Validators } from "./unchanged.ts";

/** Port: die Abos. Undefined for a secret that opens none, whatever the reason. */
export type FeedSource = {
  feed(secret: string): Promise<{ readonly body: string; readonly changedAt: string } | undefined>;
};

export type FeedServer = {
  /** Rejects with `FeedFault` "port-taken". */
  listen(host: string, port: number): Promise<{ readonly port: number }>;
  /** Nothing new comes in; what is being answered is answered. */
  close(): Promise<void>;
};

type Parts = {
  readonly feeds: FeedSource;
  /** Hears that something failed, never whose calendar it was. */
  note(code: string, detail?: string): void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly limits?: FeedLimits;
};

export type FeedLimits = {
  /** Milliseconds a question may take to arrive, and its answer to be taken. */
  readonly request: number;
  readonly answer: number;
  /** Connections at the same time: calendars ask one after the other, and so does a proxy in front. */
  readonly connections: number;
};

const LIMITS: FeedLimits = { request: 10_000, answer: 30_000, connections: 64 };
/** How often the server looks for those who take longer, at most. */
const LOOK_EVERY = 1_000;
const LARGEST_HEADERS = 8 * 1024;
/** Nobody but the owner has the address: who guesses learns only that there is nothing. */
const FEED_PATH = /^\/kalender\/([A-Za-z0-9_-]{16,128})\.ics$/;
const LONGEST_ADDRESS = 512;
/** No copy on the way, a quarter of an hour with the client; no search engine, and the address is not passed on. */
const PRIVATE = { "cache-control": "private, max-age=900", "x-robots-tag": "noindex" };
const EVERYWHERE = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };
const NOT_KEPT = { "cache-control": "no-store" };

/** Kalender-Abos: one private address for each, over HTTP; TLS is the business of the proxy in front. The secret appears in no log. */
export function createFeedServer({ feeds, note, now = Date.now, limits = LIMITS }: Parts): FeedServer {
  const patience = {
    requestTimeout: limits.request,
    headersTimeout: limits.request,
    connectionsCheckingInterval: Math.min(LOOK_EVERY, limits.request),
    maxHeaderSize: LARGEST_HEADERS,
    keepAliveTimeout: 5_000,
  };
  const server = createServer(patience, (request, response) => {
    cutOffAfter(limits.answer, response);
    answer(request, response).catch((error: unknown) => {
      note("feed-failed", error instanceof Error ? error.name : "unknown");
      if (!response.headersSent) end(response, 500, NOT_KEPT);
    });
  });
  server.maxConnections = limits.connections;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isHead = request.method === "HEAD";
    if (request.method !== "GET" && !isHead)
      return end(response, 405, { ...NOT_KEPT, allow: "GET, HEAD", connection: "close" });
    const path = pathOf(request.url ?? "");
    if (path === "/healthz")
      return end(response, 200, { ...NOT_KEPT, "content-type": "text/plain" }, isHead ? "" : "ok");
    const secret = FEED_PATH.exec(path)?.[1];
    const feed = secret === undefined ? undefined : await feeds.feed(secret);
    if (feed === undefined) return end(response, 404, NOT_KEPT);
    const body = Buffer.from(feed.body, "utf8");
    const validators = { etag: tagOf(body), lastModified: settledSecond(feed.changedAt, now()) };
    const headers = { ...PRIVATE, ...told(validators) };
    if (isUnchanged(request.headers, validators)) return end(response, 304, headers);
    const content = {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="kalender.ics"',
      "content-length": body.length,
    };
    end(response, 200, { ...headers, ...content }, isHead ? "" : body);
  }

  return {
    listen: (host, port) => listen(server, host, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), limits.request).unref();
      }),
  };
}

function end(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: string | Buffer = ""): void {
  response.writeHead(status, { ...EVERYWHERE, ...headers }).end(body);
}

/** Who takes his answer in drops does not hold a place for ever. */
function cutOffAfter(milliseconds: number, response: ServerResponse): void {
  const timer = setTimeout(() => response.destroy(), milliseconds).unref();
  response.once("close", () => clearTimeout(timer));
}

/** Without what calendars hang on; empty for an address nobody writes. */
const pathOf = (address: string): string => (address.length > LONGEST_ADDRESS ? "" : (address.split("?", 1)[0] ?? ""));

const tagOf = (body: Buffer): string => `"${createHash("sha256").update(body).digest("base64url")}"`;

/** Second of the last change; undefined as long as that second lasts, since it could bring another change. */
function settledSecond(changedAt: string, now: number): number | undefined {
  const second = Math.floor(Date.parse(changedAt) / 1_000);
  return second < Math.floor(now / 1_000) ? second : undefined;
}

const told = ({ etag, lastModified }: Validators): OutgoingHttpHeaders => ({
  etag,
  ...(lastModified === undefined ? {} : { "last-modified": new Date(lastModified * 1_000).toUTCString() }),
});

function listen(server: Server, host: string, port: number): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.on("error", (error) => reject(new FeedFault("port-taken", `${host}:${port}: ${error.message}`, error)));
    // A server that listens on a port has an address of that kind.
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port }));
  });
}
