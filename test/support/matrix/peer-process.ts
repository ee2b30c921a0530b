/** The other side of peer.ts: matrix-js-sdk, told what to do over IPC. Usage: fork(peer-process.ts, [PeerStart as JSON]) */
import { argv, exit } from "node:process";
import type { FromPeer, Handlers, PeerStart, ToPeer } from "./peer-commands.ts";
import { connectPeer } from "./peer-connect.ts";
import { cryptoHandlers } from "./peer-crypto.ts";
import { messageHandlers } from "./peer-messages.ts";
import { roomHandlers } from "./peer-rooms.ts";
import { viewHandlers } from "./peer-views.ts";

const say = (message: FromPeer): void => {
  process.send?.(message);
};

// Written by peer.ts.
const start = JSON.parse(argv[2] ?? "") as PeerStart;
process.on("disconnect", () => exit(0));

const { client, fingerprint } = await connectPeer(start, (event) => say({ kind: "event", event }));
const handlers: Handlers = {
  ...roomHandlers(client),
  ...messageHandlers(client),
  ...viewHandlers(client, start),
  ...cryptoHandlers(client),
};

async function obey({ id, command, args }: ToPeer): Promise<void> {
  try {
    // peer.ts lets nobody send arguments of another command.
    const handler = handlers[command] as (args: unknown) => Promise<unknown>;
    say({ kind: "done", id, result: await handler(args) });
  } catch (error) {
    say({ kind: "failed", id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

// As above.
process.on("message", (message) => void obey(message as ToPeer));
say({ kind: "ready", fingerprint });
