import { REFRESH_VERB } from "../reading/read.ts";
import type { CardLook } from "./teams-message.ts";

/** Adaptive Card in version 1.5. */
export type Card = {
  readonly type: "AdaptiveCard";
  readonly $schema: string;
  readonly version: "1.5";
  readonly lang: "de";
  /** For clients that cannot show the card; they read it as Markdown. */
  readonly fallbackText: string;
  /** For screen readers; read as XML. */
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly refresh?: object;
  readonly msteams: { readonly width: "Full"; readonly entities?: readonly object[] };
};

export type CardElement = { readonly type: string; readonly [property: string]: unknown };

/** What those get who do not see the card. */
export type Said = Pick<Card, "fallbackText" | "speak">;

/** What stands in a card beside its body. */
export type CardFrame = {
  readonly refresh?: object;
  readonly entities?: readonly object[];
};

const SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";
/** Microsoft's limit. */
const MOST_REFRESHED = 60;

export function createCard(body: readonly CardElement[], said: Said, { refresh, entities }: CardFrame): Card {
  return {
    type: "AdaptiveCard",
    $schema: SCHEMA,
    version: "1.5",
    lang: "de",
    fallbackText: said.fallbackText,
    speak: said.speak,
    body,
    ...(refresh === undefined ? {} : { refresh }),
    msteams: { width: "Full", ...(entities === undefined || entities.length === 0 ? {} : { entities }) },
  };
}

/** Eigene Ansicht: the clients of these people ask for theirs by themselves. */
export function refreshOf({ refreshFor, about }: CardLook): object | undefined {
  if (refreshFor === undefined || about === undefined) return undefined;
  return {
    action: { type: "Action.Execute", verb: REFRESH_VERB, data: { about } },
    userIds: refreshFor.slice(0, MOST_REFRESHED),
  };
}

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
