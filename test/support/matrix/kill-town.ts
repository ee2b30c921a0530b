import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { newFolder, removeFolder } from "./matrix-house.ts";
import { type Peer, startPeer } from "./peer.ts";
import type { PeerEvent } from "./peer-commands.ts";
import { matrixCommittee } from "./small-matrix-committee.ts";
import { type Synapse, startSynapse } from "./synapse.ts";
import type { Login } from "./synapse-accounts.ts";

const fivePeople: readonly string[] = ["anna", "bert", "carla", "dora", "emil"];

export type Voter = {
  readonly name: string;
  readonly peer: Peer;
  readonly login: Login;
};

/** Everything that is not killed: the homeserver, people with real clients, and an encrypted room in which they are. */
export type Town = {
  readonly synapse: Synapse;
  /** Between the bot and the homeserver. */
  readonly proxy: FaultProxy;
  readonly login: Login;
  readonly voters: readonly Voter[];
  readonly chair: Peer;
  readonly room: string;
  readonly committee: ReturnType<typeof matrixCommittee>;
  /** Of the bot. */
  readonly folder: string;
  stop(): Promise<void>;
};

/** The first one leads. */
export async function openTown(names = fivePeople): Promise<Town> {
  const synapse = await startSynapse();
  const proxy = await startFaultProxy(synapse.url);
  const login = await synapse.register("sitzungsdienst");
  const voters = await Promise.all(
    names.map(async (name): Promise<Voter> => {
      const own = await synapse.register(name);
      return { name, login: own, peer: await startPeer(synapse.url, own) };
    }),
  );
  const [anna, ...others] = voters;
  if (anna === undefined) throw new Error("nobody leads");
  const chair = anna.peer;
  const invite = [login.userId, ...others.map(({ peer }) => peer.userId)];
  const room = await chair.call("createRoom", { encrypted: true, name: "Träger", invite });
  await Promise.all(others.map(({ peer }) => peer.acceptInvitation(room)));
  let isOver = false;
  const accepting = voters.map(({ peer }) => acceptAll(peer, () => isOver));
  const committee = matrixCommittee(
    voters.map(({ name, peer }) => ({ name, userId: peer.userId, ...(name === anna.name ? { office: "chair" } : {}) })),
    [{ id: room, name: "Träger" }],
  );
  const folder = newFolder();
  return {
    synapse,
    proxy,
    login,
    voters,
    chair,
    room,
    committee,
    folder,
    async stop() {
      isOver = true;
      await proxy.close();
      await Promise.all(voters.map(({ peer }) => peer.stop()));
      await Promise.all(accepting);
      await synapse.stop();
      removeFolder(folder);
    },
  };
}

/** Every direct chat, as a person would; there may be several. Until `isOver`. */
async function acceptAll(peer: Peer, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      await peer.acceptInvitation(undefined, 1_000);
    } catch (error) {
      if (!isOver() && !String(error).includes("in vain")) throw error;
    }
  }
}

/** What of it the bot said, readable, each event once. */
export function readable({ login }: Pick<Town, "login">, events: readonly PeerEvent[]): readonly PeerEvent[] {
  const read = events.filter(({ sender, failed }) => sender === login.userId && failed === undefined);
  return [...new Map(read.map((event) => [event.id, event])).values()];
}
