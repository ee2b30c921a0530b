import { visibleText } from "../../chat/visible-text.ts";

/** What a card would compute or take for a mention: "{{DATE(…)}}", "${…}", "<at>". */
const FUNCTION_START = /[{$](?=\{)|<(?=\/?at\b)/gi;
/** Not to be seen, and no place to break a line. */
export const WORD_JOINER = "\u2060";

/** Signs of Markdown that work in pairs, or first in a line, and what looks like them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { "*": "∗", _: "ˍ", "`": "ˋ", "~": "∼", ">": "›" };

const XML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/**
 * Text as it may stand in a card where no Markdown is read: what cannot be seen is shown as "�", and where a function of cards or a
 * mention would begin, it is broken by a character without width. Line breaks stay.
 */
export const cardText = (text: string): string => visibleText(text).replace(FUNCTION_START, `$&${WORD_JOINER}`);

/** Visible text where Markdown is read: nothing in it is a sign of Markdown or a mention, and it looks the same. */
export const withoutMarkdown = (visible: string): string =>
  visible
    .replace(/[*_`~>]/g, (sign) => LOOK_ALIKES[sign] ?? "")
    .replace(/[\\#\]<&]/g, `$&${WORD_JOINER}`)
    .replace(/^ +/gm, "")
    .replace(/^(?=[-=+])/gm, WORD_JOINER);

/** Visible text where XML (SSML) may be read. */
export const xmlText = (visible: string): string => visible.replace(/[&<>"']/g, (sign) => XML_ENTITIES[sign] ?? "");

/** The same in one line. */
export const cardLine = (text: string): string => cardText(text).replace(/\s+/g, " ").trim();
