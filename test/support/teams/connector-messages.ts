import { type Answer, refused } from "./answer.ts";
import type { ConnectorCall, ConnectorHouse } from "./connector-house.ts";
import { messageProblems } from "./message-check.ts";
import { type Chat, type Message, messageById } from "./world.ts";

type Place = { readonly chat: Chat; readonly thread: string | undefined };

/** Posts a message; in a channel into its thread, or as the first of a new one. */
export function sendMessage(
  house: ConnectorHouse,
  call: ConnectorCall,
  { chat, thread }: Place,
  replyTo: string | undefined,
): Answer {
  if (thread !== undefined && messageById(chat, thread) === undefined)
    return refused(404, "ConversationNotFound", "Conversation not found.");
  const refusal = refusalOf(house, call, chat);
  if (refusal !== undefined) return refusal;
  const { world } = house;
  const at = world.tick();
  const id = String(at);
  if (call.body?.["type"] === "message") {
    chat.messages.push({
      id,
      chat,
      thread: chat.kind === "channel" ? (thread ?? messageById(chat, replyTo)?.thread ?? id) : undefined,
      from: "bot",
      versions: [{ at, activity: call.body }],
      views: new Map(),
      isDeleted: false,
    });
  }
  return { status: 201, body: { id } };
}

/** A newer wording of a message of the bot; all personal views end. */
export function changeMessage(
  house: ConnectorHouse,
  call: ConnectorCall,
  { chat }: Place,
  id: string | undefined,
): Answer {
  const message = ownMessage(chat, id);
  if ("status" in message) return message;
  const refusal = refusalOf(house, call, chat);
  if (refusal !== undefined) return refusal;
  message.versions.push({ at: house.world.tick(), activity: call.body ?? {} });
  message.views.clear();
  return { status: 200, body: { id: message.id } };
}

export function deleteMessage({ chat }: Place, id: string | undefined): Answer {
  const message = ownMessage(chat, id);
  if ("status" in message) return message;
  message.isDeleted = true;
  return { status: 200 };
}

function ownMessage(chat: Chat, id: string | undefined): Message | Answer {
  const message = messageById(chat, id);
  if (message === undefined || message.isDeleted)
    return refused(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");
  return message.from === "bot" ? message : refused(403, "Forbidden", "Only own messages can be changed.");
}

function refusalOf(house: ConnectorHouse, call: ConnectorCall, chat: Chat): Answer | undefined {
  if (call.body === undefined) return house.malformed(call, 400, "BadSyntax", ["the body is no object"]);
  const problems = messageProblems(call.body, chat.kind);
  if (problems.length > 0) return house.malformed(call, 400, "BadSyntax", problems);
  return house.sizeRefusal(call) ?? house.rateRefusal(call, "message", chat.id);
}
