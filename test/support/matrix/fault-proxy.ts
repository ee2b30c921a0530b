import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Json } from "./api-call.ts";
import { type ActiveRule, type Fault, type FaultRule, faultRules } from "./fault-rules.ts";

export type ProxiedRequest = {
  readonly at: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** As the client has seen it; undefined while it waits or when its connection was cut. */
  status: number | undefined;
};

/** A reverse proxy between a client and its homeserver, which goes wrong on command. */
export type FaultProxy = {
  readonly url: string;
  readonly requests: readonly ProxiedRequest[];
  /** The first rule that fits counts. */
  add(rule: FaultRule): ActiveRule;
  /** All rules away. */
  clear(): void;
  /** The network is gone: what is open is cut, and so is whatever comes, until `up`. */
  down(): void;
  up(): void;
  close(): Promise<void>;
};

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const rules = faultRules();
  const requests: ProxiedRequest[] = [];
  const agent = new Agent({ keepAlive: true });
  const sockets = new Set<Socket>();
  let isDown = false;

  const server = createServer((incoming, response) => {
    const { method = "", url = "" } = incoming;
    const entry: ProxiedRequest = { at: Date.now(), method, path: url, status: undefined };
    requests.push(entry);
    response.on("finish", () => {
      entry.status = response.statusCode;
    });
    const fault = rules.strike(`${method} ${url}`);
    // Whatever breaks in between is a broken connection to the client.
    pass({ incoming, response, fault, target, agent }).catch(() => incoming.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.on("connection", (socket) => {
    if (isDown) socket.destroy();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a port, so this is no path and not null.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    add: rules.add,
    clear: rules.clear,
    down() {
      isDown = true;
      cutAll();
    },
    up() {
      isDown = false;
    },
    async close() {
      server.close();
      cutAll();
      agent.destroy();
      await once(server, "close");
    },
  };
}

type Passing = {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly fault: Fault | undefined;
  readonly target: string;
  readonly agent: Agent;
};

async function pass({ incoming, response, fault, target, agent }: Passing): Promise<void> {
  if (fault?.kind === "hang") return;
  if (fault?.kind === "drop") {
    incoming.socket.destroy();
    return;
  }
  if (fault?.kind === "answer") {
    incoming.resume();
    await once(incoming, "end");
    const body = typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body);
    response.writeHead(fault.status, { "content-type": fault.type ?? "application/json" }).end(body);
    return;
  }
  const path = incoming.url ?? "/";
  const url = new URL(fault?.kind === "reroute" ? fault.change(path) : path, target);
  const answer = await forward(incoming, response, url, agent);
  if (fault?.kind === "late") {
    await readAll(answer);
    incoming.socket.destroy();
    return;
  }
  if (fault?.kind === "slow") await pause(fault.ms);
  if (fault?.kind === "rewrite") await rewrite(answer, response, fault.change);
  else await pipeline(answer, response.writeHead(answer.statusCode ?? 502, answer.headers));
}

async function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
  agent: Agent,
): Promise<IncomingMessage> {
  const headers = { ...incoming.headers, "accept-encoding": "identity" };
  const { method } = incoming;
  const outgoing = request(url, { method, headers, agent });
  // A client that is gone must not be served by the homeserver: it would take the events of that sync as delivered.
  response.on("close", () => {
    if (!response.writableFinished) outgoing.destroy();
  });
  const [answered] = await Promise.all([once(outgoing, "response"), pipeline(incoming, outgoing)]);
  // The one argument of this event.
  return answered[0] as IncomingMessage;
}

async function rewrite(
  answer: IncomingMessage,
  response: ServerResponse,
  change: (answer: Json) => Json,
): Promise<void> {
  // Rules of this kind are made for answers whose JSON is known.
  const body = JSON.stringify(change(JSON.parse((await readAll(answer)).toString("utf8")) as Json));
  const { "content-length": _length, "transfer-encoding": _encoding, ...headers } = answer.headers;
  response.writeHead(answer.statusCode ?? 502, headers).end(body);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
