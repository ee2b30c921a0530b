import { type Answer, refused } from "./answer.ts";
import type { ConnectorCall, ConnectorHouse } from "./connector-house.ts";
import type { Json } from "./json.ts";
import type { Chat, Member } from "./world.ts";

const SMALLEST_PAGE = 50;
const USUAL_PAGE = 200;
const LARGEST_PAGE = 500;

export function pageOfMembers(house: ConnectorHouse, call: ConnectorCall, chat: Chat): Answer {
  const refusal = house.rateRefusal(call, "roster", chat.id);
  if (refusal !== undefined) return refusal;
  const wanted = Number(call.query.get("pageSize") ?? USUAL_PAGE);
  const token = call.query.get("continuationToken");
  const start = token === null ? 0 : startOf(token, chat);
  if (start === undefined || Number.isNaN(wanted)) return house.malformed(call, 400, "BadArgument", ["no such page"]);
  const end = start + Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, wanted));
  const members = chat.members.slice(start, end).map(asAccount);
  const next = end < chat.members.length ? { continuationToken: tokenFor(end, chat) } : {};
  return { status: 200, body: { members, ...next } };
}

export function memberOf(house: ConnectorHouse, call: ConnectorCall, chat: Chat, id: string | undefined): Answer {
  const refusal = house.rateRefusal(call, "roster", chat.id);
  if (refusal !== undefined) return refusal;
  const member = chat.members.find((one) => id !== undefined && (one.id === id || one.objectId === id.toLowerCase()));
  if (member === undefined)
    return refused(404, "MemberNotFoundInConversation", "The member was not found in the conversation.");
  return { status: 200, body: asAccount(member) };
}

function asAccount({ id, name, objectId, tenant, role }: Member): Json {
  return {
    id,
    name,
    ...(objectId === undefined ? {} : { aadObjectId: objectId, objectId }),
    tenantId: tenant,
    userRole: role,
  };
}

/** It says nothing to those who carry it, and fits one conversation only. */
const tokenFor = (start: number, chat: Chat): string => Buffer.from(`${start}|${chat.id}`).toString("base64url");

function startOf(token: string, chat: Chat): number | undefined {
  const [start, id] = Buffer.from(token, "base64url").toString().split("|", 2);
  return id === chat.id ? Number(start) : undefined;
}
