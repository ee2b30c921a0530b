import { choiceLine, type Reply, type ReplyChoice } from "../../../flows/reply.ts";
import { choiceRows, fitsButton, linkRows, privateRows } from "./buttons.ts";
import type { CardElement } from "./card.ts";
import { cardLine } from "./card-text.ts";
import { fieldElement } from "./field.ts";
import type { Mentioned } from "./mentions.ts";
import type { Piece } from "./piece.ts";
import type { CardLook } from "./teams-message.ts";

/** Parts of a card's end belong together. */
const TAIL = Number.POSITIVE_INFINITY;

/** Was nach dem Text kommt: who is asked, the field, files, buttons. */
export function tailPieces(reply: Reply, look: CardLook, called: Mentioned | undefined): readonly Piece[] {
  const { field } = reply;
  return [
    ...reply.choices.filter((choice) => !fitsButton(choice)).map(typedLine),
    ...(called === undefined
      ? []
      : [{ text: called.text, shape: { kind: "element", element: called.element } } as const]),
    ...(field === undefined ? [] : [elementPiece(fieldElement(field, look.nonce))]),
    ...linkRows(look).map(elementPiece),
    ...choiceRows(reply, look).map(elementPiece),
    ...privateRows(look).map(elementPiece),
  ].map((piece) => ({ ...piece, unit: TAIL }));
}

/** How buttons look on a card with all these replies. */
export const besideField = (replies: readonly Reply[], look: CardLook): CardLook =>
  replies.some(({ field }) => field !== undefined) ? { ...look, isBesideField: true } : look;

type Unplaced = Omit<Piece, "unit">;

const elementPiece = (element: CardElement): Unplaced => ({ text: "", shape: { kind: "element", element } });

const typedLine = (choice: ReplyChoice): Unplaced => ({
  text: cardLine(choiceLine(choice)),
  shape: { kind: "line", spacing: "Small" },
});
