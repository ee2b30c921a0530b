import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "./json.ts";

export type Heard = { readonly activity: Json; readonly authorization: string | undefined };

/** A bot that only listens: what came to it, and what it answers. */
export type StubBot = {
  readonly endpoint: string;
  readonly heard: Heard[];
  /** Undefined: never an answer. */
  answer: (activity: Json) => { readonly status: number; readonly body?: unknown } | undefined;
  close(): Promise<void>;
};

export async function startStubBot(): Promise<StubBot> {
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    // It comes from the fake, which sends objects only.
    const activity = JSON.parse(Buffer.concat(chunks).toString()) as Json;
    bot.heard.push({ activity, authorization: incoming.headers.authorization });
    const answer = bot.answer(activity);
    if (answer === undefined) return;
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a port, so this is no path and not null.
  const { port } = server.address() as AddressInfo;
  const bot: StubBot = {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    heard: [],
    answer: () => ({ status: 200 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return bot;
}
