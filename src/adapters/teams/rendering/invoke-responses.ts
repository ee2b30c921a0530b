import type { Card } from "./card.ts";
import { cardText } from "./card-text.ts";
import { CARD_TYPE } from "./teams-message.ts";

/** Antwort auf einen Klick, body of the response to an `adaptiveCard/action`. */
export type InvokeResponse = { readonly statusCode: 200; readonly type: string; readonly value: string | Card };

/** A short text that Teams shows for a moment. */
export const messageResponse = (text: string): InvokeResponse => ({
  statusCode: 200,
  type: "application/vnd.microsoft.activity.message",
  value: cardText(text),
});

/** A card that only the clicker sees, in place of the one clicked. */
export const cardResponse = (card: Card): InvokeResponse => ({ statusCode: 200, type: CARD_TYPE, value: card });
