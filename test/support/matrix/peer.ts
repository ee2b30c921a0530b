import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { answers } from "./answers.ts";
import { eventLog } from "./event-log.ts";
import type { ArgsOf, FromPeer, PeerCommand, PeerEvent, PeerOptions, PeerStart, ResultOf } from "./peer-commands.ts";
import type { Login } from "./synapse-accounts.ts";

/** A real client (the engine of Element Web) in a process of its own. */
export type Peer = {
  readonly userId: string;
  readonly deviceId: string;
  /** The device's ed25519 key. */
  readonly fingerprint: string;
  readonly events: readonly PeerEvent[];
  call<K extends PeerCommand>(command: K, args: ArgsOf<K>): Promise<ResultOf<K>>;
  waitFor(fits: (event: PeerEvent) => boolean, ms?: number): Promise<PeerEvent>;
  /** Waits for an invitation to the room (or to any), joins, and waits until all of the room is known. The room's id. */
  acceptInvitation(room?: string, ms?: number): Promise<string>;
  /** What the process has printed. */
  output(): string;
  stop(): Promise<void>;
};

/** Takes about half a second. The store is in memory: a stopped peer does not come back. */
export async function startPeer(url: string, login: Login, options: PeerOptions = {}): Promise<Peer> {
  const { userId, deviceId } = login;
  const start: PeerStart = { ...options, ...login, url };
  const file = fileURLToPath(new URL("./peer-process.ts", import.meta.url));
  const child = fork(file, [JSON.stringify(start)], {
    silent: true,
    serialization: "advanced",
    execArgv: ["--no-warnings"],
  });
  const output = collectOutput(child);
  const log = eventLog<PeerEvent>(`peer ${userId}`);
  const asked = answers();
  const accepted = new Set<PeerEvent>();
  const ready = Promise.withResolvers<string>();

  child.on("message", (message) => {
    // Sent by peer-process.ts and nobody else.
    const said = message as FromPeer;
    if (said.kind === "ready") ready.resolve(said.fingerprint);
    else if (said.kind === "event") log.push(said.event);
    else if (said.kind === "done") asked.done(said.id, said.result);
    else asked.failed(said.id, new Error(`peer ${userId}: ${said.message}`));
  });
  const ended = once(child, "exit").then(() => {
    const gone = new Error(`peer ${userId} has ended:\n${output().slice(-3_000)}`);
    ready.reject(gone);
    asked.end(gone);
  });

  const call: Peer["call"] = async (command, args) => {
    const answer = await asked.ask((id) => child.send({ id, command, args }));
    // The handlers on the other side are typed by the same table.
    return answer as ResultOf<typeof command>;
  };
  // Told by the process when we are invited; the event of the same kind in the room's timeline comes later.
  const isInvitation = (event: PeerEvent): boolean => event.id.startsWith("invitation ");

  return {
    userId,
    deviceId,
    fingerprint: await ready.promise,
    events: log.all,
    call,
    waitFor: log.waitFor,
    async acceptInvitation(room, ms) {
      const invitation = await log.waitFor(
        (event) => isInvitation(event) && !accepted.has(event) && (room === undefined || event.room === room),
        ms,
      );
      accepted.add(invitation);
      await call("join", { room: invitation.room });
      return invitation.room;
    },
    output,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Kept for the message of a failure, not printed. */
export function collectOutput(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text = (text + chunk).slice(-100_000);
    });
  }
  return () => text;
}
