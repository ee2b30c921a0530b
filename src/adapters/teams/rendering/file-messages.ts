import { unnamedFile } from "../../../texts/teams-cards.ts";
import type { FileUpload } from "../reading/read.ts";
import { cardText, WORD_JOINER } from "./card-text.ts";
import type { TeamsMessage } from "./teams-message.ts";

const LONGEST_NAME = 200;

/** Frage, ob eine Datei abgelegt werden darf; only in a personal chat. `size` in bytes. */
export function fileConsentMessage(
  { name, description, size }: { readonly name: string; readonly description: string; readonly size: number },
  reference: string,
): TeamsMessage {
  const safe = fileName(name);
  const context = { reference, name: safe };
  const content = {
    description: cardText(description),
    sizeInBytes: size,
    acceptContext: context,
    declineContext: context,
  };
  return {
    type: "message",
    summary: safe,
    attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.consent", name: safe, content }],
  };
}

/** Die abgelegte Datei, to be opened from the chat. */
export function fileInfoMessage(upload: FileUpload & { readonly name: string }): TeamsMessage {
  const name = fileName(upload.name);
  const { contentUrl, uniqueId, fileType } = upload;
  return {
    type: "message",
    summary: name,
    attachments: [
      {
        contentType: "application/vnd.microsoft.teams.card.file.info",
        contentUrl,
        name,
        content: { uniqueId, fileType },
      },
    ],
  };
}

/** A name that OneDrive takes and that reads as it is: no folders, no hidden characters, its ending kept. */
function fileName(name: string): string {
  const safe = cardText(name)
    .replaceAll(WORD_JOINER, "")
    .replace(/[/\\\n�:*?"<>|]/g, "_")
    .replace(/^[\s.~]+|[\s.]+$/g, "");
  const characters = [...safe];
  const ending = /\.[a-z0-9]{1,10}$/i.exec(safe)?.[0] ?? "";
  if (characters.length <= LONGEST_NAME) return safe === "" ? unnamedFile() : safe;
  return `${characters.slice(0, LONGEST_NAME - ending.length).join("")}${ending}`;
}
