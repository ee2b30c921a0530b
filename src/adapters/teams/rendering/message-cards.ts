import type { Reply } from "../../../flows/reply.ts";
import { partMark, unnamedMessage } from "../../../texts/teams-cards.ts";
import { shortened } from "../../chat/visible-text.ts";
import { type CardFrame, createCard, jsonBytes, refreshOf } from "./card.ts";
import { cardLine } from "./card-text.ts";
import { mentioned } from "./mentions.ts";
import { elementOf, noticePieces, type Piece, saidBy, subtle } from "./piece.ts";
import { replyPieces } from "./reply-pieces.ts";
import { splitPieces } from "./split-pieces.ts";
import { besideField, tailPieces } from "./tail-pieces.ts";
import { CARD_TYPE, type CardLook, MESSAGE_BUDGET, type TeamsMessage } from "./teams-message.ts";

const LONGEST_SUMMARY = 120;
/** Bytes of summary, notice and mark of the part; kept free also where there is no notice, so that it changes no other part. */
const ABOVE = 2_000;
const SMALLEST_BUDGET = 8_000;

/**
 * Eine Antwort als Nachrichten: one, several if it is too long, none if it says nothing (files without links go by themselves). Buttons
 * stand below the last one, the notice above each. The same reply is cut the same way with and without a notice.
 */
export function messageCards(reply: Reply, look: CardLook): readonly TeamsMessage[] {
  const called = mentioned(look);
  const refresh = refreshOf(look);
  const frame: CardFrame = {
    ...(refresh === undefined ? {} : { refresh }),
    ...(called === undefined ? {} : { entities: called.entities }),
  };
  const pieces = [...replyPieces(reply), ...tailPieces(reply, besideField([reply], look), called)];
  const budget = MESSAGE_BUDGET - ABOVE - jsonBytes(messageOf([], frame));
  const parts = splitPieces(pieces, Math.max(budget, SMALLEST_BUDGET));
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const mark = parts.length === 1 ? [] : [subtle(partMark(index + 1, parts.length), "None")];
    const { entities, ...rest } = frame;
    const isCalling = part.some(({ shape }) => shape.kind === "element" && shape.element === called?.element);
    const own = { ...(isLast ? rest : {}), ...(isCalling && entities !== undefined ? { entities } : {}) };
    return messageOf([...noticePieces(look), ...mark, ...part], own, part);
  });
}

/** `named`: the pieces whose first line the notification shows. */
function messageOf(pieces: readonly Piece[], frame: CardFrame, named: readonly Piece[] = []): TeamsMessage {
  const first = named.find(({ text }) => text.trim() !== "")?.text ?? unnamedMessage();
  const content = createCard(pieces.map(elementOf), saidBy(pieces), frame);
  return {
    type: "message",
    summary: shortened(cardLine(first), LONGEST_SUMMARY),
    attachments: [{ contentType: CARD_TYPE, content }],
  };
}
