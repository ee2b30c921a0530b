import { randomUUID } from "node:crypto";
import { accountOfAddress } from "../../flows/addresses.ts";
import type { OutboxEntry } from "../../flows/ports.ts";
import type { Reply } from "../../flows/reply.ts";
import { createClicks } from "./clicks.ts";
import { createConnector } from "./connector.ts";
import { createConversation } from "./conversation.ts";
import { createDeliver } from "./deliver.ts";
import { createDirectChats } from "./direct-chats.ts";
import { createFiles } from "./files.ts";
import { createBot } from "./host/bot.ts";
import { GuardedAdapter } from "./host/guarded-adapter.ts";
import { quietPackages } from "./host/quiet-packages.ts";
import { createWebServer } from "./host/web-server.ts";
import { createLiveCards } from "./live-cards.ts";
import { createLooks } from "./looks.ts";
import { createPace } from "./pace.ts";
import { createPictures } from "./pictures.ts";
import { messageCards } from "./rendering/message-cards.ts";
import { createRoomChanges } from "./room-changes.ts";
import { createRoster } from "./roster.ts";
import { createSender } from "./sender.ts";
import { TeamsFault } from "./teams-fault.ts";
import {
  type MicrosoftSide,
  PLATFORM,
  type TeamsCommittee,
  type TeamsSettings,
  type TeamsWorld,
} from "./teams-parts.ts";
import { type ConversationReference, openTeamsStore } from "./teams-store.ts";

export type TeamsOptions = {
  readonly settings: TeamsSettings;
  /** Holds the notes; belongs to this program alone. */
  readonly folder: string;
  readonly committee: TeamsCommittee;
  readonly world: TeamsWorld;
  readonly microsoft?: MicrosoftSide;
};

/** Anschluss an Teams. */
export type TeamsConnection = {
  /** Opens the endpoint. Rejects with `TeamsFault`. */
  start(): Promise<{ readonly port: number }>;
  deliver(entry: OutboxEntry): Promise<void>;
  live(address: string, key: string, reply: Reply): void;
  trouble(): { readonly since: string; readonly isRefused: boolean } | undefined;
  stop(): Promise<void>;
};

const UPLOAD_HOSTS = ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint.de", "*.sharepoint.cn"];

/** Opens what is on the disk; nothing is said or answered before `start`. Throws `TeamsFault`. */
export function connectTeams({ settings, folder, committee, world, microsoft }: TeamsOptions): TeamsConnection {
  if (settings.appId === undefined && !["127.0.0.1", "::1", "localhost"].includes(settings.host))
    throw new TeamsFault("not-authenticated", settings.host);
  const store = openTeamsStore(folder);
  const restoreConsole = quietPackages(world.note);
  const adapter = new GuardedAdapter(settings, microsoft);
  const sender = createSender({
    connector: createConnector((serviceUrl) => adapter.connectorFor(serviceUrl)),
    pace: createPace(),
    store,
    world,
  });
  const roster = createRoster({ sender, store, committee, world });
  const direct = createDirectChats({ sender, store, roster, committee, world });
  const looks = createLooks(roster, committee);
  const cards = createLiveCards({ sender, store, looks, world });
  const files = createFiles({
    sender,
    store,
    committee,
    world,
    settings,
    uploadHosts: microsoft?.uploadHosts ?? UPLOAD_HOSTS,
  });
  const pictures = createPictures({
    fileHosts: microsoft?.uploadHosts ?? UPLOAD_HOSTS,
    authorization: () => adapter.authorization(),
    world,
  });
  const clicks = createClicks();
  const background = new Set<Promise<void>>();

  /** Not stored, so never waited for. */
  function sayNow(to: ConversationReference, said: Reply): void {
    const run = say(to, said)
      .catch((error: unknown) => world.note("said-in-vain", error instanceof Error ? error.message : "unknown"))
      .finally(() => background.delete(run));
    background.add(run);
  }

  async function say(to: ConversationReference, said: Reply): Promise<void> {
    const look = await looks.message(to, said);
    for (const card of messageCards(said, look)) await sender.post(to, `now ${randomUUID()}`, () => card);
  }

  function sayTo(address: string, said: Reply): void {
    const account = accountOfAddress(address);
    // An account of another platform gets its answer there.
    if (!(account ?? address).startsWith(PLATFORM)) return;
    const found =
      account === undefined
        ? Promise.resolve(store.reference(address.slice(PLATFORM.length)))
        : direct.with(account.slice(PLATFORM.length));
    found.then(
      (to) => to !== undefined && sayNow(to, said),
      (error: unknown) => world.note("said-in-vain", error instanceof Error ? error.message : "unknown"),
    );
  }

  const changes = createRoomChanges({ store, roster, committee, world, sayNow });
  const deliver = createDeliver({
    sender,
    store,
    clicks,
    direct,
    cards,
    files,
    looks,
    committee,
    roomGone: changes.gone,
    notTaken(entry, refusal) {
      world.note("message-refused", refusal.message);
      return changes.messageRefused(entry.room, entry.id);
    },
  });
  const conversation = createConversation({
    store,
    clicks,
    changes,
    roster,
    files,
    pictures,
    looks,
    committee,
    world,
    sayNow,
    sayTo,
  });
  const bot = createBot(adapter, settings, conversation.act, world.note);
  /** Their fate is waited for at the end: what nobody knows to have arrived is said once more after the next start. */
  const underWay = new Set<Promise<void>>();
  let isReady = false;
  const web = createWebServer({ messages: bot, files, isReady: () => isReady, world });

  return {
    async start() {
      const listening = await web.listen(settings.host, settings.port);
      isReady = true;
      roster.learn();
      return listening;
    },
    deliver(entry) {
      const run = deliver(entry).finally(() => underWay.delete(run));
      underWay.add(run);
      return run;
    },
    live: cards.show,
    trouble: sender.trouble,
    async stop() {
      isReady = false;
      await web.close();
      sender.stop();
      await Promise.all([cards.stop(), ...background]);
      await Promise.allSettled(underWay);
      restoreConsole();
      store.close();
    },
  };
}
