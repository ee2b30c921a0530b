import { cardProblems, mentionProblems } from "./card-check.ts";
import { type Json, listIn, objectIn, textIn } from "./json.ts";
import type { ChatKind } from "./world.ts";

export const ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive";
export const FILE_CONSENT = "application/vnd.microsoft.teams.card.file.consent";
/** Longest message and longest answer to a click, as JSON in UTF-8. */
export const MOST_BYTES = 28 * 1024;
const FILE_INFO = "application/vnd.microsoft.teams.card.file.info";

/** What Microsoft would refuse of an activity that the bot sends into a conversation of that kind. */
export function messageProblems(activity: Json, kind: ChatKind): readonly string[] {
  const type = textIn(activity, "type");
  if (type === "typing") return [];
  if (type !== "message") return [`an activity of type "${type ?? ""}" cannot be sent`];
  const attachments = activity["attachments"] ?? [];
  if (!Array.isArray(attachments)) return ["the attachments are no list"];
  return [
    ...(isEmpty(activity) ? ["the message has neither text nor attachment"] : []),
    ...(listIn(activity, "attachments").length < attachments.length ? ["an attachment is no object"] : []),
    ...listIn(activity, "attachments").flatMap((attachment) => attachmentProblems(attachment, kind)),
    ...listIn(activity, "entities")
      .filter((entity) => entity["type"] === "mention")
      .flatMap((mention) => mentionProblems(mention, textIn(activity, "text") ?? "")),
    ...(objectIn(activity, "recipient")["isTargeted"] === true ? ["targeted messages are not played here"] : []),
  ];
}

function isEmpty(activity: Json): boolean {
  return (textIn(activity, "text") ?? "").trim() === "" && listIn(activity, "attachments").length === 0;
}

function attachmentProblems(attachment: Json, kind: ChatKind): readonly string[] {
  switch (textIn(attachment, "contentType")) {
    case undefined:
    case "":
      return ["an attachment has no contentType"];
    case ADAPTIVE_CARD:
      return cardProblems(attachment["content"]);
    case FILE_CONSENT:
      return fileConsentProblems(attachment, kind);
    case FILE_INFO:
      return fileInfoProblems(attachment, kind);
    default:
      return [`an attachment of type "${textIn(attachment, "contentType")}" is not known here`];
  }
}

function fileConsentProblems(attachment: Json, kind: ChatKind): readonly string[] {
  const content = objectIn(attachment, "content");
  return [
    ...(kind === "personal" ? [] : ["FileConsentCard is only for personal conversations"]),
    ...(textIn(attachment, "name") ? [] : ["the FileConsentCard has no name"]),
    ...(Number.isInteger(content["sizeInBytes"]) ? [] : ["the FileConsentCard says no size"]),
  ];
}

function fileInfoProblems(attachment: Json, kind: ChatKind): readonly string[] {
  const content = objectIn(attachment, "content");
  return [
    ...(kind === "personal" ? [] : ["FileInfoCard is only for personal conversations"]),
    ...(textIn(attachment, "contentUrl") && textIn(attachment, "name") ? [] : ["the FileInfoCard names no file"]),
    ...(textIn(content, "uniqueId") && textIn(content, "fileType") ? [] : ["the FileInfoCard says not what file"]),
  ];
}
