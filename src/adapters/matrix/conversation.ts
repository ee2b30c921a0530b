import type { RoomId } from "../../core/kernel/ids.ts";
import type { Incoming } from "../../flows/incoming.ts";
import { type Reply, reply } from "../../flows/reply.ts";
import { editedIdea, editTooLate, filesNotRead, unexpected } from "../../texts/chat-rooms.ts";
import { notAlone, roomNotBound } from "../../texts/matrix-rooms.ts";
import type { DirectChats } from "./direct-chats.ts";
import type { Downloads } from "./downloads.ts";
import type { RoomEvent } from "./encryption/encryption.ts";
import { Stopped } from "./homeserver.ts";
import type { MatrixCommittee, MatrixSettings, MatrixWorld } from "./matrix-parts.ts";
import type { MatrixStore } from "./matrix-store.ts";
import type { Me, Put, Read } from "./reading/read.ts";
import { readEvent } from "./reading/read-event.ts";
import { PLATFORM, type RoomAddresses } from "./room-addresses.ts";
import { accountOf, keyOf, type Origin, understand } from "./understand.ts";

type Parts = {
  readonly store: Pick<MatrixStore, "offer" | "itemOfThread">;
  readonly addresses: Pick<RoomAddresses, "boundRoom">;
  readonly direct: DirectChats;
  readonly committee: MatrixCommittee;
  readonly world: Pick<MatrixWorld, "now" | "note">;
  readonly settings: MatrixSettings;
  readonly me: Me;
  readonly downloads: Downloads;
  /** Said at once and not stored: thanks for something anonymous, a fault of the disk. */
  sayNow(address: string, said: Reply, transaction: string): Promise<void>;
};

/** Gespräch: an event of a room becomes a message to the committee, and what is not one gets its own answer. */
export function createConversation(parts: Parts) {
  const { store, addresses, direct, committee, world, me } = parts;
  let isDiskFaultTold = false;

  /** `edited`: a newer wording, which came before the first one took effect. */
  async function act(room: string, event: RoomEvent, edited: RoomEvent | undefined): Promise<"done" | "later"> {
    const read = readEvent(event, me);
    if (read.kind === "ignored") return "done";
    const bound = await addresses.boundRoom(room);
    const isDirect = bound === undefined && (await direct.partnerOf(room)) === event.sender;
    const origin: Origin = { event, at: world.now(), room, bound, isDirect, thread: threadOf(room, read) };
    if (isDirect) direct.usedBy(event.sender, room);
    else if (bound === undefined && read.kind !== "edit" && direct.wasOf(event.sender, room)) {
      // Whoever still takes it for the direct chat would believe to have voted.
      await tell(origin, notAlone());
      return "done";
    }
    const understood = understand(newest(read, edited, me), origin, {
      offer: store.offer,
      isAsking: (account, place) => committee.isAsking({ account, ...(place === undefined ? {} : { room: place }) }),
    });
    switch (understood.kind) {
      case "incoming":
        return handle(withPhoto(understood.incoming, understood.picture));
      case "unbound":
        await parts.sayNow(`${PLATFORM}${room}`, toRoom(room, roomNotBound(room)), `${event.event_id} unbound`);
        return "done";
      case "edit":
        // Only of what we acted upon, and once; a message not meant for us may be edited as often as one likes.
        if (committee.isHandled(keyOf(understood.of)))
          await tell(
            origin,
            understood.isIdea ? editedIdea() : editTooLate(),
            `${keyOf(understood.of)} edited by ${event.sender}`,
          );
        return "done";
      case "file":
        await tell(origin, filesNotRead());
        return "done";
      case "nothing":
        return "done";
    }
  }

  function threadOf(room: string, read: Read): string | undefined {
    if (read.kind !== "text" && read.kind !== "file") return undefined;
    const root = read.thread ?? read.replyTo;
    return root === undefined ? undefined : store.itemOfThread(room, root);
  }

  function withPhoto(incoming: Incoming, picture: Put | undefined): Incoming {
    return picture === undefined ? incoming : { ...incoming, photo: () => parts.downloads.picture(picture) };
  }

  async function handle(incoming: Incoming): Promise<"done" | "later"> {
    const handled = await committee.handle(incoming).catch((error: unknown) => {
      // The photo will be fetched when we are back.
      if (error instanceof Stopped) throw error;
      world.note("command-failed", error instanceof Error ? (error.stack ?? error.message) : "unknown");
      return undefined;
    });
    if (handled === undefined) {
      await sayAll(reply(answerTo(incoming), [unexpected()]), `${incoming.key} failed`);
      return "done";
    }
    if (handled.kind === "fault") {
      if (isDiskFaultTold) return "later";
      isDiskFaultTold = true;
      const said = reply(answerTo(incoming), [committee.faultText(handled.fault)]);
      await sayAll(said, `${incoming.key} fault`);
      return "later";
    }
    isDiskFaultTold = false;
    if (handled.kind === "handled")
      for (const [index, said] of handled.immediate.entries()) await sayAll(said, `${incoming.key} now ${index}`);
    return "done";
  }

  async function sayAll(said: Reply, transaction: string): Promise<void> {
    for (const address of committee.addressesOf(said)) await parts.sayNow(address, said, `${transaction} ${address}`);
  }

  /** Durable, and to this person alone. */
  async function tell({ event }: Origin, sentence: string, key = keyOf(event.event_id)): Promise<void> {
    await committee.tell(key, [reply({ kind: "account", account: accountOf(event.sender) }, [sentence])]);
  }

  return { act };
}

function newest(read: Read, edited: RoomEvent | undefined, me: Me): Read {
  const edit = edited === undefined ? undefined : readEvent(edited, me);
  return edit?.kind === "edit" && read.kind === "text" ? { ...read, text: edit.text, address: edit.address } : read;
}

const answerTo = ({ account, room, isClick }: Incoming): Reply["to"] =>
  room === undefined || isClick === true ? { kind: "account", account } : { kind: "room", room };

const toRoom = (room: string, sentence: string): Reply =>
  // The room is none of the committee's; only its address is needed.
  reply({ kind: "room", room: `${PLATFORM}${room}` as RoomId }, [sentence]);
