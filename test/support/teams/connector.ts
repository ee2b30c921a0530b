import { type Answer, refused } from "./answer.ts";
import { createPersonalChat } from "./connector-create.ts";
import type { ConnectorCall, ConnectorHouse } from "./connector-house.ts";
import { changeMessage, deleteMessage, sendMessage } from "./connector-messages.ts";
import { memberOf, pageOfMembers } from "./connector-roster.ts";
import { splitConversation } from "./ids.ts";

/** Verbindungsdienst: what the bot asks of a conversation, as of the connector's version 3. */
export function answerConnector(house: ConnectorHouse, call: ConnectorCall): Answer {
  const [conversation, part, id, ...more] = call.segments;
  if (conversation === undefined) {
    return call.method === "POST" ? createPersonalChat(house, call) : noRoute(house, call);
  }
  const { base, thread } = splitConversation(conversation);
  const chat = house.world.chats.get(base);
  if (chat === undefined) return refused(404, "ConversationNotFound", "Conversation not found.");
  const refusal = house.accessRefusal(chat);
  if (refusal !== undefined) return refusal;
  const place = { chat, thread };
  if (more.length > 0) return noRoute(house, call);
  switch (`${call.method} ${part?.toLowerCase()}${id === undefined ? "" : "/id"}`) {
    case "POST activities":
      return sendMessage(house, call, place, undefined);
    case "POST activities/id":
      return sendMessage(house, call, place, id);
    case "PUT activities/id":
      return changeMessage(house, call, place, id);
    case "DELETE activities/id":
      return deleteMessage(place, id);
    case "GET pagedmembers":
      return pageOfMembers(house, call, chat);
    case "GET members/id":
      return memberOf(house, call, chat, id);
    default:
      return noRoute(house, call);
  }
}

function noRoute(house: ConnectorHouse, call: ConnectorCall): Answer {
  return house.malformed(call, 404, "NotFound", ["there is no such resource"]);
}
