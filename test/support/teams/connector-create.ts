import { type Answer, refused } from "./answer.ts";
import type { ConnectorCall, ConnectorHouse } from "./connector-house.ts";
import { personalChatId } from "./ids.ts";
import { listIn, objectIn, textIn } from "./json.ts";

/** Opens the chat with one person; a second time it is the same chat. */
export function createPersonalChat(house: ConnectorHouse, call: ConnectorCall): Answer {
  const { world } = house;
  const problems = createProblems(call);
  if (problems.length > 0) return house.malformed(call, 400, "BadSyntax", problems);
  const body = call.body ?? {};
  const id = textIn(listIn(body, "members")[0] ?? {}, "id") ?? "";
  const member = world.members.get(id);
  const chat = member && world.chats.get(personalChatId(member.id));
  if (member === undefined || chat === undefined)
    return house.malformed(call, 400, "BadSyntax", [`nobody has the id "${id}" towards this bot`]);
  const tenant = textIn(objectIn(objectIn(body, "channelData"), "tenant"), "id") ?? textIn(body, "tenantId");
  if (tenant !== member.tenant) return refused(403, "Forbidden", "The tenant is not that of the person.");
  return (
    house.accessRefusal(chat) ??
    house.rateRefusal(call, "message", chat.id) ?? {
      status: 201,
      body: { id: chat.id, serviceUrl: house.serviceUrl() },
    }
  );
}

function createProblems({ body }: ConnectorCall): readonly string[] {
  if (body === undefined) return ["the body is no object"];
  const members = listIn(body, "members");
  const tenant = textIn(objectIn(objectIn(body, "channelData"), "tenant"), "id") ?? textIn(body, "tenantId");
  return [
    ...(body["isGroup"] === true ? ["a bot cannot open a group chat"] : []),
    ...(members.length === 1 ? [] : [`${members.length} members instead of one`]),
    ...(textIn(members[0] ?? {}, "id")?.startsWith("29:") ? [] : ['the member is not named by its id "29:…"']),
    ...(tenant === undefined ? ["no tenant is named"] : []),
    ...(body["activity"] === undefined || body["activity"] === null ? [] : ["the first message is sent apart"]),
  ];
}
