import { activityFrom } from "./activities.ts";
import { buttonTitled, refreshAction, withInputs } from "./card-buttons.ts";
import type { DeliverOptions, Delivery } from "./courier.ts";
import { invokeId } from "./ids.ts";
import { takeInvokeAnswer } from "./invoke-answer.ts";
import { type Json, listIn, objectIn, textIn } from "./json.ts";
import { FILE_CONSENT } from "./message-check.ts";
import { cardFor } from "./sight.ts";
import type { Surroundings } from "./surroundings.ts";
import { currentActivity, type Member, type Message } from "./world.ts";

/** A button by its title, or an action that stands on no card the person sees. */
export type Button = string | Json;

export type PersonClicks = {
  /**
   * Presses a button of the card as this person sees it; `asSubmit`: in a client that knows only the fallback. `filledIn`: what was entered
   * into the inputs of the card, by their ids; the others hold what they were sent with.
   */
  clicks(
    message: Message,
    button: Button,
    options?: DeliverOptions & { readonly asSubmit?: boolean; readonly filledIn?: Readonly<Record<string, string>> },
  ): Promise<Delivery>;
  /** The client asks for the personal view by itself; fails where the card does not offer it to this person. */
  refreshes(message: Message, options?: DeliverOptions): Promise<Delivery>;
  /** Accepts or declines a file. */
  answersFile(message: Message, isAccepted: boolean, options?: DeliverOptions): Promise<Delivery>;
};

export function personClicks(surroundings: Surroundings, person: Member): PersonClicks {
  const { world, courier, uploads, serviceUrl } = surroundings;

  const about = (message: Message, fields: Json): Json => {
    const origin = { world, serviceUrl: serviceUrl(), person, chat: message.chat, thread: message.thread };
    return activityFrom(origin, {
      replyToId: message.id,
      ...fields,
      channelData: { source: { name: "message" }, legacy: { replyToId: message.id } },
    });
  };

  const execute = async (message: Message, action: Json, trigger: string, options: DeliverOptions) => {
    const { type, title, verb, data, id } = action;
    const value = { action: { type, title, verb, data, id }, trigger };
    const activity = about(message, { type: "invoke", name: "adaptiveCard/action", id: invokeId(), value });
    const delivery = await courier.deliver(activity, options);
    takeInvokeAnswer(world, message, person, delivery);
    return delivery;
  };

  return {
    clicks(message, button, { asSubmit = false, filledIn = {}, ...options } = {}) {
      const shown = typeof button === "string" ? buttonTitled(cardOf(message, person), button) : button;
      const plain = asSubmit ? objectIn(shown, "fallback") : shown;
      const action = typeof button === "string" ? withInputs(plain, cardOf(message, person), filledIn) : plain;
      if (action["type"] === "Action.Execute") return execute(message, action, "manual", options);
      if (action["type"] !== "Action.Submit") throw new Error(`Nothing is sent by ${JSON.stringify(action)}`);
      return courier.deliver(about(message, { type: "message", value: action["data"] }), options);
    },
    refreshes(message, options = {}) {
      const action = refreshAction(cardOf(message, person), person.id, message.chat.members.length);
      if (action === undefined) throw new Error(`The card is not refreshed for ${person.name}`);
      return execute(message, action, "automatic", options);
    },
    answersFile(message, isAccepted, options = {}) {
      const file = listIn(currentActivity(message), "attachments").find((one) => one["contentType"] === FILE_CONSENT);
      if (file === undefined) throw new Error("The message offers no file");
      const content = objectIn(file, "content");
      const value = isAccepted
        ? {
            type: "fileUpload",
            action: "accept",
            context: content["acceptContext"],
            uploadInfo: uploads.open(textIn(file, "name") ?? "", person.id),
          }
        : { type: "fileUpload", action: "decline", context: content["declineContext"] };
      return courier.deliver(
        about(message, { type: "invoke", name: "fileConsent/invoke", id: invokeId(), value }),
        options,
      );
    },
  };
}

function cardOf(message: Message, person: Member): Json {
  const card = cardFor(message, person);
  if (card === undefined) throw new Error("The message has no card");
  return card;
}
