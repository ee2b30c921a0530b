import type { Reply } from "../../../flows/reply.ts";
import { goesOnInDirectChat } from "../../../texts/teams-cards.ts";
import { type Card, type CardFrame, createCard, jsonBytes, refreshOf } from "./card.ts";
import { cardResponse } from "./invoke-responses.ts";
import { elementOf, noticePieces, type Piece, saidBy, subtle, weightOf } from "./piece.ts";
import { replyPieces } from "./reply-pieces.ts";
import { splitPieces } from "./split-pieces.ts";
import { besideField, tailPieces } from "./tail-pieces.ts";
import { type CardLook, MESSAGE_BUDGET } from "./teams-message.ts";

/**
 * Antwort auf einen Klick: a card for the clicker alone, who is not called by name. `shown`: so many of the replies stand on it whole,
 * with their buttons. If that are not all, it says that it goes on in the direct chat: the others have to be sent there.
 */
export type AnswerCard = { readonly card: Card; readonly shown: number };

export function answerCard(replies: readonly Reply[], plainLook: CardLook): AnswerCard {
  const look = besideField(replies, plainLook);
  const refresh = refreshOf(look);
  const frame: CardFrame = refresh === undefined ? {} : { refresh };
  const above = noticePieces(look);
  const budget = MESSAGE_BUDGET - jsonBytes(cardResponse(cardOf(above, frame)));
  const parts = replies.map((one, index) => {
    const whole = piecesOf(one, index === replies.length - 1 ? look : { ...look, links: [], privately: [] });
    return index === 0 ? whole : setApart(whole);
  });
  if (weightOfAll(parts.flat()) <= budget)
    return { card: cardOf([...above, ...parts.flat()], frame), shown: replies.length };
  const more = subtle(goesOnInDirectChat(), "Medium");
  const left = budget - weightOf(more);
  const shown = countFitting(parts, left);
  const pieces = shown === 0 ? beginning(replies[0], left) : parts.slice(0, shown).flat();
  return { card: cardOf([...above, ...pieces, more], frame), shown };
}

const piecesOf = (reply: Reply, look: CardLook): readonly Piece[] => [
  ...replyPieces(reply),
  ...tailPieces(reply, look, undefined),
];

/** The first part of a reply that is too long, without its buttons. */
const beginning = (reply: Reply | undefined, budget: number): readonly Piece[] =>
  reply === undefined ? [] : (splitPieces(replyPieces(reply), budget)[0] ?? []);

function countFitting(parts: readonly (readonly Piece[])[], budget: number): number {
  let left = budget;
  const tooMuch = parts.findIndex((part) => {
    left -= weightOfAll(part);
    return left < 0;
  });
  return tooMuch === -1 ? parts.length : tooMuch;
}

const weightOfAll = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + weightOf(piece), 0);

const cardOf = (pieces: readonly Piece[], frame: CardFrame): Card =>
  createCard(pieces.map(elementOf), saidBy(pieces), frame);

/** A line between two replies. */
function setApart([first, ...rest]: readonly Piece[]): readonly Piece[] {
  if (first === undefined) return [];
  const { shape } = first;
  if (shape.kind === "element")
    return [{ ...first, shape: { ...shape, element: { ...shape.element, separator: true } } }, ...rest];
  return [{ ...first, shape: { ...shape, spacing: "Medium", separator: true } }, ...rest];
}
