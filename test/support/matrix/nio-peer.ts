import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { answers } from "./answers.ts";
import type { Json } from "./api-call.ts";
import { eventLog } from "./event-log.ts";
import { collectOutput } from "./peer.ts";
import type { Login } from "./synapse-accounts.ts";
import { newFolder, removeFolder } from "./synapse-folder.ts";
import { spawnInside } from "./synapse-root.ts";

export type NioEvent = {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  /** After decryption. */
  readonly type: string;
  readonly content: Json;
  readonly encrypted: boolean;
  /** It could not be decrypted. */
  readonly failed: boolean;
};

type NioCommands = {
  createRoom(args: {
    readonly encrypted?: boolean;
    readonly invite?: readonly string[];
    readonly name?: string;
  }): string;
  join(args: { readonly room: string }): void;
  leave(args: { readonly room: string }): void;
  /** Encrypted once it knows the room to be; see `isEncrypted`. The event's id. */
  send(args: { readonly room: string; readonly type: string; readonly content: Json }): string;
  isEncrypted(args: { readonly room: string }): boolean;
  members(args: { readonly room: string }): readonly string[];
  /** Asked afresh, oldest first. */
  history(args: { readonly room: string }): readonly Omit<NioEvent, "room" | "encrypted">[];
};

/** A client that shares no code with us: python3-matrix-nio, which encrypts with libolm. */
export type NioPeer = {
  readonly userId: string;
  /** It logs in by itself, as another device than that of the login. */
  readonly deviceId: string;
  readonly events: readonly NioEvent[];
  call<K extends keyof NioCommands>(
    command: K,
    args: Parameters<NioCommands[K]>[0],
  ): Promise<ReturnType<NioCommands[K]>>;
  sendText(room: string, text: string): Promise<string>;
  waitFor(fits: (event: NioEvent) => boolean, ms?: number): Promise<NioEvent>;
  /** Waits for an invitation, joins, and waits until it has seen the room. The room's id. */
  acceptInvitation(room?: string, ms?: number): Promise<string>;
  output(): string;
  stop(): Promise<void>;
};

type Invitation = { readonly kind: "invitation"; readonly room: string };

type FromNio =
  | { readonly kind: "ready"; readonly deviceId: string }
  | { readonly kind: "event"; readonly event: NioEvent }
  | Invitation
  | { readonly kind: "done"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

const script = readFileSync(new URL("./nio_peer.py", import.meta.url), "utf8");

export async function startNioPeer(url: string, { userId, password }: Login): Promise<NioPeer> {
  const folder = newFolder();
  const child = spawnInside(["python3", "-c", script, url, userId, password, folder], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("without pipes nothing can be said");
  const output = collectOutput(child);
  const log = eventLog<NioEvent>(`nio ${userId}`);
  const invitations = eventLog<Invitation>(`nio ${userId}`);
  const asked = answers();
  const accepted = new Set<Invitation>();
  const ready = Promise.withResolvers<string>();

  createInterface({ input: stdout }).on("line", (line) => {
    // Written by nio_peer.py.
    const said = JSON.parse(line) as FromNio;
    if (said.kind === "ready") ready.resolve(said.deviceId);
    else if (said.kind === "event") log.push(said.event);
    else if (said.kind === "invitation") invitations.push(said);
    else if (said.kind === "done") asked.done(said.id, said.result);
    else asked.failed(said.id, new Error(`nio ${userId}: ${said.message}`));
  });
  const ended = once(child, "exit").then(() => {
    const gone = new Error(`nio ${userId} has ended:\n${output().slice(-3_000)}`);
    ready.reject(gone);
    asked.end(gone);
  });

  const call: NioPeer["call"] = async (command, args) => {
    const answer = await asked.ask((id) => stdin.write(`${JSON.stringify({ id, command, args })}\n`));
    // The methods on the other side return what the table says.
    return answer as ReturnType<NioCommands[typeof command]>;
  };
  return {
    userId,
    deviceId: await ready.promise,
    events: log.all,
    call,
    sendText: (room, text) =>
      call("send", { room, type: "m.room.message", content: { msgtype: "m.text", body: text } }),
    waitFor: log.waitFor,
    async acceptInvitation(wanted, ms) {
      const fits = (one: Invitation): boolean => !accepted.has(one) && (wanted === undefined || one.room === wanted);
      const invitation = await invitations.waitFor(fits, ms);
      accepted.add(invitation);
      const { room } = invitation;
      await call("join", { room });
      await log.waitFor((event) => event.room === room, ms);
      return room;
    },
    output,
    async stop() {
      child.kill("SIGKILL");
      await ended;
      removeFolder(folder);
    },
  };
}
