import { M_POLL_KIND_DISCLOSED, M_POLL_KIND_UNDISCLOSED, type MatrixClient, type TimelineEvents } from "matrix-js-sdk";
import { PollEndEvent } from "matrix-js-sdk/lib/extensible_events_v1/PollEndEvent.js";
import { PollResponseEvent } from "matrix-js-sdk/lib/extensible_events_v1/PollResponseEvent.js";
import { PollStartEvent } from "matrix-js-sdk/lib/extensible_events_v1/PollStartEvent.js";
import type { ArgsOf, Handlers } from "./peer-commands.ts";
import { roomOf } from "./peer-rooms.ts";

type MessageCommands =
  | "send"
  | "sendText"
  | "reply"
  | "threadReply"
  | "edit"
  | "react"
  | "redact"
  | "startPoll"
  | "vote"
  | "endPoll";

export function messageHandlers(client: MatrixClient): Pick<Handlers, MessageCommands> {
  const send = async (room: string, type: string, content: object): Promise<string> => {
    // Tests send types and contents which the library does not list.
    const listed = [type, content] as [keyof TimelineEvents, TimelineEvents[keyof TimelineEvents]];
    return (await client.sendEvent(room, ...listed)).event_id;
  };
  const message = (room: string, content: object): Promise<string> => send(room, "m.room.message", content);
  return {
    send: ({ room, type, content }) => send(room, type, content),
    sendText: (text) => message(text.room, contentOf(text)),
    reply: ({ id, ...text }) =>
      message(text.room, { ...contentOf(text), "m.relates_to": { "m.in_reply_to": { event_id: id } } }),
    threadReply({ root, ...text }) {
      const room = roomOf(client, text.room);
      // As when a person opens the thread; without it the own first reply would be shown nowhere.
      if (room.getThread(root) === null) room.createThread(root, room.findEventById(root), [], true);
      const inThread = { rel_type: "m.thread", event_id: root, is_falling_back: true };
      const relation = { ...inThread, "m.in_reply_to": { event_id: root } };
      return message(text.room, { ...contentOf(text), "m.relates_to": relation });
    },
    edit({ id, ...text }) {
      const content = contentOf(text);
      const fallback = contentOf({ ...text, text: `* ${text.text}` });
      const relation = { rel_type: "m.replace", event_id: id };
      return message(text.room, { ...fallback, "m.new_content": content, "m.relates_to": relation });
    },
    react: ({ room, id, key }) =>
      send(room, "m.reaction", { "m.relates_to": { rel_type: "m.annotation", event_id: id, key } }),
    redact: async ({ room, id }) => (await client.redactEvent(room, id)).event_id,
    startPoll({ room, question, answers, disclosed = true, maxSelections = 1 }) {
      const kind = disclosed ? M_POLL_KIND_DISCLOSED.name : M_POLL_KIND_UNDISCLOSED.name;
      const { type, content } = PollStartEvent.from(question, [...answers], kind, maxSelections).serialize();
      return send(room, type, content);
    },
    vote({ room, poll, answers }) {
      const { type, content } = PollResponseEvent.from([...answers], poll).serialize();
      return send(room, type, content);
    },
    endPoll({ room, poll, text }) {
      const { type, content } = PollEndEvent.from(poll, text).serialize();
      return send(room, type, content);
    },
  };
}

function contentOf({ text, html, mentions }: ArgsOf<"sendText">): object {
  return {
    msgtype: "m.text",
    body: text,
    ...(html === undefined ? {} : { format: "org.matrix.custom.html", formatted_body: html }),
    ...(mentions === undefined ? {} : { "m.mentions": { user_ids: mentions } }),
  };
}
