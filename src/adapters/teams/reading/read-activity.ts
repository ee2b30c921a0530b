import { memberSchema, membersSchema, typeSchema } from "./activity-schemas.ts";
import { isBotId } from "./mentions.ts";
import type { Origin, Read } from "./read.ts";
import { readInvoke } from "./read-invoke.ts";
import { readMessage } from "./read-message.ts";
import { readOrigin } from "./read-origin.ts";

/** Liest, was Teams geschickt hat. `botId`: "28:…". Never throws, whatever somebody has sent. */
export function readActivity(body: unknown, botId: string): Read {
  const activity = typeSchema.safeParse(body).data;
  const origin = readOrigin(body, botId);
  if (activity === undefined || origin === undefined) return { kind: "ignored" };
  switch (activity.type) {
    case "message":
      return readMessage(body, origin, botId, false);
    case "messageUpdate":
      // A deleted message that is brought back comes as an update, too.
      return activity.channelData?.eventType === "editMessage"
        ? readMessage(body, origin, botId, true)
        : { kind: "ignored" };
    case "invoke":
      return readInvoke(activity.name, activity.value, origin);
    case "installationUpdate":
      return readInstallation(activity.action, origin);
    case "conversationUpdate":
      return readMembers(body, origin, botId);
    default:
      return { kind: "ignored" };
  }
}

function readInstallation(action: unknown, origin: Origin): Read {
  if (action === "add") return { ...origin, kind: "installed" };
  return action === "remove" ? { ...origin, kind: "removed" } : { kind: "ignored" };
}

function readMembers(body: unknown, origin: Origin, botId: string): Read {
  const members = membersSchema.safeParse(body).data;
  if (members === undefined) return { kind: "ignored" };
  const added = idsIn(members.membersAdded);
  const removed = idsIn(members.membersRemoved);
  const isBot = (id: string): boolean => isBotId(id, botId);
  if (removed.some(isBot)) return { ...origin, kind: "removed" };
  if (added.some(isBot)) return { ...origin, kind: "installed" };
  return added.length + removed.length > 0 ? { ...origin, kind: "membersChanged" } : { kind: "ignored" };
}

const idsIn = (members: readonly unknown[]): readonly string[] =>
  members.flatMap((member) => memberSchema.safeParse(member).data?.id ?? []);
