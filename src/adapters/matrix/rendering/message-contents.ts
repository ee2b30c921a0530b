import type { Reply } from "../../../flows/reply.ts";
import { partMark } from "../../../texts/matrix-chat.ts";
import type { Mentions, MessageContent } from "./message-content.ts";
import type { Piece } from "./piece.ts";
import { piecesAsHtml } from "./pieces-as-html.ts";
import { piecesAsText } from "./pieces-as-text.ts";
import { replyPieces } from "./reply-pieces.ts";
import { splitPieces, weightAsText, weightWithHtml } from "./split-pieces.ts";

/** Wie eine Antwort dort aussieht, wo sie steht. */
export type Look = {
  /** In a direct chat a choice is typed as it stands; in a room behind the prefix. */
  readonly isDirect: boolean;
  /** "!ag" */
  readonly prefix: string;
  /** Matrix ids of those who are called on. */
  readonly mentions: readonly string[];
  /** Whether it may ring; if not it is a notice, whoever is asked for: at night, or because it was said already. */
  readonly notify: boolean;
};

/** Bytes of one content: encrypted it grows by a third and stays below the 64 KiB of an event, in a replacement as well. */
const LARGEST_CONTENT = 30_000;
const SMALLEST_BUDGET = 8_000;
/** Keys, brackets, the mark of the part. */
const ENVELOPE = 600;

/**
 * Eine Antwort als Nachrichten: one, several if it is too long, none if it says nothing (files go by themselves). Only the first one
 * rings, where somebody has to act.
 */
export function messageContents(reply: Reply, look: Look): readonly MessageContent[] {
  const pieces = replyPieces(reply, (command) => (look.isDirect ? command : `${look.prefix} ${command}`));
  const isCalling = look.notify && (reply.attention === true || reply.asks !== undefined || look.mentions.length > 0);
  const called: Mentions = isCalling && look.mentions.length > 0 ? { user_ids: look.mentions } : {};
  const weigh = piecesAsHtml(pieces) === undefined ? weightAsText : weightWithHtml;
  const budget = LARGEST_CONTENT - ENVELOPE - Buffer.byteLength(JSON.stringify(called));
  const parts = splitPieces(pieces, Math.max(budget, SMALLEST_BUDGET), weigh);
  return parts.map((part, index) => {
    const isFirst = index === 0;
    const whole = parts.length === 1 ? part : [markOf(index + 1, parts.length), ...part];
    return contentOf(whole, isCalling && isFirst ? "m.text" : "m.notice", isFirst ? called : {});
  });
}

function contentOf(pieces: readonly Piece[], msgtype: MessageContent["msgtype"], mentions: Mentions): MessageContent {
  const html = piecesAsHtml(pieces);
  return {
    msgtype,
    body: piecesAsText(pieces),
    ...(html !== undefined && { format: "org.matrix.custom.html", formatted_body: html }),
    "m.mentions": mentions,
  };
}

const markOf = (part: number, parts: number): Piece => ({
  text: partMark(part, parts),
  shape: { kind: "line" },
  block: 0,
  unit: 0,
});
