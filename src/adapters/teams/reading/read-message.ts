import type { z } from "zod";
import { addressSchema, attachmentSchema, clickSchema, downloadSchema, messageSchema } from "./activity-schemas.ts";
import { readMentions } from "./mentions.ts";
import type { Origin, Read, SentPicture } from "./read.ts";
import { saidWords } from "./said-words.ts";

/** Nachricht, or the click of an old client, which sends the data of the button as a message. */
export function readMessage(body: unknown, origin: Origin, botId: string, isEdit: boolean): Read {
  const message = messageSchema.safeParse(body).data;
  if (message === undefined) return { kind: "ignored" };
  const { value, entities } = message;
  const hasValue = value !== undefined && value !== null;
  const click = hasValue && !isEdit ? clickSchema.safeParse(value).data : undefined;
  if (click !== undefined) return { ...origin, kind: "click", click, isInvoke: false };
  const attachments = message.attachments.flatMap((one) => attachmentSchema.safeParse(one).data ?? []);
  const html = attachments.find(({ contentType, content }) => contentType === HTML && typeof content === "string");
  const mentions = readMentions(entities, botId, origin.bot.name);
  const said = {
    text: message.text ?? undefined,
    textFormat: message.textFormat,
    html: typeof html?.content === "string" ? html.content : undefined,
    isQuoting: entities.some(isQuotation),
  };
  const text = saidWords(said, mentions);
  const [picture] = attachments.flatMap((one) => pictureIn(one) ?? []);
  if (hasValue && text === "") return { kind: "ignored" };
  return {
    ...origin,
    kind: "message",
    text,
    isAddressed: origin.conversation.kind === "personal" || mentions.isBotMentioned,
    hasFiles: attachments.some(({ contentType }) => FILE.test(contentType)),
    isEdit,
    ...(picture === undefined ? {} : { picture }),
  };
}

function pictureIn({ contentType, content, contentUrl }: z.infer<typeof attachmentSchema>): SentPicture | undefined {
  if (contentType.toLowerCase() === DOWNLOAD) {
    const file = downloadSchema.safeParse(content).data;
    return file === undefined ? undefined : { from: "file", url: file.downloadUrl };
  }
  const url = /^image\//i.test(contentType) ? addressSchema.safeParse(contentUrl).data : undefined;
  return url === undefined ? undefined : { from: "inline", url };
}

const DOWNLOAD = "application/vnd.microsoft.teams.file.download.info";
const HTML = "text/html";
const FILE = /^(?:application\/vnd\.microsoft\.teams\.file\.download\.info|reference|(?:image|audio|video)\/.*)$/i;

const isQuotation = (entity: unknown): boolean =>
  typeof entity === "object" && entity !== null && "type" in entity && entity.type === "quotedReply";
