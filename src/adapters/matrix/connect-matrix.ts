import type { OutboxEntry } from "../../flows/ports.ts";
import type { Reply } from "../../flows/reply.ts";
import { createConversation } from "./conversation.ts";
import { createDeliver } from "./deliver.ts";
import type { DeviceLogin } from "./device-login.ts";
import { createDirectChats } from "./direct-chats.ts";
import { createDownloads } from "./downloads.ts";
import type { Encryption } from "./encryption/encryption.ts";
import { openEncryption } from "./encryption/open-encryption.ts";
import { CLIENT, HomeserverRefusal, Stopped } from "./homeserver.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createLiveEdits } from "./live-edits.ts";
import { MatrixFault } from "./matrix-fault.ts";
import type { MatrixCommittee, MatrixSettings, MatrixWorld } from "./matrix-parts.ts";
import { notesFileIn } from "./matrix-status.ts";
import { openMatrixStore } from "./matrix-store.ts";
import { messageContents } from "./rendering/message-contents.ts";
import { createRestClient, type RestClient } from "./rest-client.ts";
import { createRoomAddresses, PLATFORM } from "./room-addresses.ts";
import { createRoomChanges } from "./room-changes.ts";
import { createRoomBook } from "./room-facts.ts";
import { createSender, transactionOf } from "./sender.ts";
import { keysFolderIn } from "./set-up-device.ts";
import { createSyncLoop } from "./sync-loop.ts";
import { accountOf } from "./understand.ts";
import { createUnreadableNotices } from "./unreadable-notices.ts";
import { createUploads } from "./uploads.ts";

export type MatrixOptions = {
  readonly login: DeviceLogin;
  /** Holds keys, notes and the login; belongs to this program alone. */
  readonly folder: string;
  readonly settings: MatrixSettings;
  readonly committee: MatrixCommittee;
  readonly world: MatrixWorld;
  /** The homeserver knows us no longer: nothing more is read or sent. Told once. */
  signedOut(): void;
  /** The connection cannot go on before the program is started again, for example because no key can be stored. */
  broken?(error: unknown): void;
  /** Milliseconds before somebody hears that a key is missing. */
  readonly keyPatience?: number;
};

/** Anschluss an Matrix. */
export type MatrixConnection = {
  /** Takes over what was said meanwhile, then goes on by itself. Resolves after the first answer of the homeserver. */
  start(): Promise<void>;
  deliver(entry: OutboxEntry): Promise<void>;
  live(address: string, key: string, reply: Reply): void;
  readonly me: string;
  readonly encryption: Pick<Encryption, "crossSigning" | "fingerprint">;
  trouble(): { readonly since: number; readonly why: string } | undefined;
  stop(): Promise<void>;
};

const KEY_PATIENCE = 20_000;

/**
 * Opens what is on the disk and asks the homeserver who we are. Throws `MatrixFault` or `EncryptionFault`; then nothing is held.
 * Nothing is said or answered before `start`.
 */
export async function connectMatrix(options: MatrixOptions): Promise<MatrixConnection> {
  const { login, folder, settings, committee, world } = options;
  const me = login.userId;
  const store = openMatrixStore(notesFileIn(folder));
  const client = createRestClient({
    ...login,
    signedOut() {
      // For `status`, which is asked when this program has ended.
      store.setValue("alarm", world.now());
      options.signedOut();
    },
    note: world.note,
  });
  let inbox: Inbox | undefined;
  let encryption: Encryption;
  try {
    await assertLogin(client, login);
    store.setValue("alarm", "");
    encryption = await openEncryption({
      homeserver: client,
      userId: me,
      deviceId: login.deviceId,
      folder: keysFolderIn(folder),
      roomKeyArrived: (room, key) => inbox?.roomKeyArrived(room, key),
      note: world.note,
    });
  } catch (error) {
    client.stop();
    store.close();
    throw error;
  }
  const displayName = await ownName(client, me);
  const book = createRoomBook(client, (room, event) => encryption.noteState(room, event));
  const addresses = createRoomAddresses({ homeserver: client, store, rooms: () => committee.rooms().keys() });
  const direct = createDirectChats({ homeserver: client, store, book, addresses, me });
  const sender = createSender({ homeserver: client, encryption, store });
  const edits = createLiveEdits({ sender, store, addresses, settings, world });
  const downloads = createDownloads({ client, world });
  const uploads = createUploads({ client, encryption, world });
  const background = (what: Promise<unknown>): void => {
    what.catch((error: unknown) => {
      if (!(error instanceof Stopped)) world.note("matrix-failed", error instanceof Error ? error.message : "unknown");
    });
  };

  async function sayInRoom(room: string, said: Reply, transaction: string, isDirect: boolean): Promise<void> {
    const contents = messageContents(said, { isDirect, prefix: settings.prefix, mentions: [], notify: true });
    for (const [index, content] of contents.entries())
      await sender.send(room, "m.room.message", content, transactionOf(transaction, index));
  }

  const changes = createRoomChanges({
    homeserver: client,
    store,
    book,
    addresses,
    direct,
    committee,
    world,
    settings,
    me,
    sayNow: (room, sentence, transaction) =>
      sayInRoom(
        room,
        {
          to: { kind: "account", account: accountOf(me) },
          blocks: [{ kind: "text", text: sentence }],
          choices: [],
          files: [],
        },
        transaction,
        true,
      ),
  });
  const deliver = createDeliver({
    sender,
    store,
    book,
    addresses,
    direct,
    uploads,
    committee,
    world,
    settings,
    me,
    roomGone: changes.unreachable,
    roomMoved: (address, room) => background(changes.moved(address, room)),
    notTaken: (entry, error) => {
      world.note("message-refused", error.code);
      return changes.messageRefused(entry.room, entry.id);
    },
  });
  const conversation = createConversation({
    store,
    downloads,
    addresses,
    direct,
    committee,
    world,
    settings,
    me: { userId: me, prefix: settings.prefix, ...(displayName === undefined ? {} : { displayName }) },
    async sayNow(address, said, transaction) {
      if (!address.startsWith("direct:"))
        return sayInRoom((await addresses.roomOf(address)) ?? address, said, transaction, false);
      const user = address.slice(`direct:${PLATFORM}`.length);
      // An account of another platform gets its answer there.
      if (address.startsWith(`direct:${PLATFORM}`))
        await sayInRoom(await direct.roomWith(user), said, transaction, true);
    },
  });
  const notices = createUnreadableNotices({
    store,
    tell: committee.tell,
    failed: (error) => background(Promise.reject(error)),
    patience: options.keyPatience ?? KEY_PATIENCE,
  });
  const worker = createInbox({
    homeserver: client,
    encryption,
    store,
    notices,
    world,
    async act(room, event, edited) {
      await changes.settled(room);
      return conversation.act(room, event, edited);
    },
    invited: changes.invited,
  });
  inbox = worker;
  const sync = createSyncLoop({
    homeserver: client,
    store,
    encryption,
    me,
    state(room, event) {
      encryption.noteState(room, event);
      changes.state(room, event);
    },
    arrived: worker.add,
    removed: (room, loss) => background(changes.removed(room, loss)),
    entered: (room) => background(changes.entered(room)),
    note: world.note,
    broken(error) {
      // Signing out has been told.
      if (!(error instanceof HomeserverRefusal)) options.broken?.(error);
    },
  });

  return {
    async start() {
      // What an earlier run left comes before what was said since.
      worker.resume();
      await sync.start();
      background(changes.resume());
    },
    async deliver(entry) {
      await deliver(entry);
      edits.delivered(entry.room);
    },
    live: edits.show,
    me,
    encryption,
    trouble: client.trouble,
    async stop() {
      client.stop();
      notices.stop();
      await sync.stop();
      await worker.stop();
      await edits.stop();
      await encryption.stop();
      store.close();
    },
  };
}

/** How people call us at the beginning of a message; undefined if the account has no name. */
async function ownName(client: RestClient, me: string): Promise<string | undefined> {
  try {
    const { displayname: name } = await client.send("GET", `${CLIENT}/profile/${encodeURIComponent(me)}/displayname`);
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch (error) {
    if (error instanceof HomeserverRefusal) return undefined;
    throw error;
  }
}

/** The token has to be the one of this account and this device. */
async function assertLogin(client: RestClient, login: DeviceLogin): Promise<void> {
  try {
    const { user_id: user, device_id: device } = await client.send("GET", `${CLIENT}/account/whoami`);
    if (user !== login.userId || device !== login.deviceId)
      throw new MatrixFault("login-damaged", "the token belongs to another account or device");
  } catch (error) {
    if (error instanceof HomeserverRefusal && error.code === "M_UNKNOWN_TOKEN")
      throw new MatrixFault("signed-out", error.message);
    throw error;
  }
}
