import { type Reply, reply } from "../../../src/flows/reply.ts";
import { personKey, roomKey } from "../keys.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { enter, type MatrixHouse, type MatrixHouseOptions, openMatrixHouse, removeFolder } from "./matrix-house.ts";
import { type Peer, startPeer } from "./peer.ts";
import type { PeerEvent, PeerOptions } from "./peer-commands.ts";
import { type RestClient, restClient } from "./rest-client.ts";
import { type MatrixMember, matrixCommittee } from "./small-matrix-committee.ts";
import { type Synapse, startSynapse } from "./synapse.ts";
import type { Login } from "./synapse-accounts.ts";

export type Actor = MatrixMember & PeerOptions;

type More = Omit<MatrixHouseOptions, "url" | "login" | "folder" | "committee">;

/** Ein Gremium vor einem echten Homeserver: its people with real clients, the bot behind a proxy that can go wrong. */
export type MatrixScene = {
  readonly synapse: Synapse;
  readonly proxy: FaultProxy;
  readonly login: Login;
  readonly me: string;
  peer(name: string): Peer;
  /** The same account by hand. */
  rest(name: string): RestClient;
  bot(): MatrixHouse;
  /** The bot ends; its folder stays. */
  close(): Promise<void>;
  /** It starts again on the same folder. */
  open(more?: More): Promise<void>;
  /** A room of the committee in which all of these and the bot are. */
  room(options: {
    readonly by: string;
    readonly with?: readonly string[];
    readonly name: string;
    readonly encrypted: boolean;
    readonly threads?: true;
  }): Promise<string>;
  /** The room no longer belongs to the committee. */
  unbind(address: string): Promise<void>;
  /** Something said by the program itself. */
  tell(key: string, to: Reply["to"], text: string, more?: Partial<Reply>): Promise<void>;
  toPerson(name: string): Reply["to"];
  toRoom(room: string): Reply["to"];
  /** A message of the bot with this text, here or anywhere. */
  says(text: string, room?: string): (event: PeerEvent) => boolean;
  stop(): Promise<void>;
};

/** `actors`: a peer each; `others`: members without an account. */
export async function openScene(
  actors: readonly Actor[],
  others: readonly MatrixMember[] = [],
  options: More = {},
): Promise<MatrixScene> {
  const synapse = await startSynapse();
  const login = await synapse.register("sitzungsdienst");
  const logins = await Promise.all(actors.map(({ name }) => synapse.register(name)));
  const proxy = await startFaultProxy(synapse.url);
  const peers = new Map<string, Peer>();
  const rests = new Map<string, RestClient>();
  await Promise.all(
    actors.map(async ({ name, ...peerOptions }, index) => {
      const own = present(logins[index], name);
      rests.set(name, restClient(synapse.url, own));
      peers.set(name, await startPeer(synapse.url, own, peerOptions));
    }),
  );
  const userIds = new Map(actors.map(({ name }, index) => [name, present(logins[index], name).userId]));
  const committee = matrixCommittee(
    [...actors.map((actor) => ({ ...actor, userId: present(userIds.get(actor.name), actor.name) })), ...others],
    [],
  );
  let running: MatrixHouse | undefined = await openMatrixHouse({ url: proxy.url, login, committee, ...options });
  const { folder } = running;

  const scene: MatrixScene = {
    synapse,
    proxy,
    login,
    me: login.userId,
    peer: (name) => present(peers.get(name), name),
    rest: (name) => present(rests.get(name), name),
    bot: () => present(running, "the bot"),
    async close() {
      await running?.close();
      running = undefined;
    },
    async open(more = options) {
      running = await openMatrixHouse({ url: proxy.url, login, folder, ...more });
    },
    async room({ by, with: guests = [], name, encrypted, threads }) {
      const host = scene.peer(by);
      const invite = [login.userId, ...guests.map((one) => scene.peer(one).userId)];
      const room = await host.call("createRoom", { encrypted, name, invite });
      for (const one of guests) await scene.peer(one).acceptInvitation(room);
      await enter(scene.bot(), host, room, name);
      if (threads === true)
        await scene.bot().house.runner.apply([
          { type: "RoomUnbound", room: roomKey(`matrix:${room}`) },
          { type: "RoomBound", record: { room: roomKey(`matrix:${room}`), name, threads } },
        ]);
      return room;
    },
    unbind: (address) => scene.bot().house.runner.apply([{ type: "RoomUnbound", room: roomKey(`matrix:${address}`) }]),
    async tell(key, to, text, more) {
      await scene.bot().house.runner.tell(key, [reply(to, [text], more)]);
    },
    toPerson: (name) => ({ kind: "person", person: personKey(name) }),
    toRoom: (room) => ({ kind: "room", room: roomKey(`matrix:${room}`) }),
    says: (text, room) => (event) =>
      event.sender === login.userId &&
      (room === undefined || event.room === room) &&
      String(event.content["body"]).includes(text),
    async stop() {
      await scene.close();
      await Promise.all([...peers.values()].map((one) => one.stop()));
      await proxy.close();
      await synapse.stop();
      removeFolder(folder);
    },
  };
  return scene;
}

export function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`${what} is not there`);
  return value;
}
