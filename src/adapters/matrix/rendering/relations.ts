import { shortened } from "../../chat/visible-text.ts";
import type { MessageContent } from "./message-content.ts";

/** Ersetzung: content of a message that takes the place of an earlier one. */
export type Replacement = MessageContent & {
  readonly "m.new_content": MessageContent;
  readonly "m.relates_to": { readonly rel_type: "m.replace"; readonly event_id: string };
};

/** Old clients read it instead of the new text; in full it would double the size of the event. */
const LONGEST_FALLBACK = 2000;

/** Nobody is called on by a replacement: whoever was, was so by the first message. */
export function replacement(content: MessageContent, eventId: string): Replacement {
  return {
    msgtype: content.msgtype,
    body: `* ${shortened(content.body, LONGEST_FALLBACK)}`,
    "m.mentions": {},
    "m.new_content": content,
    "m.relates_to": { rel_type: "m.replace", event_id: eventId },
  };
}

type ThreadRelation = {
  readonly rel_type: "m.thread";
  readonly event_id: string;
  readonly is_falling_back: true;
  readonly "m.in_reply_to": { readonly event_id: string };
};

/** In einen Faden: below `rootEventId`; clients without threads show it as an answer to `latestEventId`. */
export function inThread<Content extends object>(
  content: Content,
  rootEventId: string,
  latestEventId: string = rootEventId,
): Content & { readonly "m.relates_to": ThreadRelation } {
  const relation: ThreadRelation = {
    rel_type: "m.thread",
    event_id: rootEventId,
    is_falling_back: true,
    "m.in_reply_to": { event_id: latestEventId },
  };
  return { ...content, "m.relates_to": relation };
}
