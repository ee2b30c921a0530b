import { type Activity, originSchema } from "./activity-schemas.ts";
import type { ConversationPlace, Origin } from "./read.ts";

/** Woher: undefined where something of it is missing that no answer can do without. */
export function readOrigin(body: unknown, botId: string): Origin | undefined {
  const activity = originSchema.safeParse(body).data;
  if (activity === undefined) return undefined;
  const conversation = placeOf(activity);
  const bot = activity.recipient ?? { id: botId, name: undefined };
  if (conversation === undefined || bot.id === "") return undefined;
  return {
    activity: activity.id,
    timestamp: activity.timestamp,
    serviceUrl: activity.serviceUrl,
    tenant: activity.conversation.tenantId ?? activity.channelData?.tenant?.id,
    conversation,
    sender: activity.from,
    bot: { id: bot.id, name: bot.name },
    replyTo: activity.replyToId,
  };
}

/** "19:…@thread.tacv2;messageid=123" is the thread 123 of a channel. */
function placeOf({ conversation, channelData }: Activity): ConversationPlace | undefined {
  const [id = "", ...parts] = conversation.id.split(";");
  if (id === "") return undefined;
  const kind = conversation.conversationType ?? (conversation.isGroup === true ? "groupChat" : "personal");
  const isChannel = kind === "channel";
  const thread = parts.find((part) => part.startsWith(THREAD))?.slice(THREAD.length);
  return {
    id,
    kind,
    thread: isChannel && thread !== "" ? thread : undefined,
    team: isChannel ? channelData?.team?.id : undefined,
  };
}

const THREAD = "messageid=";
