import { type MatrixClient, type MatrixEvent, NotificationCountType, type Room } from "matrix-js-sdk";
import type { Handlers, PeerStart, Shield, Shown } from "./peer-commands.ts";
import { downloadFile } from "./peer-download.ts";
import { shownPolls } from "./peer-polls.ts";
import { decrypted, failureOf, shieldOf } from "./peer-report.ts";
import { roomOf } from "./peer-rooms.ts";

type ViewCommands = "shown" | "polls" | "reactions" | "thread" | "unread" | "download";

export function viewHandlers(client: MatrixClient, start: PeerStart): Pick<Handlers, ViewCommands> {
  return {
    async shown({ room }) {
      const events = timelineOf(roomOf(client, room)).filter(isShown);
      return Promise.all(events.map((event) => shownOf(client, event)));
    },
    polls: ({ room }) => shownPolls(roomOf(client, room)),
    async reactions({ room, id }) {
      const relations = roomOf(client, room).relations.getChildEventsForEvent(id, "m.annotation", "m.reaction");
      const byKey = relations?.getSortedAnnotationsByKey() ?? [];
      return Object.fromEntries(byKey.map(([key, events]) => [key, [...events].map((one) => one.getSender() ?? "")]));
    },
    async thread({ room, id }) {
      const thread = roomOf(client, room).getThread(id);
      return { length: thread?.length ?? 0, last: thread?.replyToEvent?.getContent()["body"] };
    },
    async unread({ room }) {
      const counted = roomOf(client, room);
      return {
        total: counted.getUnreadNotificationCount(NotificationCountType.Total),
        highlights: counted.getUnreadNotificationCount(NotificationCountType.Highlight),
      };
    },
    download: ({ content }) => downloadFile(start, content),
  };
}

/** Room and threads together, in the order in which the events came in. */
function timelineOf(room: Room): readonly MatrixEvent[] {
  const threads = room.getThreads().flatMap((thread) => [...thread.events, ...thread.liveTimeline.getEvents()]);
  const all = [...room.getLiveTimeline().getEvents(), ...threads];
  const unique = [...new Map(all.map((event) => [event.getId(), event])).values()];
  return unique.sort((a, b) => a.getTs() - b.getTs());
}

const SHOWN_TYPES = /^m\.room\.(message|encrypted)$|^m\.sticker$|^(m|org\.matrix\.msc3381)\.poll\.start$/;

function isShown(event: MatrixEvent): boolean {
  return SHOWN_TYPES.test(event.getType()) && !event.isRelation("m.replace");
}

async function shownOf(client: MatrixClient, event: MatrixEvent): Promise<Shown> {
  await decrypted(event);
  const edit = event.replacingEvent();
  if (edit !== null) await decrypted(edit);
  const content = event.getContent();
  return {
    id: event.getId() ?? "",
    sender: event.getSender() ?? "",
    type: event.getType(),
    msgtype: content["msgtype"],
    body: String(content["body"] ?? content["org.matrix.msc1767.text"] ?? ""),
    formatted: content["formatted_body"],
    content,
    edited: edit !== null,
    redacted: event.isRedacted(),
    encrypted: event.isEncrypted(),
    failed: failureOf(event),
    shield: worse(await shieldOf(client, event), edit === null ? undefined : await shieldOf(client, edit)),
    thread: event.threadRootId === event.getId() ? undefined : event.threadRootId,
    replyTo: event.replyEventId,
  };
}

const SEVERITY = { none: 0, grey: 1, red: 2 };

function worse(one: Shield | undefined, other: Shield | undefined): Shield | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return SEVERITY[other.color] > SEVERITY[one.color] ? other : one;
}
