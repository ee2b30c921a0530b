import { z } from "zod";
import type { Piece } from "./calls.ts";
import { withoutEntities } from "./html-entities.ts";

/** Erwähnungen: how those who are mentioned are called in the text. */
export type Mentions = {
  readonly isBotMentioned: boolean;
  readonly isBot: (name: string) => boolean;
  readonly isOther: (name: string) => boolean;
};

const mentionSchema = z.object({
  type: z.literal("mention"),
  mentioned: z.object({ id: z.string(), name: z.string().nullish().catch(undefined) }),
  text: z.string().nullish().catch(undefined),
});
type Mention = z.infer<typeof mentionSchema>;

/** `ownName`: for mentions that do not say how the bot is called. */
export function readMentions(entities: readonly unknown[], botId: string, ownName: string | undefined): Mentions {
  const [bot, others]: [Set<string>, Set<string>] = [new Set(), new Set()];
  let isBotMentioned = false;
  for (const entity of entities) {
    const mention = mentionSchema.safeParse(entity).data;
    if (mention === undefined) continue;
    const isOfBot = isBotId(mention.mentioned.id, botId);
    isBotMentioned ||= isOfBot;
    for (const name of namesIn(mention, isOfBot ? ownName : undefined)) (isOfBot ? bot : others).add(name);
  }
  return { isBotMentioned, isBot: (name) => bot.has(inOneLine(name)), isOther: (name) => others.has(inOneLine(name)) };
}

/** "28:…" stands for a bot; some write the rest alone. */
export function isBotId(id: string, botId: string): boolean {
  const [named, own] = [id.toLowerCase(), botId.toLowerCase()];
  return own !== "" && (named === own || named === own.slice(own.indexOf(":") + 1));
}

/** All from the mention itself, the bot's own name only if there is none. */
function namesIn({ text, mentioned }: Mention, ownName: string | undefined): readonly string[] {
  const tagged = text === undefined || text === null ? undefined : WHOLE_TAG.exec(text)?.[1];
  const said = [tagged, mentioned.name].filter((name) => typeof name === "string");
  const names = said.length > 0 || ownName === undefined ? said : [ownName];
  return names.flatMap((name) => [inOneLine(name), inOneLine(withoutEntities(name))]).filter((name) => name !== "");
}

const WHOLE_TAG = /^<at(?:\s[^<>]*)?>([^<>]*)<\/at>$/i;
/** With what it leaves behind. */
const TAG = /<at(?:\s[^<>]*)?>([^<>]*)<\/at>((?:&nbsp;)?)/gi;

/** Text that is no HTML but for its mentions: only tags which an entity speaks of are mentions, all others were typed. */
export function piecesOfText(text: string, { isBot, isOther }: Mentions): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: whole, 1: name = "", 2: blank = "", index } of text.matchAll(TAG)) {
    if (!isBot(name) && !isOther(name)) continue;
    pieces.push(text.slice(from, index));
    if (isBot(name)) pieces.push(undefined, blank === "" ? "" : " ");
    else pieces.push(name, blank === "" ? "" : " ");
    from = index + whole.length;
  }
  return [...pieces, text.slice(from)];
}

const inOneLine = (name: string): string => name.replace(/\s+/g, " ").trim();
