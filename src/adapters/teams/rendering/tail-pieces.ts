import { choiceLine, type Reply, type ReplyChoice } from "../../../flows/reply.ts";
import { choiceRows, fitsButton, linkRows, privateRows } from "./buttons.ts";
import type { CardElement } from "./card.ts";
import { cardLine } from "./card-text.ts";
import type { Mentioned } from "./mentions.ts";
import type { Piece } from "./piece.ts";
import type { CardLook } from "./teams-message.ts";

/** Parts of a card's end belong together. */
const TAIL = Number.POSITIVE_INFINITY;

/** Was nach dem Text kommt: who is asked, files, buttons. */
export function tailPieces(reply: Reply, look: CardLook, called: Mentioned | undefined): readonly Piece[] {
  return [
    ...reply.choices.filter((choice) => !fitsButton(choice)).map(typedLine),
    ...(called === undefined
      ? []
      : [{ text: called.text, shape: { kind: "element", element: called.element } } as const]),
    ...linkRows(look).map(buttonPiece),
    ...choiceRows(reply, look).map(buttonPiece),
    ...privateRows(look).map(buttonPiece),
  ].map((piece) => ({ ...piece, unit: TAIL }));
}

type Unplaced = Omit<Piece, "unit">;

const buttonPiece = (element: CardElement): Unplaced => ({ text: "", shape: { kind: "element", element } });

const typedLine = (choice: ReplyChoice): Unplaced => ({
  text: cardLine(choiceLine(choice)),
  shape: { kind: "line", spacing: "Small" },
});
