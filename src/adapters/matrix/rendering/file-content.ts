import { unnamedFile } from "../../../texts/matrix-chat.ts";
import { visibleText } from "../../chat/visible-text.ts";
import type { Json } from "../homeserver.ts";
import type { Mentions } from "./message-content.ts";

export type SentFile = {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes, before encryption. */
  readonly size: number;
  /** Pixels; only a file with them is sent as a picture. */
  readonly picture?: { readonly width: number; readonly height: number };
  /** Where it was put: in the clear at an `mxc:` address, or encrypted with address, key and hashes. */
  readonly put: { readonly url: string } | { readonly file: Json & { readonly url: string } };
  /** What is said about it, for a picture also to a screen reader. */
  readonly caption?: string;
};

/** Datei: content of an `m.room.message` with a file. */
export type FileContent = {
  readonly msgtype: "m.file" | "m.image";
  /** The caption; without one the name. */
  readonly body: string;
  readonly filename: string;
  readonly info: { readonly mimetype: string; readonly size: number; readonly w?: number; readonly h?: number };
  readonly url?: string;
  readonly file?: Json;
  readonly "m.mentions": Mentions;
};

export function fileContent({ name, mediaType, size, picture, put, caption }: SentFile): FileContent {
  const filename = fileName(name);
  const isPicture = picture !== undefined && /^image\//.test(mediaType);
  return {
    msgtype: isPicture ? "m.image" : "m.file",
    body: caption === undefined ? filename : visibleText(caption),
    filename,
    info: { mimetype: mediaType, size, ...(isPicture && { w: picture.width, h: picture.height }) },
    ...put,
    "m.mentions": {},
  };
}

const LONGEST_NAME = 200;

/** A name that any disk takes and that reads as it is: no folders, no hidden characters, its ending kept. */
function fileName(name: string): string {
  const safe = visibleText(name)
    .replace(/[/\\\n�:*?"<>|]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const characters = [...safe];
  const ending = /\.[a-z0-9]{1,10}$/i.exec(safe)?.[0] ?? "";
  if (characters.length <= LONGEST_NAME) return safe === "" ? unnamedFile() : safe;
  return `${characters.slice(0, LONGEST_NAME - ending.length).join("")}${ending}`;
}
