import { askedHere } from "../../../texts/teams-cards.ts";
import type { CardElement } from "./card.ts";
import { cardLine, withoutMarkdown } from "./card-text.ts";
import type { CardLook } from "./teams-message.ts";

/** Namentlich gerufen: the line of the card, what it says elsewhere, and who is meant by each name in it. */
export type Mentioned = {
  readonly element: CardElement;
  readonly text: string;
  readonly entities: readonly object[];
};

/** Teams finds mentions only where it reads Markdown: names must not contain any. */
export function mentioned({ mentions }: CardLook): Mentioned | undefined {
  const people = [...new Map(mentions.map(({ id, name }) => [id, withoutMarkdown(cardLine(name))]))];
  if (people.length === 0) return undefined;
  const names = people.map(([, name]) => name);
  return {
    element: { type: "TextBlock", text: askedHere(names.map(tagged)), wrap: true, spacing: "Medium" },
    text: askedHere(names),
    entities: people.map(([id, name]) => ({ type: "mention", text: tagged(name), mentioned: { id, name } })),
  };
}

const tagged = (name: string): string => `<at>${name}</at>`;
