import { withoutCalls } from "./calls.ts";
import { type Mentions, piecesOfText } from "./mentions.ts";
import { readHtml } from "./read-html.ts";

export type Said = {
  readonly text: string | undefined;
  readonly textFormat: string | undefined;
  /** The same once more, as Teams adds it to nearly every message. */
  readonly html: string | undefined;
  /** An entity says so; the text holds a mark where the quotation stood. */
  readonly isQuoting: boolean;
};

const QUOTATION_MARK = /<quoted\s[^<>]*>/gi;

/**
 * Worte eines Menschen, without mentions of the bot and without what he quotes. Teams sends them twice. `text` is what was typed
 * ("<b>" is "<b>"), mentions as "<at>Name</at>"; but some clients put a quotation into it with nothing in between, and some escape it
 * although they call it plain. In the HTML typed text is always escaped, and quotations are marked. So the HTML decides where it tells
 * of a quotation, or where it says the same as the text read as HTML; otherwise the text stays as it was typed.
 */
export function saidWords({ text = "", textFormat, html, isQuoting }: Said, mentions: Mentions): string {
  if (textFormat === "xml") return tidy(readHtml(text, mentions.isBot).text);
  const typed = tidy(withoutCalls(piecesOfText(isQuoting ? text.replace(QUOTATION_MARK, "") : text, mentions)));
  if (html === undefined) return typed;
  const marked = readHtml(html, mentions.isBot);
  const isOnlyInHtml = marked.hasQuotation || text.trim() === "";
  const isEscaped = !isAlike(typed, marked.text) && isAlike(readHtml(text, mentions.isBot).text, marked.text);
  return isOnlyInHtml || isEscaped ? tidy(marked.text) : typed;
}

const tidy = (text: string): string => text.replaceAll("\r\n", "\n").replaceAll("\u00a0", " ").trim();

const isAlike = (left: string, right: string): boolean => left.replace(/\s+/g, "") === right.replace(/\s+/g, "");
