import type { Json } from "./json.ts";
import type { Chat, Member, World } from "./world.ts";

/** Where and from whom an activity comes. */
export type ActivityOrigin = {
  readonly world: World;
  readonly serviceUrl: string;
  readonly person: Member;
  readonly chat: Chat;
  /** In a channel. */
  readonly thread?: string | undefined;
  /** Epoch in milliseconds; by default a new moment. */
  readonly at?: number;
};

/** What every activity carries, whatever it tells. */
export function activityFrom(origin: ActivityOrigin, fields: Json): Json {
  const { world, serviceUrl, person, chat, thread, at = world.tick() } = origin;
  const { channelData, entities, ...others } = fields;
  return {
    id: String(at),
    timestamp: new Date(at).toISOString(),
    channelId: "msteams",
    serviceUrl,
    from: accountOf(person),
    conversation: conversationOf(chat, thread),
    recipient: { id: world.bot.id, name: world.bot.name },
    entities: [
      ...(Array.isArray(entities) ? entities : []),
      { type: "clientInfo", locale: "de-DE", country: "DE", platform: "Web", timezone: "Europe/Berlin" },
    ],
    channelData: { ...placeData(chat), ...(typeof channelData === "object" ? channelData : {}) },
    locale: "de-DE",
    localTimezone: "Europe/Berlin",
    ...others,
  };
}

export const accountOf = ({ id, name, objectId }: Member): Json => ({
  id,
  name,
  ...(objectId === undefined ? {} : { aadObjectId: objectId }),
});

function conversationOf({ id, kind, tenant, topic }: Chat, thread: string | undefined): Json {
  return {
    id: thread === undefined ? id : `${id};messageid=${thread}`,
    conversationType: kind,
    tenantId: tenant,
    ...(kind === "personal" ? {} : { isGroup: true, name: topic }),
  };
}

function placeData({ id, tenant, team, topic }: Chat): Json {
  const inTeam = { teamsChannelId: id, teamsTeamId: team?.id, channel: { id }, team: { id: team?.id, name: topic } };
  return { ...(team === undefined ? {} : inTeam), tenant: { id: tenant } };
}
