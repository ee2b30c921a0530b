import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import type { Fault, Faults } from "./faults.ts";
import { splitConversation } from "./ids.ts";
import { isJson, type Json } from "./json.ts";

/** One request, with its path taken apart. */
export type Asked = {
  readonly method: string;
  /** Decoded, with its query. */
  readonly path: string;
  /** Decoded one by one. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly bytes: Buffer;
  /** Undefined where it was no JSON object. */
  readonly body: Json | undefined;
};

/** A request that came, as the tests see it. */
export type Call = Asked & {
  readonly at: number;
  /** With its thread. */
  readonly conversation: string | undefined;
  /** As the bot saw it; undefined while it waits or when its connection was cut. */
  status: number | undefined;
};

export type HttpServer = { readonly url: string; close(): Promise<void> };

/** Answers each request, unless a fault comes between. */
export async function startHttpServer(parts: {
  readonly faults: Faults;
  readonly now: () => number;
  readonly calls: Call[];
  readonly answer: (asked: Asked) => Answer;
}): Promise<HttpServer> {
  const { faults, now, calls, answer } = parts;
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy());
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(incoming);
    const call: Call = { ...asked, at: now(), conversation: conversationOf(asked), status: undefined };
    calls.push(call);
    response.on("finish", () => {
      call.status = response.statusCode;
    });
    const { method, path, body = {} } = asked;
    const base = call.conversation === undefined ? undefined : splitConversation(call.conversation).base;
    const fault = faults.strike({ method, path, conversation: base, body });
    const isCarriedOut = fault === undefined || fault.kind === "slow" || fault.after === true;
    const answered = isCarriedOut ? answer(asked) : undefined;
    const said = fault === undefined ? answered : await disturb(fault, answered, incoming);
    if (said !== undefined) write(response, said);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a port, so this is no path and not null.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function disturb(
  fault: Fault,
  answered: Answer | undefined,
  incoming: IncomingMessage,
): Promise<Answer | undefined> {
  switch (fault.kind) {
    case "hang":
      return undefined;
    case "cut":
      incoming.socket.destroy();
      return undefined;
    case "slow":
      await pause(fault.ms);
      return answered;
    case "status":
      return {
        status: fault.status,
        body: { error: { code: fault.code ?? "ServiceError", message: "A fault of the test." } },
        ...(fault.retryAfter === undefined ? {} : { headers: { "retry-after": String(fault.retryAfter) } }),
      };
  }
}

function write(response: ServerResponse, { status, body, bytes, headers }: Answer): void {
  response.writeHead(status, { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers });
  response.end(body === undefined ? bytes : JSON.stringify(body));
}

async function readRequest(incoming: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const segments = url.pathname.split("/").filter((part) => part !== "");
  return {
    method: incoming.method ?? "",
    path: decodeURIComponent(url.pathname) + url.search,
    segments: segments.map(decodeURIComponent),
    query: url.searchParams,
    headers: incoming.headers,
    bytes,
    body: parsed(bytes.toString("utf8")),
  };
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function conversationOf({ segments }: Asked): string | undefined {
  const at = segments.findIndex((segment) => segment.toLowerCase() === "conversations");
  return at < 0 ? undefined : segments[at + 1];
}
