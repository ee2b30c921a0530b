import { attribute, type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { collectWords, type HtmlWordsInWork } from "./html-words.ts";

export type HtmlWords = {
  readonly text: string;
  /** Words of others stood in it; they are left out. */
  readonly hasQuotation: boolean;
};

const BLOCKS: ReadonlySet<string> = new Set(
  "blockquote codeblock div h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul".split(" "),
);
const OTHERS_WORDS = /^https?:\/\/schema\.skype\.com\/(?:Reply|Forward)$/i;
const MENTION = /^https?:\/\/schema\.skype\.com\/Mention$/i;

/** What somebody wrote, from the HTML that Teams makes of it. What was typed stands escaped in it. */
export function readHtml(html: string, isBot: (name: string) => boolean): HtmlWords {
  const words = collectWords(isBot);
  let hasQuotation = false;
  /** How many quotations inside each other we are in. */
  let depth = 0;
  for (const token of htmlTokens(html)) {
    if (depth > 0) {
      depth += blockquoteStep(token);
    } else if (isQuotation(token)) {
      depth = 1;
      hasQuotation = true;
      words.endBlock();
    } else {
      take(token, words);
    }
  }
  return { text: words.whole(), hasQuotation };
}

function take(token: HtmlToken, words: HtmlWordsInWork): void {
  if (token.kind === "text") words.say(token.text.replace(/[ \t\r\n\f]+/g, " "));
  else if (token.name === "br") words.breakLine();
  else if (BLOCKS.has(token.name)) words.endBlock();
  else if (token.kind === "close") words.closeMention(token.name);
  else if (token.name === "img" || token.name === "emoji") words.say(attribute(token.attributes, "alt") ?? "");
  else if (isMention(token.name, token.attributes)) words.openMention(token.name);
}

const blockquoteStep = (token: HtmlToken): number => {
  if (token.kind === "text" || token.name !== "blockquote") return 0;
  return token.kind === "open" ? 1 : -1;
};

const isQuotation = (token: HtmlToken): boolean =>
  token.kind === "open" &&
  token.name === "blockquote" &&
  OTHERS_WORDS.test(attribute(token.attributes, "itemtype") ?? "");

const isMention = (name: string, attributes: string): boolean =>
  name === "at" || (name === "span" && MENTION.test(attribute(attributes, "itemtype") ?? ""));
