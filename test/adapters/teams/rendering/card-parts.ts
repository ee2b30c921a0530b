import { expect } from "vitest";
import type { TeamsMessage } from "../../../../src/adapters/teams/rendering/teams-message.ts";
import { cardButtons } from "../../../support/teams/card-buttons.ts";
import { isJson, type Json, listIn, textIn } from "../../../support/teams/json.ts";

/** The card of a message, as JSON. */
export function cardIn(message: TeamsMessage | undefined): Json {
  const content = message?.attachments[0]?.content;
  return isJson(content) ? content : expect.fail("the message has no card");
}

/** Lines of the card, without what we say about the message itself. */
export const linesOf = (card: Json): readonly string[] =>
  listIn(card, "body")
    .filter(({ type }) => type === "RichTextBlock")
    .map((element) => listIn(element, "inlines"))
    .filter(([run]) => run?.["isSubtle"] !== true)
    .map(([run]) => textIn(run ?? {}, "text") ?? "");

export const subtleLines = (card: Json): readonly string[] =>
  listIn(card, "body")
    .flatMap((element) => listIn(element, "inlines"))
    .filter((run) => run["isSubtle"] === true)
    .map((run) => textIn(run, "text") ?? "");

export const titlesOf = (card: Json): readonly string[] =>
  cardButtons(card).map((button) => textIn(button, "title") ?? "");

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Without blanks, and without the characters of no width that break what would be a function. */
export const squeezed = (text: string): string => text.replace(/[\s\u2060]+/g, "");
