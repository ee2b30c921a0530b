import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler, type Request, type Response } from "express";
import { teamsPages } from "../../../texts/teams-pages.ts";
import { FILES_PATH, type Files } from "../files.ts";
import { TeamsFault } from "../teams-fault.ts";
import type { TeamsWorld } from "../teams-parts.ts";

/** Largest activity that is read, in bytes. */
const LARGEST = 256 * 1024;
/** Nobody who is in earnest needs longer to send a message. */
const REQUEST_TIMEOUT = 10_000;
/** How often the server looks for those who take longer. */
const LOOK_EVERY = 1_000;

export type WebServer = {
  /** Rejects with `TeamsFault` "port-taken". */
  listen(host: string, port: number): Promise<{ readonly port: number }>;
  /** Nothing new comes in; what is being answered is answered. */
  close(): Promise<void>;
};

export type WebParts = {
  /** Answers a message to the bot whose body is an object with a type. */
  messages(request: Request, response: Response): Promise<void>;
  readonly files: Pick<Files, "fetch">;
  /** False while starting and stopping. */
  isReady(): boolean;
  readonly world: Pick<TeamsWorld, "note">;
};

/** Der Webserver: the bot's endpoint, files by link, and what a supervisor asks. It gives away nothing else, and no reason for a refusal. */
export function createWebServer({ messages, files, isReady, world }: WebParts): WebServer {
  const web = express();
  web.disable("x-powered-by");
  web.disable("etag");
  web.use((_request, response, next) => {
    response.set({
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
    next();
  });
  web.get("/healthz", (_request, response) => void response.type("text").send("ok"));
  web.get(
    "/readyz",
    (_request, response) =>
      void response
        .status(isReady() ? 200 : 503)
        .type("text")
        .send(isReady() ? "ok" : "not ready"),
  );
  web.post("/api/messages", express.json({ limit: LARGEST }), (request, response) => {
    if (!isActivity(request.body)) return void response.status(400).end();
    messages(request, response).catch((error: unknown) => {
      world.note("request-failed", error instanceof Error ? error.name : "unknown");
      if (!response.headersSent) response.status(500).end();
    });
  });
  web.get(`${FILES_PATH}/:token/:name`, (request, response) => {
    sendFile(files, request.params["token"] ?? "", response).catch((error: unknown) => {
      world.note("file-failed", error instanceof Error ? error.name : "unknown");
      if (!response.headersSent) response.status(500).end();
    });
  });
  for (const [path, page] of Object.entries(teamsPages))
    web.get(path, (_request, response) => void response.type("html").set(NO_SCRIPTS).send(htmlOf(page)));
  web.use((_request, response) => void response.status(404).end());
  web.use(failed);
  const patience = {
    requestTimeout: REQUEST_TIMEOUT,
    headersTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: LOOK_EVERY,
  };
  const server = createServer(patience, web);
  return {
    listen: (host, port) => listen(server, host, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), REQUEST_TIMEOUT).unref();
      }),
  };
}

/** The texts are ours; nothing else may run or load here. */
const NO_SCRIPTS = { "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };

const htmlOf = ({ title, paragraphs }: (typeof teamsPages)[keyof typeof teamsPages]): string =>
  [
    `<!doctype html><html lang="de"><meta charset="utf-8"><title>${title}</title>`,
    `<h1>${title}</h1>`,
    ...paragraphs.map((text) => `<p>${text}</p>`),
    "</html>",
  ].join("\n");

/** The packages end the whole process on some bodies that are none. */
function isActivity(body: unknown): boolean {
  return (
    typeof body === "object" && body !== null && !Array.isArray(body) && "type" in body && typeof body.type === "string"
  );
}

/** Of broken JSON, oversize, an unknown encoding: the status, and no word. */
const failed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status =
    typeof error === "object" && error !== null && "status" in error && typeof error.status === "number"
      ? error.status
      : 500;
  response.status(status).end();
};

async function sendFile(files: Pick<Files, "fetch">, token: string, response: Response): Promise<void> {
  const file = await files.fetch(token);
  if (file === undefined) return void response.status(404).end();
  response.attachment(file.name).type(file.mediaType).send(Buffer.from(file.bytes));
}

function listen(server: Server, host: string, port: number): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new TeamsFault("port-taken", `${host}:${port}: ${error.message}`, error)));
    // A server that listens on a port has an address of that kind.
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port }));
  });
}
