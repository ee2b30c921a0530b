import { activityFrom } from "./activities.ts";
import type { DeliverOptions, Delivery } from "./courier.ts";
import { type Json, listIn, objectIn } from "./json.ts";
import { type SayOptions, saidFields } from "./said-text.ts";
import type { Surroundings } from "./surroundings.ts";
import { type Chat, currentActivity, type Member, type Message } from "./world.ts";

export type Said = Delivery & { readonly message: Message };

export type PersonSays = {
  /** Types a message; in a channel into the thread of `inThreadOf`, or as the first of a new one. */
  says(
    chat: Chat,
    words: string,
    options?: SayOptions & DeliverOptions & { readonly inThreadOf?: Message },
  ): Promise<Said>;
  /** Gives an own message other words; who is mentioned stays. */
  edits(message: Message, words: string, options?: SayOptions & DeliverOptions): Promise<Said>;
  deletes(message: Message, options?: DeliverOptions): Promise<Delivery>;
};

export function personSays(surroundings: Surroundings, person: Member): PersonSays {
  const { world, courier, serviceUrl } = surroundings;

  const bring = (message: Message, activity: Json, options: DeliverOptions): Promise<Delivery> | Delivery =>
    reachesBot(surroundings, message.chat, activity) ? courier.deliver(activity, options) : courier.keepBack(activity);

  const change = (message: Message, at: number, fields: Json): Json => {
    const origin = { world, serviceUrl: serviceUrl(), person, chat: message.chat, thread: message.thread, at };
    return activityFrom(origin, { id: message.id, ...fields });
  };

  return {
    async says(chat, words, options = {}) {
      const at = world.tick();
      const id = String(at);
      const thread = chat.kind === "channel" ? (options.inThreadOf?.thread ?? id) : undefined;
      const origin = { world, serviceUrl: serviceUrl(), person, chat, thread, at };
      const activity = activityFrom(origin, { type: "message", ...saidFields(world, words, options) });
      const message: Message = {
        id,
        chat,
        thread,
        from: person,
        versions: [{ at, activity }],
        views: new Map(),
        isDeleted: false,
      };
      chat.messages.push(message);
      return { ...(await bring(message, activity, options)), message };
    },
    async edits(message, words, options = {}) {
      const at = world.tick();
      const said = { mention: mentionsBot(surroundings, currentActivity(message)), ...options };
      const activity = change(message, at, {
        type: "messageUpdate",
        ...saidFields(world, words, said),
        channelData: { eventType: "editMessage" },
      });
      message.versions.push({ at, activity });
      return { ...(await bring(message, activity, options)), message };
    },
    async deletes(message, options = {}) {
      message.isDeleted = true;
      const { textFormat: _format, text: _text, attachments: _attachments, ...others } = currentActivity(message);
      const channelData = { ...objectIn(others, "channelData"), eventType: "softDeleteMessage" };
      const at = new Date(world.tick()).toISOString();
      return bring(message, { ...others, type: "messageDelete", timestamp: at, channelData }, options);
    },
  };
}

function reachesBot(surroundings: Surroundings, chat: Chat, activity: Json): boolean {
  const [alone] = chat.members;
  if (chat.kind === "personal") return surroundings.world.access.get(alone?.id ?? "") === "installed";
  return chat.hasBot && (chat.rsc || mentionsBot(surroundings, activity));
}

function mentionsBot({ world }: Surroundings, activity: Json): boolean {
  return listIn(activity, "entities").some((entity) => objectIn(entity, "mentioned")["id"] === world.bot.id);
}
