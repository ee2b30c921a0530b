import type { Activity, ConversationParameters } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import { z } from "zod";
import { ConnectorRefusal } from "./connector-refusal.ts";
import type { TeamsMessage } from "./rendering/teams-message.ts";
import type { Contact, ConversationReference } from "./teams-store.ts";

/** Ausgang nach Teams: what we ask of the connector. Each call is one attempt and rejects with `ConnectorRefusal`. */
export type Connector = {
  /** Posts a message, in a channel into a thread where one is named; says its id. */
  post(to: ConversationReference, message: TeamsMessage): Promise<string>;
  /** Puts another message in the place of one of ours. */
  replace(to: ConversationReference, activity: string, message: TeamsMessage): Promise<void>;
  /** Opens the chat with one person; says its id. */
  openDirect(contact: Contact, bot: string): Promise<string>;
  /** Who belongs to the conversation, as far as they have an Entra account. */
  members(of: ConversationReference): Promise<readonly Contact[]>;
};

const PAGE = 500;
const MOST_PAGES = 50;

const withId = z.object({ id: z.string().min(1) });

const member = z.object({
  id: z.string().min(1),
  aadObjectId: z.guid().optional().catch(undefined),
  objectId: z.guid().optional().catch(undefined),
  tenantId: z.string().optional().catch(undefined),
});

const membersPage = z.object({
  members: z.array(z.unknown()),
  continuationToken: z.string().optional().catch(undefined),
});

/** `clientOf`: the packages' client for a service, with our token. */
export function createConnector(clientOf: (serviceUrl: string) => Promise<ConnectorClient>): Connector {
  return {
    async post(to, message) {
      const { conversations } = await clientOf(to.serviceUrl);
      return idIn(await conversations.sendToConversation(threadOf(to), activityOf(to, message)));
    },
    async replace(to, activity, message) {
      const { conversations } = await clientOf(to.serviceUrl);
      await conversations.updateActivity(to.conversation, activity, { ...activityOf(to, message), id: activity });
    },
    async openDirect({ id, tenant, serviceUrl }, bot) {
      const { conversations } = await clientOf(serviceUrl);
      const parameters = {
        isGroup: false,
        bot: { id: bot, name: "" },
        members: [{ id, name: "" }],
        ...(tenant === undefined ? {} : { tenantId: tenant, channelData: { tenant: { id: tenant } } }),
      };
      // The packages' type asks for a first message, which the service does not.
      return idIn(await conversations.createConversation(parameters as unknown as ConversationParameters));
    },
    async members(of) {
      const { conversations } = await clientOf(of.serviceUrl);
      const found: Contact[] = [];
      let next: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        // The packages' type wants a token for the first page too.
        const options = { pageSize: PAGE, ...(next === undefined ? {} : { continuationToken: next }) } as {
          readonly pageSize: number;
          readonly continuationToken: string;
        };
        // Who belongs to a channel is asked of its team.
        const answer = await conversations.getConversationPagedMembers(of.team ?? of.conversation, options);
        const read = membersPage.safeParse(answer);
        if (!read.success) return found;
        found.push(...read.data.members.flatMap((one) => contactOf(one, of)));
        next = read.data.continuationToken;
        if (next === undefined || next === "") return found;
      }
      return found;
    },
  };
}

/** Without an Entra account one cannot be told apart, and is not counted. */
function contactOf(one: unknown, { tenant, serviceUrl }: ConversationReference): readonly Contact[] {
  const read = member.safeParse(one);
  if (!read.success) return [];
  const { id, aadObjectId, objectId, tenantId } = read.data;
  const known = aadObjectId ?? objectId;
  return known === undefined ? [] : [{ objectId: known.toLowerCase(), id, tenant: tenantId ?? tenant, serviceUrl }];
}

const threadOf = ({ conversation, thread }: ConversationReference): string =>
  thread === undefined ? conversation : `${conversation};messageid=${thread}`;

function activityOf(to: ConversationReference, message: TeamsMessage): Activity {
  const { kind, tenant, bot, serviceUrl } = to;
  const activity = {
    ...message,
    channelId: "msteams",
    serviceUrl,
    from: { id: bot, name: "" },
    conversation: {
      id: threadOf(to),
      isGroup: kind !== "personal",
      conversationType: kind,
      ...(tenant === undefined ? {} : { tenantId: tenant }),
    },
  };
  // The packages' type names everything an activity of any kind could carry.
  return activity as unknown as Activity;
}

function idIn(answer: unknown): string {
  const read = withId.safeParse(answer);
  if (!read.success) throw new ConnectorRefusal(200, "no-id", { isUnclear: true });
  return read.data.id;
}
