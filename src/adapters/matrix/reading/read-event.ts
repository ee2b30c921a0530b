import {
  editSchema,
  eventSchema,
  type Message,
  messageSchema,
  POLL_RESPONSES,
  pollResponseSchema,
  putSchema,
  type Relation,
  relatedSchema,
} from "./event-schemas.ts";
import type { Ignored, Me, Read } from "./read.ts";
import { readAddress } from "./read-address.ts";
import { withoutQuotation } from "./without-quotation.ts";

/** Liest ein (entschlüsseltes) Ereignis eines Raums. Never throws, whatever somebody has sent. */
export function readEvent(event: unknown, me: Me): Read {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return ignored("malformed");
  const { type, sender, content, state_key: stateKey } = parsed.data;
  if (sender === me.userId) return ignored("own");
  const read = stateKey === undefined ? readerOf(type) : undefined;
  if (read === undefined) return ignored("foreign");
  if (Object.keys(content).length === 0) return ignored("redacted");
  return read(content, relatedSchema.safeParse(content).data?.["m.relates_to"], me);
}

type Reader = (content: unknown, relation: Relation, me: Me) => Read;

function readerOf(type: string): Reader | undefined {
  if (POLL_RESPONSES.includes(type)) return readPollResponse;
  if (type === "m.room.message") return readMessage;
  return type === "m.reaction" ? readReaction : undefined;
}

function readMessage(content: unknown, relation: Relation, me: Me): Read {
  if (relation?.rel_type === "m.replace") return readEdit(content, relation, me);
  const parsed = messageSchema.safeParse(content);
  if (!parsed.success) return ignored("malformed");
  const message = parsed.data;
  if (FILES.has(message.msgtype)) return readFile(message, content, relation, me);
  if (message.msgtype !== "m.text") return ignored(whyNot(message));
  return { kind: "text", ...readText(message.body, message, relation, me) };
}

function readEdit(content: unknown, relation: Relation, me: Me): Read {
  const parsed = editSchema.safeParse(content);
  if (!parsed.success || relation?.event_id === undefined) return ignored("malformed");
  const message = parsed.data["m.new_content"];
  if (message.msgtype !== "m.text") return ignored(whyNot(message));
  const isQuoting = message["m.relates_to"]?.["m.in_reply_to"] !== undefined;
  const body = isQuoting ? withoutQuotation(message.body) : message.body;
  return { kind: "edit", of: relation.event_id, ...readAddress(body, message, me, true) };
}

const FILES: ReadonlySet<string> = new Set(["m.file", "m.image", "m.audio", "m.video"]);

/** A body that is not the name is what was written beside the file. */
function readFile(message: Message, content: unknown, relation: Relation, me: Me): Read {
  const { body, filename } = message;
  const picture = message.msgtype === "m.image" ? putSchema.safeParse(content).data : undefined;
  const hasCaption = filename !== undefined && filename !== body;
  const { text, ...rest } = readText(hasCaption ? body : "", message, relation, me);
  return {
    kind: "file",
    name: filename ?? body,
    ...rest,
    ...(hasCaption && { caption: text }),
    ...(picture !== undefined && { picture }),
  };
}

function readText(body: string, message: Message, relation: Relation, me: Me) {
  const quoted = relation?.["m.in_reply_to"]?.event_id;
  const thread = relation?.rel_type === "m.thread" ? relation.event_id : undefined;
  const isByHand = thread === undefined || relation?.is_falling_back !== true;
  const replyTo = isByHand ? quoted : undefined;
  const said = quoted === undefined ? body : withoutQuotation(body);
  return {
    ...readAddress(said, message, me, replyTo !== undefined),
    ...(replyTo !== undefined && { replyTo }),
    ...(thread !== undefined && { thread }),
  };
}

function readPollResponse(content: unknown, relation: Relation): Read {
  const answers = pollResponseSchema.safeParse(content);
  if (!answers.success || relation?.rel_type !== "m.reference" || relation.event_id === undefined)
    return ignored("malformed");
  return { kind: "poll", poll: relation.event_id, answers: answers.data.slice(0, 1) };
}

function readReaction(_content: unknown, relation: Relation): Read {
  if (relation?.rel_type !== "m.annotation" || relation.event_id === undefined || relation.key === undefined)
    return ignored("malformed");
  return { kind: "reaction", of: relation.event_id, key: relation.key };
}

function whyNot({ msgtype }: Message): Ignored {
  if (msgtype === "m.notice") return "notice";
  return msgtype === "m.emote" ? "emote" : "foreign";
}

const ignored = (why: Ignored): Read => ({ kind: "ignored", why });
