import { cardButtons } from "./card-buttons.ts";
import { cardText } from "./card-text.ts";
import { type Json, listIn, objectIn, textIn } from "./json.ts";
import { ADAPTIVE_CARD } from "./message-check.ts";
import { type Chat, currentActivity, type Member, type Message } from "./world.ts";

/** Eine Nachricht, as one person sees it at the moment. */
export type Seen = {
  readonly message: Message;
  readonly text: string;
  readonly card: Json | undefined;
  /** Titles of the buttons. */
  readonly buttons: readonly string[];
  /** Only this person sees it like that. */
  readonly isPersonalView: boolean;
};

/** The card that everybody sees. */
export function commonCard(message: Message): Json | undefined {
  const cards = listIn(currentActivity(message), "attachments").filter((one) => one["contentType"] === ADAPTIVE_CARD);
  return cards[0] && objectIn(cards[0], "content");
}

export function cardFor(message: Message, person: Member): Json | undefined {
  return message.views.get(person.id) ?? commonCard(message);
}

/** Everything that can be read of a message, as everybody sees it. */
export function messageText(message: Message): string {
  return textWith(message, commonCard(message));
}

/** What a person sees in a chat, in order; only somebody who belongs to it sees anything. */
export function sightOf(person: Member, chat: Chat): readonly Seen[] {
  if (!chat.members.some(({ id }) => id === person.id)) return [];
  return chat.messages.filter(({ isDeleted }) => !isDeleted).map((message) => seenBy(person, message));
}

export function seenBy(person: Member, message: Message): Seen {
  const card = cardFor(message, person);
  return {
    message,
    text: textWith(message, card),
    card,
    buttons: card === undefined ? [] : cardButtons(card).map((button) => textIn(button, "title") ?? ""),
    isPersonalView: message.views.has(person.id),
  };
}

function textWith(message: Message, card: Json | undefined): string {
  const activity = currentActivity(message);
  const files = listIn(activity, "attachments")
    .filter((one) => textIn(one, "contentType")?.includes("card.file") === true)
    .map((one) => `Datei: ${textIn(one, "name") ?? ""}`);
  const lines = [textIn(activity, "text") ?? "", card === undefined ? "" : cardText(card), ...files];
  return lines.filter((line) => line !== "").join("\n");
}
