import { cutText } from "../../chat/cut-text.ts";
import { unitsOf } from "../../chat/units-of.ts";
import { type Piece, weightOf } from "./piece.ts";

/** What is too long for one message begins behind something else only if this much is left there. */
const WORTH_BEGINNING = 0.5;
/** Bytes that a sign takes at most which has to be escaped somewhere: in the text, in the fallback and in what is spoken. */
const ESCAPED = 10;
const ESCAPABLE = /[\\*_`~#\]<>&"']/;

/** Auf mehrere Karten verteilt: none weighs more than `budget`, nothing is lost, and what belongs together is cut last. */
export function splitPieces(pieces: readonly Piece[], budget: number): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [];
  let left = 0;
  const put = (piece: Piece, weight: number): void => {
    const part = parts.at(-1);
    if (part === undefined || weight > left) {
      parts.push([piece]);
      left = budget - weight;
      return;
    }
    part.push(piece);
    left -= weight;
  };
  const putCut = (piece: Piece): void => {
    if (left < budget * WORTH_BEGINNING) left = 0;
    for (let rest = piece; rest.text !== ""; ) {
      const [head, tail] = cutPiece(rest, left === 0 ? budget : left);
      put(head, weightOf(head));
      left = 0;
      rest = tail;
    }
    const last = parts.at(-1) ?? [];
    left = budget - last.reduce((sum, one) => sum + weightOf(one), 0);
  };
  for (const unit of unitsOf(pieces)) {
    const weights = unit.map(weightOf);
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    if (whole > left && (whole <= budget || left < budget * WORTH_BEGINNING)) left = 0;
    unit.forEach((piece, index) => {
      const weight = weights[index] ?? 0;
      if (weight > budget && piece.shape.kind !== "element") putCut(piece);
      else put(piece, weight);
    });
  }
  return parts;
}

/** As much of a line as weighs no more than `budget`, and the rest. */
function cutPiece(piece: Piece, budget: number): readonly [head: Piece, rest: Piece] {
  const [head, rest] = cutText(piece.text, budget - weightOf({ ...piece, text: "" }), weigh);
  return [
    { ...piece, text: head },
    { ...piece, text: rest },
  ];
}

const weigh = (character: string): number => (ESCAPABLE.test(character) ? ESCAPED : 3 * Buffer.byteLength(character));
