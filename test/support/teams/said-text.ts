import type { Json } from "./json.ts";
import type { Member, Message, World } from "./world.ts";

/** How something is said. */
export type SayOptions = {
  /** Mention of the bot: before the words, after them, twice, or with an entity that does not say its text. */
  readonly mention?: boolean | "end" | "twice" | "textless";
  /** The text itself comes as HTML. */
  readonly html?: boolean;
  /** What was typed comes escaped, although the text calls itself plain. */
  readonly escaped?: boolean;
  /** Where "@Name" of one of them stands in the words, it is a mention. */
  readonly mentions?: readonly Member[];
  /** The message that is quoted above the words. */
  readonly quotes?: Message;
  /** The quotation stands in the text too, with nothing between it and the words, as some clients send it. */
  readonly quoteInText?: boolean;
  /** Pasted from elsewhere: line breaks around the text, and other HTML beside it. */
  readonly pasted?: boolean;
  /** Names of files that are sent with it. */
  readonly files?: readonly string[];
  /** Further attachments, as Teams makes them. */
  readonly attachments?: readonly Json[];
};

type Mentioned = { readonly id: string; readonly name: string };

/** Fields of an activity for what somebody has typed, as Teams makes them. */
export function saidFields(world: World, words: string, options: SayOptions): Json {
  const { mention = false, html = false, mentions = [], files = [], attachments = [] } = options;
  const others = mentions.filter(({ name }) => words.includes(`@${name}`));
  const before = mention === false || mention === "end" ? [] : [world.bot];
  const after = mention === "end" || mention === "twice" ? [world.bot] : [];
  const placed = { before, others, after };
  const mentioned: readonly Mentioned[] = [...before, ...others, ...after];
  return {
    textFormat: html ? "xml" : "plain",
    text: textOf(words, options, placed),
    entities: mentioned.map((one) => mentionEntity(one, mention === "textless" && one.id === world.bot.id)),
    attachments: [
      { contentType: "text/html", content: htmlOf(words, options, placed) },
      ...files.map(fileAttachment),
      ...attachments,
    ],
  };
}

type Placed = Readonly<Record<"before" | "others" | "after", readonly Mentioned[]>>;

function textOf(words: string, options: SayOptions, { before, others, after }: Placed): string {
  const { html = false, escaped = false, pasted = false, quotes, quoteInText = false } = options;
  const typed = html || escaped ? escapeHtml(words) : words;
  const parts = [...before.map(tagOf), withMentions(typed, others, tagOf), ...after.map(tagOf)];
  if (html) return `<p>${parts.join("&nbsp;").replaceAll("\n", "<br>")}</p>`;
  const quoted = quotes !== undefined && quoteInText ? previewOf(quotes).join("") : "";
  const text = quoted + parts.join(" ");
  return pasted ? `\r\n${text}\n` : text;
}

const tagOf = ({ name }: Mentioned): string => `<at>${name}</at>`;

const withMentions = (text: string, others: readonly Mentioned[], tag: (one: Mentioned) => string): string =>
  others.reduce((whole, one) => whole.replace(`@${one.name}`, () => tag(one)), text);

const mentionEntity = ({ id, name }: Mentioned, isTextless: boolean): Json => ({
  type: "mention",
  mentioned: { id, name },
  text: isTextless ? null : `<at>${name}</at>`,
});

function htmlOf(words: string, { quotes, pasted = false }: SayOptions, { before, others, after }: Placed): string {
  let count = 0;
  const span = ({ name }: Mentioned): string => {
    count += 1;
    const item = `itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${count - 1}"`;
    return `<span ${item}>${escapeHtml(name)}</span>`;
  };
  const parts = [...before.map(span), withMentions(escapeHtml(words), others, span), ...after.map(span)];
  const content = parts.join("&nbsp;").replaceAll("\n", "<br>");
  const block = pasted ? `<div>\r\n<div itemprop="copy-paste-block">${content}</div>\n</div>` : `<p>${content}</p>`;
  return `${quotes === undefined ? "" : quoteOf(quotes)}${block}`;
}

function quoteOf(message: Message): string {
  const [name, preview] = previewOf(message).map(escapeHtml);
  const item = `itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${message.id}"`;
  return `<blockquote ${item}><strong itemprop="mri">${name}</strong><p itemprop="preview">${preview}</p></blockquote>`;
}

/** Name and first words of a quoted message. */
function previewOf(message: Message): readonly [string, string] {
  const text = String(message.versions.at(-1)?.activity["text"] ?? "Karte");
  return [message.from === "bot" ? "Sitzungsdienst" : message.from.name, text.slice(0, 100)];
}

const fileAttachment = (name: string): Json => ({
  contentType: "application/vnd.microsoft.teams.file.download.info",
  contentUrl: `https://example.sharepoint.com/personal/${encodeURIComponent(name)}`,
  name,
  content: {
    downloadUrl: `https://example.sharepoint.com/download/${encodeURIComponent(name)}`,
    uniqueId: name,
    fileType: /\.([^.]+)$/.exec(name)?.[1] ?? "",
  },
});

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
